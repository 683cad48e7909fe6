using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Git;

/// <summary>An entry of a tree object: octal mode, space, name, NUL, 20 bytes of object name.</summary>
internal readonly ref struct TreeEntry
{
    private readonly ReadOnlySpan<byte> _id;

    private TreeEntry(int mode, ReadOnlySpan<byte> name, ReadOnlySpan<byte> id)
    {
        Mode = mode;
        Name = name;
        _id = id;
    }

    /// <summary>The mode, canonical.</summary>
    public int Mode { get; }

    /// <summary>The name.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>What it holds.</summary>
    public ObjectId Id => new(_id);

    /// <summary>It is a directory.</summary>
    public bool IsDirectory => Mode == GitFileMode.Directory;

    /// <summary>Reads the first entry and moves past it.</summary>
    /// <exception cref="GitFormatException">Not an entry.</exception>
    public static TreeEntry Take(ref ReadOnlySpan<byte> rest)
    {
        var mode = 0;
        var i = 0;
        for (; i < rest.Length && rest[i] is >= (byte)'0' and <= (byte)'7' && i < 7; i++)
            mode = mode * 8 + (rest[i] - '0');
        if (i == 0 || i >= rest.Length || rest[i] != ' ')
            throw new GitFormatException("a mode is malformed");
        var afterMode = rest[(i + 1)..];
        var length = afterMode.IndexOf((byte)0);
        if (length <= 0 || afterMode.Length < length + 1 + ObjectId.Size)
            throw new GitFormatException("an entry is cut off or has no name");
        rest = afterMode[(length + 1 + ObjectId.Size)..];
        return new TreeEntry(GitFileMode.Canonical(mode), afterMode[..length], afterMode.Slice(length + 1, ObjectId.Size));
    }

    /// <summary>Steps over the entries with which both trees begin alike.</summary>
    public static void SkipEqual(ref ReadOnlySpan<byte> left, ref ReadOnlySpan<byte> right)
    {
        var common = left.CommonPrefixLength(right);
        var whole = 0;
        while (whole < common)
        {
            var end = left[whole..].IndexOf((byte)0);
            if (end < 0)
                break;
            var next = whole + end + 1 + ObjectId.Size;
            if (next > common)
                break;
            whole = next;
        }

        left = left[whole..];
        right = right[whole..];
    }

    /// <summary>Git's order within a tree: by bytes, a directory as if its name ended in a slash.</summary>
    public static int Compare(in TreeEntry left, in TreeEntry right)
    {
        var shared = Math.Min(left.Name.Length, right.Name.Length);
        var order = left.Name[..shared].SequenceCompareTo(right.Name[..shared]);
        return order != 0 ? order : left.ByteAt(shared) - right.ByteAt(shared);
    }

    private int ByteAt(int index) => index < Name.Length ? Name[index] : IsDirectory ? '/' : 0;
}
