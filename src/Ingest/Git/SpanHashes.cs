using System.Runtime.InteropServices;

namespace KernelTracker.Ingest.Git;

/// <summary>
/// A file as git compares it to find renames: cut behind each line feed or 64 bytes, each piece hashed, and the bytes
/// counted that fall on each hash. Two files are as similar as these counts agree. (gitdiffcore(7), "diffcore-rename".)
/// </summary>
internal sealed class SpanHashes
{
    private const int Buckets = 107927;
    private const int MaxPiece = 64;

    private readonly (int Hash, int Bytes)[] _counts;

    private SpanHashes((int Hash, int Bytes)[] counts) => _counts = counts;

    /// <summary>Hashes a file. A last piece that is neither full nor ended by a line feed does not count, in git as here.</summary>
    public static SpanHashes Of(ReadOnlySpan<byte> content)
    {
        var isText = !LineCounter.LooksBinary(content);
        var counts = new Dictionary<int, int>();
        uint first = 0, second = 0;
        var length = 0;
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (isText && c == '\r' && i + 1 < content.Length && content[i + 1] == '\n')
                continue;
            var before = first;
            first = ((first << 7) ^ (second >> 25)) + c;
            second = (second << 7) ^ (before >> 25);
            if (++length < MaxPiece && c != '\n')
                continue;
            CollectionsMarshal.GetValueRefOrAddDefault(
                counts, (int)((first + second * 0x61) % Buckets), out _) += length;
            length = 0;
            first = second = 0;
        }

        var sorted = new (int, int)[counts.Count];
        var next = 0;
        foreach (var (hash, bytes) in counts)
            sorted[next++] = (hash, bytes);
        Array.Sort(sorted);
        return new SpanHashes(sorted);
    }

    /// <summary>Bytes of this file that are in the other too.</summary>
    public long CopiedTo(SpanHashes other)
    {
        long copied = 0;
        var theirs = other._counts;
        var j = 0;
        foreach (var (hash, bytes) in _counts)
        {
            while (j < theirs.Length && theirs[j].Hash < hash)
                j++;
            if (j == theirs.Length)
                break;
            if (theirs[j].Hash == hash)
                copied += Math.Min(bytes, theirs[j].Bytes);
        }

        return copied;
    }
}
