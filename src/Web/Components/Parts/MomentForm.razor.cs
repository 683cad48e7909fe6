using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Asks for another moment, or for two.</summary>
public sealed partial class MomentForm
{
    /// <summary>The release.</summary>
    [Parameter, EditorRequired]
    public required string Version { get; set; }

    /// <summary>What stands in the first field.</summary>
    [Parameter, EditorRequired]
    public required string? AsOf { get; set; }

    /// <summary>What stands in the second field.</summary>
    [Parameter, EditorRequired]
    public required string? Since { get; set; }

    /// <summary>The page of the release that is asked for.</summary>
    [Parameter]
    public string Of { get; set; } = "window";

    /// <summary>Hidden fields that the page keeps.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
