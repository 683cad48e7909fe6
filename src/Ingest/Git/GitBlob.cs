namespace KernelTracker.Ingest.Git;

/// <summary>A blob that was read: libgit2's own memory, given back by <see cref="Dispose"/> (once).</summary>
internal readonly struct GitBlob(nint handle) : IDisposable
{
    /// <summary>There is no blob.</summary>
    public bool IsNone => handle == 0;

    /// <summary>Its content.</summary>
    public ReadOnlySpan<byte> Content => LibGit2.BlobContent(handle);

    private nint Handle => handle;

    /// <summary>Lines that lead from one blob's text to another's.</summary>
    public static (int Added, int Removed) CountLines(GitBlob old, GitBlob @new) => LibGit2.CountLines(old.Handle, @new.Handle);

    /// <inheritdoc />
    public void Dispose()
    {
        if (handle != 0)
            LibGit2.FreeBlob(handle);
    }
}
