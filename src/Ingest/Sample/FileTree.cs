using System.Collections.Immutable;
using System.Text;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Sample;

/// <summary>An immutable set of files by path; directories that do not change are shared and written once.</summary>
internal sealed class FileTree
{
    /// <summary>An ordinary file.</summary>
    public const int RegularFile = 0x81A4; // octal 100644

    private const int DirectoryMode = 0x4000; // octal 40000

    private readonly ImmutableDictionary<string, Entry> _entries;
    private ObjectId? _written;

    private FileTree(ImmutableDictionary<string, Entry> entries) => _entries = entries;

    /// <summary>No files.</summary>
    public static FileTree Empty { get; } = new(ImmutableDictionary.Create<string, Entry>(StringComparer.Ordinal));

    /// <summary>No file in it.</summary>
    public bool IsEmpty => _entries.IsEmpty;

    /// <summary>The blob at a path; null when there is none.</summary>
    public ObjectId? Find(string path)
    {
        var (head, rest) = Split(path);
        if (!_entries.TryGetValue(head, out var entry))
            return null;
        return rest is null ? entry.Directory is null ? entry.Blob : null : entry.Directory?.Find(rest);
    }

    /// <summary>The same files with one added or replaced.</summary>
    public FileTree With(string path, ObjectId blob, int mode = RegularFile)
    {
        var (head, rest) = Split(path);
        if (rest is null)
            return new(_entries.SetItem(head, new Entry(null, blob, mode)));
        var below = _entries.TryGetValue(head, out var entry) && entry.Directory is { } directory ? directory : Empty;
        return new(_entries.SetItem(head, new Entry(below.With(rest, blob, mode), default, DirectoryMode)));
    }

    /// <summary>The same files without one.</summary>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public FileTree Without(string path)
    {
        var (head, rest) = Split(path);
        if (!_entries.TryGetValue(head, out var entry) || (rest is not null && entry.Directory is null))
            throw new InvalidOperationException($"There is no file '{path}' to remove.");
        if (rest is null)
            return new(_entries.Remove(head));
        var below = entry.Directory!.Without(rest);
        return new(below.IsEmpty ? _entries.Remove(head) : _entries.SetItem(head, entry with { Directory = below }));
    }

    /// <summary>The files of both; where both have a path, <paramref name="second"/> wins.</summary>
    public static FileTree Union(FileTree first, FileTree second)
    {
        if (ReferenceEquals(first, second))
            return first;
        var entries = first._entries;
        foreach (var (name, entry) in second._entries)
        {
            var both = entry.Directory is { } theirs && entries.TryGetValue(name, out var existing) && existing.Directory is { } ours
                ? entry with { Directory = Union(ours, theirs) }
                : entry;
            entries = entries.SetItem(name, both);
        }
        return new(entries);
    }

    /// <summary>Every file with its blob and mode.</summary>
    public IEnumerable<(string Path, ObjectId Blob, int Mode)> All(string prefix = "") =>
        _entries.SelectMany(e => e.Value.Directory is { } directory
            ? directory.All(prefix + e.Key + "/")
            : [(prefix + e.Key, e.Value.Blob, e.Value.Mode)]);

    /// <summary>The files of <paramref name="ours"/> with what <paramref name="theirs"/> did since <paramref name="ancestor"/>.</summary>
    /// <param name="ancestor">What both began from.</param>
    /// <param name="ours">One side.</param>
    /// <param name="theirs">The other side.</param>
    /// <param name="join">Joins a file that both sides changed: path, ancestor, ours, theirs; null stands for no such file.</param>
    public static FileTree Merge(FileTree ancestor, FileTree ours, FileTree theirs, Func<string, ObjectId?, ObjectId?, ObjectId?, ObjectId?> join)
    {
        var result = ours;
        var before = ancestor.All().ToDictionary(f => f.Path, StringComparer.Ordinal);
        var after = theirs.All().ToDictionary(f => f.Path, StringComparer.Ordinal);
        foreach (var path in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            ObjectId? from = before.TryGetValue(path, out var old) ? old.Blob : null;
            ObjectId? to = after.TryGetValue(path, out var changed) ? changed.Blob : null;
            var here = ours.Find(path);
            if (from == to || here == to)
                continue;
            var merged = here == from ? to : join(path, from, here, to);
            result = merged is { } blob ? result.With(path, blob, to is null ? RegularFile : changed.Mode) : result.Without(path);
        }
        return result;
    }

    /// <summary>Writes the tree objects that are not written yet; <paramref name="write"/> stores one and returns its name.</summary>
    public ObjectId WriteTo(Func<byte[], ObjectId> write)
    {
        if (_written is { } known)
            return known;
        using var content = new MemoryStream();
        // Git orders entries by bytes, a directory as if its name ended in a slash.
        var ordered = _entries
            .Select(e => (Name: Encoding.UTF8.GetBytes(e.Key), e.Value))
            .OrderBy(e => e.Value.Directory is null ? e.Name : [.. e.Name, (byte)'/'], ByteOrder.Instance);
        foreach (var (name, entry) in ordered)
        {
            content.Write(Encoding.ASCII.GetBytes(Convert.ToString(entry.Mode, 8) + " "));
            content.Write(name);
            content.WriteByte(0);
            content.Write((entry.Directory?.WriteTo(write) ?? entry.Blob).ToBytes());
        }
        var id = write(content.ToArray());
        _written = id;
        return id;
    }

    private static (string Head, string? Below) Split(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (path, null) : (path[..slash], path[(slash + 1)..]);
    }

    private sealed record Entry(FileTree? Directory, ObjectId Blob, int Mode);

    private sealed class ByteOrder : IComparer<byte[]>
    {
        public static readonly ByteOrder Instance = new();

        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
