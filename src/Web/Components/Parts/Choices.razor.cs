using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Links that limit a page, too many for a phone's first screen: folded there, open where there is room.</summary>
public sealed partial class Choices
{
    /// <summary>What can be chosen.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What is chosen; null for what is not.</summary>
    [Parameter]
    public IReadOnlyList<string?> Current { get; set; } = [];

    /// <summary>The links.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }
}
