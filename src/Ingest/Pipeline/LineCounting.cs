using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Git;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>
/// Counts the lines of changesets, newest first, in batches of one transaction each. It can be stopped at any moment;
/// the next run goes on.
/// </summary>
internal sealed class LineCounting(TrackerContext context, GitRepository repository, TreeEvents events, TimeProvider clock)
{
    private const int BatchSize = 2048;

    /// <summary>Counts the given changesets.</summary>
    /// <param name="uncounted">Which ones.</param>
    /// <param name="alongside">Called after each batch, inside its transaction, with its rows and how many are left.</param>
    /// <param name="progress">Told after each batch, inside its transaction: done, total.</param>
    /// <param name="cancel">Stops it after the batch at hand.</param>
    public void Run(IQueryable<Commit> uncounted, Action<IReadOnlyList<int>, int> alongside, Action<int, int> progress, CancellationToken cancel)
    {
        var pending = uncounted.OrderByDescending(c => c.Id).Select(c => new ValueTuple<int, byte[]>(c.Id, c.Sha)).ToList();
        var done = 0;
        var counted = OrderedParallel.Run(pending, () => new CommitReader(repository, clock), Count, cancel);
        foreach (var batch in counted.Chunk(BatchSize))
        {
            done += batch.Length;
            Write(batch, ids =>
            {
                alongside(ids, pending.Count - done);
                progress(done, pending.Count);
            });
        }
    }

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

    private void Write(CountedChangeset[] batch, Action<IReadOnlyList<int>> alongside)
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
        context.States.ExecuteUpdate(s => s
            .SetProperty(x => x.DataVersion, x => x.DataVersion + 1)
            .SetProperty(x => x.PublishedAt, clock.GetUtcNow().ToUnixTimeSeconds()));
        alongside([.. batch.Select(c => c.Id)]);
        transaction.Commit();
    }

    private void MarkUnreadable(CountedChangeset changeset)
    {
        context.Commits.Where(c => c.Id == changeset.Id)
            .ExecuteUpdate(s => s.SetProperty(c => c.Marks, c => c.Marks | CommitMarks.Unreadable));
        events.Add("unreadable object", changeset.Problem!);
    }
}

/// <summary>The line counts of a changeset.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Files">By changed path, in stored order.</param>
/// <param name="Problem">Why it could not be counted; null when it was.</param>
internal sealed record CountedChangeset(int Id, IReadOnlyList<LineCount> Files, string? Problem);
