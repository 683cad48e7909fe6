using System.Buffers;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Git;

/// <summary>Reads annotated tags (git-mktag(1)).</summary>
internal static class TagParser
{
    /// <summary>Tags of tags of tags …: more of them is damage.</summary>
    private const int MaxDepth = 64;

    /// <summary>What a tag object tags; false when it does not say.</summary>
    public static bool TryParseTarget(ReadOnlySpan<byte> raw, out ObjectId target)
    {
        target = default;
        Span<byte> bytes = stackalloc byte[ObjectId.Size];
        if (!raw.StartsWith("object "u8)
            || raw.Length < 7 + 2 * ObjectId.Size
            || Convert.FromHexString(raw.Slice(7, 2 * ObjectId.Size), bytes, out _, out _) != OperationStatus.Done)
            return false;
        target = new ObjectId(bytes);
        return true;
    }

    /// <summary>The commit behind an object: itself, or what its tags lead to; null when that is none or cannot be read.</summary>
    public static ObjectId? Peel(ObjectReader reader, ObjectId id)
    {
        for (var depth = 0; depth < MaxDepth; depth++)
        {
            if (reader.TryRead(id, GitObjectKind.Commit, out _))
                return id;
            if (!reader.TryRead(id, GitObjectKind.Tag, out var raw) || !TryParseTarget(raw, out id))
                return null;
        }

        return null;
    }
}
