using KernelTracker.Data.Model;

namespace KernelTracker.Data.Queries;

/// <summary>Conditions that several queries share.</summary>
internal static class RangeConditions
{
    /// <summary>Commits that came in within the stretch.</summary>
    public static IQueryable<Commit> InRange(this IQueryable<Commit> commits, ReleaseRange range) =>
        // One release is the usual case, and an index begins with it.
        range.FirstReleaseId == range.ReleaseId
            ? commits.Where(c => c.ReleaseId == range.ReleaseId && c.Position > range.After && c.Position <= range.UpTo)
            : commits.Where(c => c.ReleaseId >= range.FirstReleaseId && c.ReleaseId <= range.ReleaseId && c.Position > range.After && c.Position <= range.UpTo);

    /// <summary>Pulls of the stretch.</summary>
    public static IQueryable<Pull> InRange(this IQueryable<Pull> pulls, ReleaseRange range) =>
        pulls.Where(p => p.ReleaseId >= range.FirstReleaseId && p.ReleaseId <= range.ReleaseId && p.Position > range.After && p.Position <= range.UpTo);
}
