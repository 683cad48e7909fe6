namespace KernelTracker.Ingest.Git;

/// <summary>An object that was read: libgit2's own memory, given back by <see cref="Dispose"/> (once).</summary>
internal readonly struct GitObject(nint handle) : IDisposable
{
    /// <summary>What it is.</summary>
    public GitObjectKind Kind => (GitObjectKind)LibGit2.Kind(handle);

    /// <summary>Its content, without git's header.</summary>
    public ReadOnlySpan<byte> Content => LibGit2.Content(handle);

    /// <inheritdoc />
    public void Dispose()
    {
        if (handle != 0)
            LibGit2.Free(handle);
    }
}
