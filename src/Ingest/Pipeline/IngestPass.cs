using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Configuration;
using KernelTracker.Ingest.Pipeline.Hardware;

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
    /// <exception cref="Git.GitRepositoryException">A repository cannot be read or fetched; the other trees were read.</exception>
    /// <exception cref="TrackerDatabaseException">The database cannot be opened.</exception>
    public PassResult Run(bool withLines, IProgress<IngestProgress> progress, CancellationToken cancel)
    {
        using var @lock = IngestLock.TryTake(options.Database);
        if (@lock is null)
            return new PassResult([], IsBusy: true);
        using var context = TrackerDatabase.OpenWriter(options.Database);
        var trees = ConfiguredTree.All(options, context);
        var ingest = new TreeIngest(context, new Lazy<IdNames>(() => IdNames.Load(options.IdLists)), clock);
        return new PassResult(trees.Count == 0 ? [] : ingest.Run(trees, withLines, progress, cancel), IsBusy: false);
    }
}
