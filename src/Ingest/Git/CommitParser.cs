namespace KernelTracker.Ingest.Git;

/// <summary>Reads the bytes of commit objects.</summary>
internal static class CommitParser
{
    /// <summary>How much of a message is kept.</summary>
    public const int MaxMessageBytes = 1 << 20;

    /// <summary>Reads a whole commit.</summary>
    /// <exception cref="GitFormatException">No tree, or a garbled object name.</exception>
    public static CommitObject Parse(ReadOnlySpan<byte> raw) => throw new NotImplementedException();

    /// <summary>Reads tree, parents and committer date only.</summary>
    /// <exception cref="GitFormatException">No tree, or a garbled object name.</exception>
    public static CommitHeader ParseHeader(ReadOnlySpan<byte> raw) => throw new NotImplementedException();
}
