using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Sums of line counts, known only when every changeset that can be counted has been.</summary>
internal static class LineSums
{
    /// <summary>Lines added and removed by the changesets; nulls while any of them is not counted. Unreadable ones have no lines.</summary>
    public static (long? Added, long? Removed) Of(IReadOnlyList<StoredCommit> changesets)
    {
        long added = 0, removed = 0;
        foreach (var changeset in changesets)
        {
            if (changeset.Marks.HasFlag(CommitMarks.Unreadable))
                continue;
            if (changeset.Added is not { } plus || changeset.Removed is not { } minus)
                return (null, null);
            added += plus;
            removed += minus;
        }
        return (added, removed);
    }
}
