using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Changesets by day, each figure leading to them.</summary>
public sealed partial class DayTable
{
    /// <summary>The days, oldest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<DayFigures> Days { get; set; }

    /// <summary>The stretch that was counted.</summary>
    [Parameter, EditorRequired]
    public required ReleaseRange Range { get; set; }
}
