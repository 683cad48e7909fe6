using System.Text;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Git;

/// <summary>Finds files in a tree by their names.</summary>
internal static class TreeLookup
{
    /// <summary>The object name of an entry of a tree; null when there is none of that name.</summary>
    /// <exception cref="GitObjectException">The tree is missing or corrupt.</exception>
    public static ObjectId? Find(ObjectReader reader, ObjectId tree, string name)
    {
        if (!reader.TryRead(tree, GitObjectKind.Tree, out var rest))
            throw new GitObjectException(tree, reader.LastError ?? "it is missing");
        return Entry(rest, name);
    }

    /// <summary>The object name of a file or folder by its path from a tree, with slashes; null when there is none.</summary>
    /// <exception cref="GitObjectException">A tree is missing or corrupt.</exception>
    public static ObjectId? FindPath(ObjectReader reader, ObjectId tree, string path)
    {
        var found = (ObjectId?)tree;
        foreach (var part in path.Split('/'))
        {
            if (found is not { } folder || (folder != tree && !reader.TryRead(folder, GitObjectKind.Tree, out _)))
                return null;
            found = Find(reader, folder, part);
        }
        return found;
    }

    /// <summary>The entries of a tree, in its order.</summary>
    /// <exception cref="GitObjectException">The tree is missing or corrupt.</exception>
    /// <exception cref="GitFormatException">An entry is malformed.</exception>
    public static IReadOnlyList<(string Name, bool IsFolder, ObjectId Id)> List(ObjectReader reader, ObjectId tree)
    {
        if (!reader.TryRead(tree, GitObjectKind.Tree, out var rest))
            throw new GitObjectException(tree, reader.LastError ?? "it is missing");
        var entries = new List<(string, bool, ObjectId)>();
        while (!rest.IsEmpty)
        {
            var entry = TreeEntry.Take(ref rest);
            entries.Add((GitText.Path(entry.Name), entry.IsDirectory, entry.Id));
        }
        return entries;
    }

    /// <summary>The object name of an entry of a tree's bytes; null when there is none of that name.</summary>
    public static ObjectId? Entry(ReadOnlySpan<byte> rest, string name)
    {
        var wanted = Encoding.UTF8.GetBytes(name);
        // An entry is "mode name NUL object-name" (git's Documentation/gitformat-tree, or tree-walk.c).
        while (rest.IndexOf((byte)0) is var end && end > 0 && rest.Length > end + ObjectId.Size)
        {
            var entry = rest[..end];
            if (entry[(entry.IndexOf((byte)' ') + 1)..].SequenceEqual(wanted))
                return new ObjectId(rest.Slice(end + 1, ObjectId.Size));
            rest = rest[(end + 1 + ObjectId.Size)..];
        }
        return null;
    }
}
