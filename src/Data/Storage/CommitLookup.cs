using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Storage;

/// <summary>Finds commits by the first digits of their object name, by the index on the name.</summary>
public static class CommitLookup
{
    /// <summary>Commits whose name begins with the given hexadecimal digits (1 to 40, checked by the caller).</summary>
    /// <remarks>Byte strings have no order in LINQ; in SQL they have one on every provider.</remarks>
    public static IQueryable<Commit> ByPrefix(TrackerContext context, string digits)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(digits);
        var low = Bytes(digits.PadRight(ObjectId.Size * 2, '0'));
        var high = Bytes(digits.PadRight(ObjectId.Size * 2, 'f'));
        return context.Commits.FromSql($"""SELECT * FROM "Commits" WHERE "Sha" >= {low} AND "Sha" <= {high}""");
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex);
}
