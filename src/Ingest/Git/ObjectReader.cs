using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Git;

/// <summary>Reads raw objects. One per thread.</summary>
internal sealed class ObjectReader : IDisposable
{
    private readonly LibGit2.OdbHandle _odb;
    private LibGit2.RepositoryHandle? _repository;
    private GitObject _current;

    /// <summary>Opens the objects directory of a repository.</summary>
    /// <exception cref="GitRepositoryException">It cannot be opened.</exception>
    public ObjectReader(string objectsDirectory)
    {
        LibGit2.Initialise();
        _odb = LibGit2.OpenOdb(objectsDirectory);
    }

    /// <summary>Why the last read failed; null after a good one.</summary>
    public string? LastError { get; private set; }

    /// <summary>Reads an object of the kind expected. The content is valid until the next call.</summary>
    /// <returns>False when it is missing, corrupt or of another kind; <see cref="LastError"/> says which.</returns>
    public bool TryRead(ObjectId id, GitObjectKind expected, out ReadOnlySpan<byte> content)
    {
        _current.Dispose();
        var found = TryOpen(id, expected, out _current);
        content = found ? _current.Content : default;
        return found;
    }

    /// <summary>Reads an object of the kind expected. The content is valid until the object is disposed.</summary>
    /// <returns>False when it is missing, corrupt or of another kind; <see cref="LastError"/> says which.</returns>
    public bool TryOpen(ObjectId id, GitObjectKind expected, out GitObject opened)
    {
        Span<byte> bytes = stackalloc byte[ObjectId.Size];
        id.CopyTo(bytes);
        opened = new GitObject(LibGit2.Read(_odb, bytes, out var error));
        if (error is null && opened.Kind != expected)
        {
            error = $"the object is not a {expected.ToString().ToLowerInvariant()}";
            opened.Dispose();
            opened = default;
        }

        LastError = error;
        return error is null;
    }

    /// <summary>Reads an object of the kind expected. The content is valid until the object is disposed.</summary>
    /// <exception cref="GitObjectException">It is missing, corrupt or of another kind.</exception>
    public GitObject Open(ObjectId id, GitObjectKind expected) =>
        TryOpen(id, expected, out var opened) ? opened : throw Failure(id, expected);

    /// <summary>Reads a blob for comparison.</summary>
    /// <exception cref="GitObjectException">It is missing, corrupt or of another kind.</exception>
    public GitBlob OpenBlob(ObjectId id)
    {
        Span<byte> bytes = stackalloc byte[ObjectId.Size];
        id.CopyTo(bytes);
        _repository ??= LibGit2.Wrap(_odb);
        var handle = LibGit2.ReadBlob(_repository, bytes, out var error);
        LastError = error;
        return error is null ? new GitBlob(handle) : throw Failure(id, GitObjectKind.Blob);
    }

    /// <summary>Bytes in an object's content.</summary>
    /// <exception cref="GitObjectException">It is missing or corrupt.</exception>
    public long Size(ObjectId id)
    {
        Span<byte> bytes = stackalloc byte[ObjectId.Size];
        id.CopyTo(bytes);
        var size = LibGit2.ReadSize(_odb, bytes, out var error);
        LastError = error;
        return error is null ? size : throw Failure(id, GitObjectKind.Blob);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _current.Dispose();
        _current = default;
        _repository?.Dispose();
        _odb.Dispose();
    }

    private GitObjectException Failure(ObjectId id, GitObjectKind expected) =>
        new(id, $"Cannot read {expected.ToString().ToLowerInvariant()} {id}: {LastError}.");
}
