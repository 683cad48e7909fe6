namespace KernelTracker.Ingest.Pipeline.Stable;

/// <summary>Reads the contents behind stable updates, once it is known which updates there are: lines and device ids.</summary>
internal static class StableContents
{
    /// <summary>Reads what was not read yet.</summary>
    public static void Read(TreeRun run, bool withLines)
    {
        run.IsNew |= withLines;
    }
}
