using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Pipeline.Hardware;

namespace KernelTracker.Ingest.Pipeline.Interfaces;

/// <summary>
/// Knows which changesets of a release are still to be read. What a changeset did depends on it alone: those that an
/// earlier tip of the release reached need not be read again.
/// </summary>
internal static class PendingChangesets
{
    /// <summary>The changesets to read, parents before children.</summary>
    /// <param name="context">The database.</param>
    /// <param name="release">The release.</param>
    /// <param name="readTip">The tip up to which its changesets were read by the same rules; null when they were not.</param>
    /// <param name="isWhole">Whether these are all of them.</param>
    public static List<(int Id, ObjectId Sha)> Of(TrackerContext context, ReleaseSpan release, ObjectId? readTip, out bool isWhole)
    {
        // The boundary of a shallow clone adds what it holds only by appearance, as the root of the history does.
        var isFirst = release.PreviousId is null;
        var rows = context.Commits
            .Where(c => c.ReleaseId == release.Id && !c.IsMerge && (c.Marks & (CommitMarks.Unreadable | CommitMarks.MissingParent)) == 0 && !(isFirst && c.ParentCount == 0))
            .OrderBy(c => c.Id).Select(c => new { c.Id, c.Sha }).AsEnumerable().Select(c => (c.Id, new ObjectId(c.Sha))).ToList();
        isWhole = true;
        if (readTip is not { } tip)
            return rows;
        var bytes = tip.ToBytes();
        if (context.Commits.Where(c => c.Sha == bytes && c.ReleaseId == release.Id).Select(c => (int?)c.Id).SingleOrDefault() is not { } tipId)
            return rows;
        isWhole = false;
        var read = Reached(context, release.Id, tipId);
        rows.RemoveAll(c => read.Contains(c.Id));
        return rows;
    }

    /// <summary>The commits of a release that one of them reaches, itself included.</summary>
    private static HashSet<int> Reached(TrackerContext context, int releaseId, int tipId)
    {
        var reached = new HashSet<int> { tipId };
        var edges = context.CommitParents.Where(p => p.CommitId <= tipId)
            .Join(context.Commits.Where(c => c.ReleaseId == releaseId), p => p.CommitId, c => c.Id, (p, _) => new { p.CommitId, p.ParentId })
            .OrderByDescending(p => p.CommitId);
        // Parents have lower numbers: every child is done before its parents.
        foreach (var edge in edges)
        {
            if (reached.Contains(edge.CommitId))
                reached.Add(edge.ParentId);
        }
        return reached;
    }
}
