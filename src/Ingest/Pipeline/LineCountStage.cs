using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Git;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>The second pass over mainline: counts the lines of changesets that have none yet, and sums them up by release and pull.</summary>
internal sealed class LineCountStage(TrackerContext context, GitRepository repository, TreeEvents events, TimeProvider clock)
{
    /// <summary>How many changesets are still to count.</summary>
    public int Pending() => Uncounted().Count();

    /// <summary>Counts all that are pending.</summary>
    /// <param name="progress">Told after each batch, inside its transaction.</param>
    /// <param name="cancel">Stops it after the batch at hand.</param>
    public void Run(Action<int, int> progress, CancellationToken cancel) =>
        new LineCounting(context, repository, events, clock).Run(Uncounted(), (ids, left) =>
        {
            SumUp(ids);
            context.States.ExecuteUpdate(s => s.SetProperty(x => x.UncountedChangesets, left));
        }, progress, cancel);

    private IQueryable<Commit> Uncounted() =>
        context.Commits.Where(c => !c.IsMerge && c.ReleaseId != null && c.AddedLines == null && (c.Marks & CommitMarks.Unreadable) == 0);

    /// <summary>Sets the sums of the releases and pulls that the batch completed.</summary>
    private void SumUp(IReadOnlyList<int> ids)
    {
        var (first, last) = (ids.Min(), ids.Max());
        var touched = context.Commits.Where(c => c.Id >= first && c.Id <= last && c.ReleaseId != null).Select(c => c.ReleaseId!.Value).Distinct().ToList();
        foreach (var id in touched)
        {
            if (Uncounted().Any(c => c.ReleaseId == id))
                continue;
            var changesets = context.Commits.Where(c => c.ReleaseId == id && !c.IsMerge);
            context.Releases.Where(r => r.Id == id).ExecuteUpdate(s => s
                .SetProperty(r => r.AddedLines, changesets.Sum(c => (long?)c.AddedLines) ?? 0)
                .SetProperty(r => r.RemovedLines, changesets.Sum(c => (long?)c.RemovedLines) ?? 0));
            SumUpPulls(id);
        }
    }

    private void SumUpPulls(int releaseId)
    {
        var sums = context.Commits.Where(c => c.ReleaseId == releaseId && !c.IsMerge)
            .GroupBy(c => c.Position)
            .Select(g => new { Position = g.Key, Added = g.Sum(c => (long?)c.AddedLines) ?? 0, Removed = g.Sum(c => (long?)c.RemovedLines) ?? 0 })
            .ToDictionary(g => g.Position!.Value);
        using var table = BulkTable.Update<Pull>(context, nameof(Pull.AddedLines), nameof(Pull.RemovedLines));
        foreach (var pull in context.Pulls.Where(p => p.ReleaseId == releaseId).ToList())
        {
            var sum = sums.GetValueOrDefault(pull.Position);
            pull.AddedLines = sum?.Added ?? 0;
            pull.RemovedLines = sum?.Removed ?? 0;
            table.Write(pull);
        }
    }
}
