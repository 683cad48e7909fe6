using KernelTracker.Data.Notable;

namespace KernelTracker.Data.Queries;

/// <summary>What users and kernel developers will notice of a stretch of a release.</summary>
/// <param name="Range">The stretch.</param>
/// <param name="IsRead">The interfaces of the release have been read; false: the list says less than there is.</param>
/// <param name="All">The changes by audience, area in the order of the taxonomy, and strength.</param>
public sealed record NotableList(ReleaseRange Range, bool IsRead, IReadOnlyList<NotableChange> All)
{
    /// <summary>The changes of an audience; strong ones, weak ones.</summary>
    public IEnumerable<NotableChange> Of(Audience audience, bool isStrong) =>
        All.Where(c => c.Audience == audience && c.IsStrong == isStrong);
}
