using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Reads the commits that the database does not hold yet, in batches: killed at any moment, the next run goes on.</summary>
internal static class NewCommits
{
    private const int BatchSize = 4096;

    /// <summary>Reads what the tips reach.</summary>
    /// <exception cref="GitRepositoryException">A commit that must be there is missing or corrupt.</exception>
    public static void Read(TreeRun run, GitRepository repository, TreeEvents events, IReadOnlyList<ObjectId> tips)
    {
        run.Report(Stages.Finding);
        var known = run.Context.Commits.Select(c => new { c.Id, c.Sha }).AsEnumerable().ToDictionary(c => new ObjectId(c.Sha), c => c.Id);
        var fresh = CommitDiscovery.Find(repository, tips, [.. known.Keys], n => run.ReportOnly(Stages.Finding, n), run.Cancel);
        if (fresh.Count == 0)
            return;
        run.Report(Stages.Reading, 0, fresh.Count);
        var writer = new CommitWriter(run.Context, events, known);
        var read = OrderedParallel.Run(fresh, () => new CommitReader(repository, run.Clock), (reader, id) => reader.Read(id), run.Cancel);
        foreach (var batch in read.Chunk(BatchSize))
        {
            writer.Write(batch, () =>
            {
                run.Log.Run.NewCommits += batch.Length;
                run.Report(Stages.Reading, run.Log.Run.NewCommits, fresh.Count);
            });
        }
    }
}
