using System.Buffers;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Git;

/// <summary>
/// The bytes of the trees read last. Commits that follow each other share most of theirs, and unpacking a tree costs
/// far more than comparing it.
/// </summary>
internal sealed class TreeCache(ObjectReader reader)
{
    private const int GenerationBytes = 4 << 20;

    private Dictionary<ObjectId, Entry> _young = [];
    private Dictionary<ObjectId, Entry> _old = [];
    private int _youngBytes;

    /// <summary>A tree's bytes, valid until <see cref="Trim"/>.</summary>
    /// <exception cref="GitObjectException">It is missing, corrupt or no tree.</exception>
    public ReadOnlySpan<byte> Read(ObjectId id)
    {
        if (_young.TryGetValue(id, out var entry))
            return entry.Content;
        if (!_old.Remove(id, out entry))
        {
            using var tree = reader.Open(id, GitObjectKind.Tree);
            var content = tree.Content;
            entry = new Entry(ArrayPool<byte>.Shared.Rent(Math.Max(1, content.Length)), content.Length);
            content.CopyTo(entry.Bytes);
        }

        _young.Add(id, entry);
        _youngBytes += entry.Bytes.Length;
        return entry.Content;
    }

    /// <summary>Forgets what was not read for long, when there is too much. Not while spans are in use.</summary>
    public void Trim()
    {
        if (_youngBytes < GenerationBytes)
            return;
        foreach (var entry in _old.Values)
            ArrayPool<byte>.Shared.Return(entry.Bytes);
        _old.Clear();
        (_old, _young) = (_young, _old);
        _youngBytes = 0;
    }

    private readonly record struct Entry(byte[] Bytes, int Length)
    {
        public ReadOnlySpan<byte> Content => Bytes.AsSpan(0, Length);
    }
}
