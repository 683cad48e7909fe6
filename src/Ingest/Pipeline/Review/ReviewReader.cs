namespace KernelTracker.Ingest.Pipeline.Review;

/// <summary>Reads a tree of stable updates in review.</summary>
internal static class ReviewReader
{
    /// <summary>Reads what is new; the pass ends the run.</summary>
    public static void Read(TreeRun run)
    {
        using var repository = run.Open();
        run.Track(branch: "");
    }
}
