using KernelTracker.Data;
using KernelTracker.Ingest.Pipeline.Review;
using KernelTracker.Ingest.Pipeline.Vulnerabilities;

namespace KernelTracker.Ingest.Pipeline.Stable;

/// <summary>Computes anew, from the stored graph and tags, what depends on several trees; all in one transaction.</summary>
internal sealed class StableStage(TrackerContext context, TimeProvider clock)
{
    /// <summary>Computes it where anything changed since it was computed last.</summary>
    public void Run(IReadOnlyList<ConfiguredTree> trees, Action<string> progress, CancellationToken cancel)
    {
        if (!PendingStage.IsDue(context))
            return;
        _ = (trees, clock);
        cancel.ThrowIfCancellationRequested();
        progress(Stages.Stable);
        using var transaction = context.Database.BeginTransaction();
        var names = CommitNames.Load(context);
        ReviewStage.Run(context, names);
        VulnerabilityStage.Run(context);
        PendingStage.Done(context);
        transaction.Commit();
    }
}
