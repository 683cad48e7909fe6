namespace KernelTracker.Ingest.Git;

/// <summary>Counts changed lines as `git diff-tree --numstat` does.</summary>
internal sealed class LineCounter(ObjectReader reader)
{
    /// <summary>The lines a change added and removed.</summary>
    /// <exception cref="GitObjectException">A file's content is missing or corrupt.</exception>
    public LineCount Count(RawChange change) => throw new NotImplementedException(reader.LastError);
}
