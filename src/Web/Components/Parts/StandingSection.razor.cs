using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>What stable series, later fixes and CVE records make of a changeset; nothing where none of them knows it.</summary>
public sealed partial class StandingSection
{
    /// <summary>What is known of the changeset.</summary>
    [Parameter, EditorRequired]
    public required ChangesetStanding Standing { get; set; }

    /// <summary>
    /// The series that carry it and, where stable has to do with it, the maintained ones that do not. That a series began
    /// with it is worth a line only if something came after it there.
    /// </summary>
    private List<SeriesAnswer> Rows =>
        [.. Standing.Series.Where(s => s.Standing switch
        {
            SeriesStanding.InUpdate or SeriesStanding.InReview => true,
            SeriesStanding.InRelease => s.State == SeriesState.Maintained && s.Repairs.Count > 0,
            _ => s.State == SeriesState.Maintained && (Standing.IsKnownToStable || Standing.Repairs.Count > 0),
        })];
}
