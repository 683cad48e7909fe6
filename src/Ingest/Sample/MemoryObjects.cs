using LibGit2Sharp;

namespace KernelTracker.Ingest.Sample;

/// <summary>
/// Holds git objects in memory until they are packed: thousands of small files are slow to make on some file systems.
/// </summary>
internal sealed class MemoryObjects : OdbBackend
{
    private readonly Dictionary<ObjectId, (byte[] Content, ObjectType Type)> _objects = [];

    /// <summary>The objects written so far.</summary>
    public IReadOnlyCollection<ObjectId> Ids => _objects.Keys;

    /// <inheritdoc />
    protected override OdbBackendOperations SupportedOperations =>
        OdbBackendOperations.Read | OdbBackendOperations.ReadHeader | OdbBackendOperations.Write | OdbBackendOperations.Exists;

    /// <inheritdoc />
    public override int Read(ObjectId id, out UnmanagedMemoryStream? data, out ObjectType objectType)
    {
        if (!_objects.TryGetValue(id, out var found))
        {
            data = null;
            objectType = default;
            return (int)ReturnCode.GIT_ENOTFOUND;
        }
        data = Allocate(found.Content.Length);
        data.Write(found.Content);
        objectType = found.Type;
        return (int)ReturnCode.GIT_OK;
    }

    /// <inheritdoc />
    public override int ReadHeader(ObjectId id, out int length, out ObjectType objectType)
    {
        var known = _objects.TryGetValue(id, out var found);
        length = known ? found.Content.Length : 0;
        objectType = found.Type;
        return (int)(known ? ReturnCode.GIT_OK : ReturnCode.GIT_ENOTFOUND);
    }

    /// <inheritdoc />
    public override int Write(ObjectId id, Stream dataStream, long length, ObjectType objectType)
    {
        var content = new byte[length];
        dataStream.ReadExactly(content);
        _objects[id] = (content, objectType);
        return (int)ReturnCode.GIT_OK;
    }

    /// <inheritdoc />
    public override bool Exists(ObjectId id) => _objects.ContainsKey(id);

    /// <inheritdoc />
    public override int ReadPrefix(string shortSha, out ObjectId id, out UnmanagedMemoryStream data, out ObjectType objectType) => throw NotOffered();

    /// <inheritdoc />
    public override int ReadStream(ObjectId id, out OdbBackendStream stream) => throw NotOffered();

    /// <inheritdoc />
    public override int WriteStream(long length, ObjectType objectType, out OdbBackendStream stream) => throw NotOffered();

    /// <inheritdoc />
    public override int ExistsPrefix(string shortSha, out ObjectId found) => throw NotOffered();

    /// <inheritdoc />
    public override int ForEach(ForEachCallback callback) => throw NotOffered();

    private static NotSupportedException NotOffered() => new("Not among the supported operations.");
}
