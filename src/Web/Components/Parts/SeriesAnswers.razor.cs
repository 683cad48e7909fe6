using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>What each stable series has of a changeset.</summary>
public sealed partial class SeriesAnswers
{
    /// <summary>The answers, in the order shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<SeriesAnswer> Answers { get; set; }
}
