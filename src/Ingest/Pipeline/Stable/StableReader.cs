namespace KernelTracker.Ingest.Pipeline.Stable;

/// <summary>Reads a tree of stable series: its tags, and the commits that they reach.</summary>
internal static class StableReader
{
    /// <summary>Reads what is new; the pass ends the run.</summary>
    public static void Read(TreeRun run)
    {
        using var repository = run.Open();
        run.Track(branch: "");
    }
}
