using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Asks for two moments to compare.</summary>
public sealed partial class CompareForm
{
    /// <summary>What stands in the first field.</summary>
    [Parameter, EditorRequired]
    public required string? From { get; set; }

    /// <summary>What stands in the second field.</summary>
    [Parameter, EditorRequired]
    public required string? To { get; set; }

    /// <summary>Tags to choose from.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Tags { get; set; }
}
