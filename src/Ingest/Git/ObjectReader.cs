using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Git;

/// <summary>Reads raw objects. One per thread.</summary>
internal sealed class ObjectReader : IDisposable
{
    /// <summary>Why the last read failed; null after a good one.</summary>
    public string? LastError { get; private set; }

    /// <summary>Reads an object of the kind expected. The content is valid until the next call.</summary>
    /// <returns>False when it is missing, corrupt or of another kind; <see cref="LastError"/> says which.</returns>
    public bool TryRead(ObjectId id, GitObjectKind expected, out ReadOnlySpan<byte> content)
    {
        LastError = null;
        throw new NotImplementedException();
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
