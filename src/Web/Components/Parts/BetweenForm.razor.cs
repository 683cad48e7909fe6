using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Asks for what came between two versions of a series.</summary>
public sealed partial class BetweenForm
{
    /// <summary>The series.</summary>
    [Parameter, EditorRequired]
    public required string Series { get; set; }

    /// <summary>Its versions, newest first; the mainline release last.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Versions { get; set; }

    /// <summary>The earlier version chosen.</summary>
    [Parameter]
    public string? From { get; set; }

    /// <summary>The later version chosen.</summary>
    [Parameter]
    public string? To { get; set; }
}
