using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>A headline figure in a list of class "figures", leading to its evidence.</summary>
public sealed partial class Figure
{
    /// <summary>What is counted.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The figure as written.</summary>
    [Parameter, EditorRequired]
    public required string Value { get; set; }

    /// <summary>The evidence; null where there is none to show.</summary>
    [Parameter]
    public string? Href { get; set; }

    /// <summary>A second figure below, smaller.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
