using KernelTracker.Data;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Finds stored commits by their object names, whole or abbreviated.</summary>
internal sealed class CommitNames
{
    private readonly byte[][] _names;
    private readonly int[] _ids;

    private CommitNames(byte[][] names, int[] ids) => (_names, _ids) = (names, ids);

    /// <summary>Reads the names of all stored commits.</summary>
    public static CommitNames Load(TrackerContext context)
    {
        var rows = context.Commits.Select(c => new { c.Id, c.Sha }).ToList();
        var (names, ids) = (new byte[rows.Count][], new int[rows.Count]);
        for (var i = 0; i < rows.Count; i++)
            (names[i], ids[i]) = (rows[i].Sha, rows[i].Id);
        Array.Sort(names, ids, Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
        return new CommitNames(names, ids);
    }

    /// <summary>The commit that an id written in a message leads to.</summary>
    /// <param name="written">7 to 40 hexadecimal digits in lower case.</param>
    /// <returns>Its row; null unless exactly one stored commit begins so.</returns>
    public (MentionState State, int? CommitId) Find(string written)
    {
        var (low, high) = (Bound(written, upper: false), Bound(written, upper: true));
        return (high - low) switch
        {
            0 => (MentionState.NotHeld, null),
            1 => (MentionState.Found, _ids[low]),
            _ => (MentionState.Ambiguous, null),
        };
    }

    /// <summary>Index of the first name that is not below (or, for the upper bound, that is above) all that begin so.</summary>
    private int Bound(string written, bool upper)
    {
        var (low, high) = (0, _names.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = Compare(_names[middle], written);
            if (order < 0 || (upper && order == 0))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Compares a name, as far as the written digits go.</summary>
    private static int Compare(byte[] name, string written)
    {
        for (var i = 0; i < written.Length; i++)
        {
            var digit = (i % 2 == 0) ? name[i / 2] >> 4 : name[i / 2] & 0xF;
            var wanted = char.IsAsciiDigit(written[i]) ? written[i] - '0' : written[i] - 'a' + 10;
            if (digit != wanted)
                return digit - wanted;
        }
        return 0;
    }
}
