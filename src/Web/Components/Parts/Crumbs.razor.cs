using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Where a page lies: the pages above it and its own name.</summary>
public sealed partial class Crumbs
{
    /// <summary>The pages above, outermost first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<(string Text, string Address)> Steps { get; set; }

    /// <summary>What this page is called here.</summary>
    [Parameter, EditorRequired]
    public required string Here { get; set; }
}
