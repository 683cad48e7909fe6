using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Stable series with their newest update and what is next.</summary>
public sealed partial class StableSeriesTable
{
    /// <summary>The series, in the order shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<StableSeriesSummary> Series { get; set; }

    /// <summary>What the table shows, for those who do not see where it stands.</summary>
    [Parameter, EditorRequired]
    public required string Caption { get; set; }

    /// <summary>Say where each series stands; off where all stand alike.</summary>
    [Parameter]
    public bool ShowState { get; set; }
}
