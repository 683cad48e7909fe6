namespace KernelTracker.Ingest.Git;

/// <summary>Pairs deleted with added paths as `git diff-tree -r -M` does.</summary>
internal sealed class RenameDetector(ObjectReader reader)
{
    /// <summary>The same changes with renames joined, in git's path order.</summary>
    /// <exception cref="GitObjectException">A file's content is missing or corrupt.</exception>
    public List<RawChange> Detect(List<RawChange> changes) => throw new NotImplementedException(reader.LastError);
}
