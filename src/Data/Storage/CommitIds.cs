using System.Globalization;
using System.Text;
using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Storage;

/// <summary>Finds commits by the beginning of their object name, as a range over the index.</summary>
public static class CommitIds
{
    /// <summary>Fewest digits that count as an abbreviated object name; git's own default.</summary>
    public const int MinDigits = 7;

    private const int Batch = 100;

    /// <summary>Whether a text may be an object name, whole or abbreviated.</summary>
    public static bool IsPrefix(string? text) =>
        text is { Length: >= MinDigits and <= ObjectId.Size * 2 } && text.All(char.IsAsciiHexDigit);

    /// <summary>Commits whose object name begins so.</summary>
    /// <param name="context">The database.</param>
    /// <param name="prefix">1 to 40 hexadecimal digits, checked by the caller.</param>
    internal static IQueryable<Commit> StartingWith(TrackerContext context, string prefix)
    {
        var (low, high) = Range(prefix);
        return context.Commits.FromSql($"""SELECT * FROM "Commits" WHERE "Sha" >= {low} AND "Sha" <= {high}""");
    }

    /// <summary>For each prefix that exactly one commit has, that commit's object name.</summary>
    internal static async Task<IReadOnlyDictionary<string, (ObjectId Sha, bool IsMerge)>> ResolveAsync(
        TrackerContext context, IEnumerable<string> prefixes, CancellationToken cancellation)
    {
        var found = new Dictionary<string, (ObjectId, bool)>(StringComparer.OrdinalIgnoreCase);
        foreach (var batch in prefixes.Where(IsPrefix).Distinct(StringComparer.OrdinalIgnoreCase).Chunk(Batch))
        {
            var sql = new StringBuilder("WITH p(hex, low, high) AS (VALUES ");
            var values = new List<object>();
            foreach (var prefix in batch)
            {
                var (low, high) = Range(prefix);
                sql.Append(CultureInfo.InvariantCulture, $"{(values.Count > 0 ? ", " : "")}({{{values.Count}}}, {{{values.Count + 1}}}, {{{values.Count + 2}}})");
                values.AddRange([prefix, low, high]);
            }
            sql.Append("""
                ) SELECT p.hex AS "Prefix", c."Sha", c."IsMerge" FROM p CROSS JOIN "Commits" AS c ON c."Sha" >= p.low AND c."Sha" <= p.high
                """);
            var rows = await context.Database.SqlQueryRaw<Match>(sql.ToString(), [.. values]).ToListAsync(cancellation);
            foreach (var group in rows.GroupBy(r => r.Prefix).Where(g => g.Count() == 1))
                found[group.Key] = (new ObjectId(group.First().Sha), group.First().IsMerge);
        }
        return found;
    }

    private static (byte[] Low, byte[] High) Range(string prefix) =>
        (Convert.FromHexString(prefix.PadRight(ObjectId.Size * 2, '0')), Convert.FromHexString(prefix.PadRight(ObjectId.Size * 2, 'f')));

    private sealed record Match(string Prefix, byte[] Sha, bool IsMerge);
}
