using System.Globalization;
using KernelTracker.Data.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Storage;

/// <summary>Commits found, by number.</summary>
/// <param name="CommitIds">One page, best or newest first.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="IsRanked">Best first; false: newest first, because there are too many to rank.</param>
public sealed record SearchHits(IReadOnlyList<int> CommitIds, int Total, bool IsRanked);

/// <summary>Reads the full-text index (<see cref="SearchSchema"/>).</summary>
public sealed class CommitSearch(TrackerContext context)
{
    /// <summary>Ranking reads every match; above this number (a third of a second) the newest come first instead.</summary>
    public const int MaxRanked = 50_000;

    /// <summary>Finds commits.</summary>
    /// <param name="expression"><see cref="SearchText.Expression"/>.</param>
    /// <param name="releaseId">Only commits of this release; null for all.</param>
    /// <param name="area">Only commits of this area; null for all.</param>
    /// <param name="skip">Matches before the page.</param>
    /// <param name="take">Matches on the page.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<SearchHits> FindAsync(string expression, int? releaseId, Area? area, int skip, int take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var source = releaseId is null && area is null
                ? """ "CommitSearch" AS s WHERE "CommitSearch" MATCH $text """
                : """
                   "CommitSearch" AS s CROSS JOIN "Commits" AS c ON c."Id" = s.rowid
                  WHERE "CommitSearch" MATCH $text AND ($release IS NULL OR c."ReleaseId" = $release) AND ($area IS NULL OR c."Area" = $area)
                  """;
            using var command = connection.CreateCommand();
            command.Parameters.AddWithValue("$text", expression);
            if (releaseId is not null || area is not null)
            {
                command.Parameters.AddWithValue("$release", (object?)releaseId ?? DBNull.Value);
                command.Parameters.AddWithValue("$area", area is { } a ? (int)a : DBNull.Value);
            }
            command.CommandText = $"SELECT count(*) FROM {source}";
            var total = Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
            var isRanked = total <= MaxRanked;
            command.CommandText = $"SELECT s.rowid FROM {source} ORDER BY {(isRanked ? "s.rank" : "s.rowid DESC")} LIMIT $take OFFSET $skip";
            command.Parameters.AddWithValue("$take", take);
            command.Parameters.AddWithValue("$skip", skip);
            var ids = new List<int>(take);
            using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                ids.Add(reader.GetInt32(0));
            return new SearchHits(ids, total, isRanked);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }
}
