using System.Text;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Git;

/// <summary>Finds single files at the top of a tree.</summary>
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
