using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Storage;

/// <summary>Reads the index over hardware additions (<see cref="HardwareSearchSchema"/>).</summary>
public sealed class HardwareSearch(TrackerContext context)
{
    /// <summary>Words that a wildcard may stand for; more are left out, as the part number then says next to nothing.</summary>
    public const int MaxWildcard = 200;

    /// <summary>The numbers of the additions that an expression finds, best first.</summary>
    /// <param name="expression">FTS5 (<see cref="HardwareWord"/>).</param>
    /// <param name="cancellation">Stops the search.</param>
    public Task<IReadOnlyList<int>> FindAsync(string expression, CancellationToken cancellation) =>
        ReadAsync(
            """SELECT rowid FROM "HardwareSearch" WHERE "HardwareSearch" MATCH $text ORDER BY rank""",
            r => r.GetInt32(0), cancellation, ("$text", expression));

    /// <summary>The words of the index that match a pattern of letters, digits and '?' for any one of them.</summary>
    /// <param name="pattern">Folded as <see cref="SearchTokens"/> folds; begins with at least one letter or digit.</param>
    /// <param name="cancellation">Stops the search.</param>
    public Task<IReadOnlyList<string>> WordsLikeAsync(string pattern, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var start = pattern[..pattern.IndexOf('?', StringComparison.Ordinal)];
        return ReadAsync(
            """SELECT DISTINCT term FROM "HardwareWords" WHERE term >= $start AND term < $end AND term GLOB $pattern LIMIT $most""",
            r => r.GetString(0), cancellation,
            ("$start", start), ("$end", start + "\U0010FFFF"), ("$pattern", pattern + "*"), ("$most", MaxWildcard));
    }

    /// <summary>Words of names, parts, vendors and drivers of about the length given, with how many additions have each.</summary>
    /// <param name="minLength">Shortest.</param>
    /// <param name="maxLength">Longest.</param>
    /// <param name="cancellation">Stops the search.</param>
    public Task<IReadOnlyList<(string Word, int Additions)>> WordsAsync(int minLength, int maxLength, CancellationToken cancellation) =>
        ReadAsync(
            """
            SELECT term, sum(doc) FROM "HardwareWords"
             WHERE col IN ('name', 'parts', 'vendor', 'driver') AND length(term) BETWEEN $min AND $max GROUP BY term
            """,
            r => (r.GetString(0), r.GetInt32(1)), cancellation, ("$min", minLength), ("$max", maxLength));

    private async Task<IReadOnlyList<T>> ReadAsync<T>(
        string sql, Func<SqliteDataReader, T> row, CancellationToken cancellation, params (string Name, object Value)[] parameters)
    {
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        await context.Database.OpenConnectionAsync(cancellation);
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in parameters)
                command.Parameters.AddWithValue(name, value);
            var rows = new List<T>();
            using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
                rows.Add(row(reader));
            return rows;
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }
}
