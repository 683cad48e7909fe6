using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Configuration;
using KernelTracker.Ingest.Pipeline.Hardware;
using KernelTracker.Ingest.Sample;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>What a pass did.</summary>
/// <param name="Runs">A row for each tree read; none when another process is at work or nothing is configured.</param>
/// <param name="IsBusy">Whether another process holds the lock; then nothing was done.</param>
internal sealed record PassResult(IReadOnlyList<IngestRun> Runs, bool IsBusy);

/// <summary>One pass over all configured trees, under the lock of the database.</summary>
internal sealed class IngestPass(TrackerOptions options, TimeProvider clock)
{
    /// <summary>Reads what is new in each tree.</summary>
    /// <param name="withLines">Whether lines are counted too.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Stops it; the next pass goes on from there.</param>
    /// <exception cref="Git.GitRepositoryException">A repository cannot be read or fetched.</exception>
    /// <exception cref="TrackerDatabaseException">The database cannot be opened.</exception>
    public PassResult Run(bool withLines, IProgress<IngestProgress> progress, CancellationToken cancel)
    {
        using var @lock = IngestLock.TryTake(options.Database);
        if (@lock is null)
            return new PassResult([], IsBusy: true);
        using var context = TrackerDatabase.OpenWriter(options.Database);
        var ingest = new TreeIngest(context, new Lazy<IdNames>(() => IdNames.Load(options.IdLists)), clock);
        return new PassResult([.. Mainline(context).Select(tree => ingest.Run(tree, withLines, progress, cancel))], IsBusy: false);
    }

    /// <summary>The mainline tree to read: the configured one, else the sample unless the database holds real data.</summary>
    private IEnumerable<MainlineTree> Mainline(TrackerContext context)
    {
        if (options.Trees.Count == 0)
        {
            if (context.States.SingleOrDefault() is null or { DataVersion: 0 } or { IsSample: true })
                yield return new MainlineTree("sample", SampleHistory.EnsureBuilt(MainlinePath.Sample(options)), null, null, IsSample: true);
            yield break;
        }
        foreach (var tree in options.Trees.Where(t => t.Kind == TreeKind.Mainline))
        {
            var url = string.IsNullOrWhiteSpace(tree.Url) ? null : tree.Url;
            yield return new MainlineTree(tree.Name, MainlinePath.Of(tree, options), url, string.IsNullOrWhiteSpace(tree.Branch) ? null : tree.Branch, IsSample: false);
        }
    }
}
