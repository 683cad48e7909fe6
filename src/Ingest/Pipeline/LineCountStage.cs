using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Git;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>
/// The second pass: counts the lines of changesets that have none yet, newest first, in batches of one transaction
/// each. It can be stopped at any moment; the next run goes on.
/// </summary>
internal sealed class LineCountStage(TrackerContext context, GitRepository repository, TreeEvents events, TimeProvider clock)
{
    private const int BatchSize = 2048;

    /// <summary>How many changesets are still to count.</summary>
    public int Pending() => Uncounted().Count();

    /// <summary>Counts all that are pending.</summary>
    /// <param name="progress">Told after each batch, inside its transaction.</param>
    /// <param name="cancel">Stops it after the batch at hand.</param>
    public void Run(Action<int, int> progress, CancellationToken cancel)
    {
        var pending = Uncounted().OrderByDescending(c => c.Id).Select(c => new ValueTuple<int, byte[]>(c.Id, c.Sha)).ToList();
        var done = 0;
        var counted = OrderedParallel.Run(pending, () => new CommitReader(repository, clock), Count, cancel);
        foreach (var batch in counted.Chunk(BatchSize))
        {
            done += batch.Length;
            Write(batch, pending.Count - done, () => progress(done, pending.Count));
        }
    }

    private IQueryable<Commit> Uncounted() =>
        context.Commits.Where(c => !c.IsMerge && c.ReleaseId != null && c.AddedLines == null && (c.Marks & CommitMarks.Unreadable) == 0);

    private static CountedChangeset Count(CommitReader reader, (int Id, byte[] Sha) commit)
    {
        if (!reader.TryReadChanges(new ObjectId(commit.Sha), out var changes, out var problem))
            return new CountedChangeset(commit.Id, [], problem);
        try
        {
            return new CountedChangeset(commit.Id, [.. changes.Select(reader.CountLines)], null);
        }
        catch (GitObjectException e)
        {
            return new CountedChangeset(commit.Id, [], e.Message);
        }
    }

    private void Write(CountedChangeset[] batch, int left, Action alongside)
    {
        using var transaction = context.Database.BeginTransaction();
        using (var files = BulkTable.Update<FileChange>(context, nameof(FileChange.Added), nameof(FileChange.Removed), nameof(FileChange.IsBinary)))
        using (var commits = BulkTable.Update<Commit>(context, nameof(Commit.AddedLines), nameof(Commit.RemovedLines)))
        {
            foreach (var changeset in batch)
            {
                if (changeset.Problem is not null)
                {
                    MarkUnreadable(changeset);
                    continue;
                }
                for (var i = 0; i < changeset.Files.Count; i++)
                {
                    var count = changeset.Files[i];
                    files.Write(new FileChange { CommitId = changeset.Id, Ordinal = i, Added = count.Added, Removed = count.Removed, IsBinary = count.IsBinary });
                }
                commits.Write(new Commit { Id = changeset.Id, Sha = [], Subject = "", AddedLines = changeset.Files.Sum(f => f.Added), RemovedLines = changeset.Files.Sum(f => f.Removed) });
            }
        }
        SumUp([.. batch.Select(c => c.Id)]);
        context.States.ExecuteUpdate(s => s
            .SetProperty(x => x.UncountedChangesets, left)
            .SetProperty(x => x.DataVersion, x => x.DataVersion + 1)
            .SetProperty(x => x.PublishedAt, clock.GetUtcNow().ToUnixTimeSeconds()));
        alongside();
        transaction.Commit();
    }

    private void MarkUnreadable(CountedChangeset changeset)
    {
        context.Commits.Where(c => c.Id == changeset.Id)
            .ExecuteUpdate(s => s.SetProperty(c => c.Marks, c => c.Marks | CommitMarks.Unreadable));
        events.Add("unreadable object", changeset.Problem!);
    }

    /// <summary>Sets the sums of the releases and pulls that the batch completed.</summary>
    private void SumUp(List<int> ids)
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

/// <summary>The line counts of a changeset.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Files">By changed path, in stored order.</param>
/// <param name="Problem">Why it could not be counted; null when it was.</param>
internal sealed record CountedChangeset(int Id, IReadOnlyList<LineCount> Files, string? Problem);
