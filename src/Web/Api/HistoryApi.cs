using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KernelTracker.Web.Api;

/// <summary>A release or update in the history of all.</summary>
/// <param name="Version">The tag.</param>
/// <param name="Date">Committer date of the tagged commit.</param>
/// <param name="Kind">"mainline", "candidate" or "stable".</param>
/// <param name="Series">The series it belongs to.</param>
/// <param name="Longterm">That series is kept up for years.</param>
/// <param name="EndOfLife">End of life of the series, stated or planned; null when not known.</param>
/// <param name="Ended">That is over.</param>
public sealed record HistoryEntry(string Version, DateTimeOffset Date, string Kind, string Series, bool Longterm, DateOnly? EndOfLife, bool Ended);

/// <summary>Every release and update ever.</summary>
internal static class HistoryApi
{
    public static void MapHistory(this RouteGroupBuilder api) =>
        api.MapGet("/releases/history", ListAsync).WithTags("Releases").WithSummary("Every release, candidate and stable update ever, newest first")
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<PageOf<HistoryEntry>>, ProblemHttpResult>> ListAsync(
        string? page, string? pageSize, ReleaseQueries releases, StableQueries stable, CancellationToken cancellation)
    {
        if (!Paging.TryRead(page, pageSize, out var paging, out var problem))
            return Problems.Bad(problem);
        var series = (await stable.ListAsync(cancellation)).ToDictionary(s => s.Name);
        var entries = new List<HistoryEntry>();
        foreach (var release in await releases.ListAsync(cancellation))
        {
            if (release.IsReleased)
                entries.Add(Entry(release.Version, release.Time, "mainline", release.Version[1..]));
            entries.AddRange(release.Candidates.Select(c => Entry(c.Version, c.Time, "candidate", release.Version[1..])));
        }
        entries.AddRange((await stable.AllAsync(cancellation)).Select(u => Entry(u.Version, u.Time, "stable", u.Series)));
        return TypedResults.Ok(new PageOf<HistoryEntry>(
            [.. entries.OrderByDescending(e => e.Date).Skip((paging.Number - 1) * paging.Size).Take(paging.Size)], paging.Number, paging.Size, entries.Count));

        HistoryEntry Entry(string version, DateTimeOffset date, string kind, string name)
        {
            var own = series.GetValueOrDefault(name);
            return new HistoryEntry(version, date, kind, name, own?.Support == SeriesSupport.Longterm, own?.EndOfLife, own?.State == SeriesState.Ended);
        }
    }
}
