using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Git;

namespace KernelTracker.Ingest.Pipeline.Stable;

/// <summary>Counts the lines of the changesets of a tree's updates, and sums them up by update.</summary>
internal sealed class StableLines(TrackerContext context, GitRepository repository, TrackedTree tree, TreeEvents events, TimeProvider clock)
{
    /// <summary>How many changesets are still to count.</summary>
    public int Pending() => Uncounted().Count();

    /// <summary>Counts all that are pending.</summary>
    /// <param name="progress">Told after each batch, inside its transaction.</param>
    /// <param name="cancel">Stops it after the batch at hand.</param>
    public void Run(Action<int, int> progress, CancellationToken cancel) =>
        new LineCounting(context, repository, events, clock).Run(Uncounted(), (_, _) => SumUp(), progress, cancel);

    // Changesets that mainline reaches are counted with mainline's.
    private IQueryable<Commit> Uncounted()
    {
        var updates = context.StableUpdates.Where(u => u.TrackedTreeId == tree.Id);
        var changesets = context.StableChangesets.Where(c => updates.Any(u => u.SeriesId == c.SeriesId && u.Number == c.Number)).Select(c => c.CommitId);
        return context.Commits.Where(c => changesets.Contains(c.Id) && c.ReleaseId == null && c.AddedLines == null && (c.Marks & CommitMarks.Unreadable) == 0);
    }

    /// <summary>Sets the sums of updates whose changesets are all counted.</summary>
    private void SumUp()
    {
        var sums = (
            from update in context.StableUpdates
            where update.AddedLines == null && update.Changesets != null && update.TrackedTreeId == tree.Id
            join changeset in context.StableChangesets on new { update.SeriesId, update.Number } equals new { changeset.SeriesId, changeset.Number }
            join commit in context.Commits on changeset.CommitId equals commit.Id
            group commit by new { update.SeriesId, update.Number } into commits
            where commits.All(c => c.AddedLines != null || (c.Marks & CommitMarks.Unreadable) != 0)
            select new { commits.Key, Added = commits.Sum(c => (long?)c.AddedLines) ?? 0, Removed = commits.Sum(c => (long?)c.RemovedLines) ?? 0 }).ToList();
        using var table = BulkTable.Update<StableUpdate>(context, nameof(StableUpdate.AddedLines), nameof(StableUpdate.RemovedLines));
        foreach (var sum in sums)
            table.Write(new StableUpdate { SeriesId = sum.Key.SeriesId, Number = sum.Key.Number, Version = "", AddedLines = sum.Added, RemovedLines = sum.Removed });
    }
}
