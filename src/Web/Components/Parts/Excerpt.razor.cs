using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>A text with the places marked where it was found.</summary>
public sealed partial class Excerpt
{
    /// <summary>The pieces of the text.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ExcerptPart> Parts { get; set; }
}
