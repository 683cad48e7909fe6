using System.Globalization;
using System.Text.Json.Serialization;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Hosting;

namespace KernelTracker.Web.Api;

/// <summary>"/releases.json", in the form of https://www.kernel.org/releases.json. Addresses of files, which we cannot know, are null.</summary>
public static class ReleasesJson
{
    /// <summary>A series whose end of life is over is listed as long as its last update is no older than this.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(120);

    /// <summary>When something was released.</summary>
    public sealed record Released(
        [property: JsonPropertyName("timestamp")] long Timestamp, [property: JsonPropertyName("isodate")] string IsoDate);

    /// <summary>Addresses of patches.</summary>
    public sealed record Patch([property: JsonPropertyName("full")] string? Full, [property: JsonPropertyName("incremental")] string? Incremental);

    /// <summary>A release that people may want.</summary>
    public sealed record Entry(
        [property: JsonPropertyName("iseol")] bool IsEndOfLife,
        [property: JsonPropertyName("version")] string Version,
        [property: JsonPropertyName("moniker")] string Moniker,
        [property: JsonPropertyName("source")] string? Source,
        [property: JsonPropertyName("pgp")] string? Signature,
        [property: JsonPropertyName("released")] Released Released,
        [property: JsonPropertyName("gitweb")] string? GitWeb,
        [property: JsonPropertyName("changelog")] string? Changelog,
        [property: JsonPropertyName("diffview")] string? DiffView,
        [property: JsonPropertyName("patch")] Patch Patch);

    /// <summary>The newest stable release.</summary>
    public sealed record Latest([property: JsonPropertyName("version")] string? Version);

    /// <summary>The whole.</summary>
    public sealed record Document(
        [property: JsonPropertyName("latest_stable")] Latest LatestStable, [property: JsonPropertyName("releases")] IReadOnlyList<Entry> Releases);

    /// <summary>Maps the file.</summary>
    public static IEndpointRouteBuilder MapReleasesJson(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/releases.json", async (SiteStateReader reader, ReleaseQueries releases, StableQueries stable, CancellationToken cancellation) =>
            await reader.ReadAsync(cancellation) is null
                ? Results.Text("There is no data yet.", statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Json(Of(await releases.ListAsync(cancellation), await stable.ListAsync(cancellation)))).ExcludeFromDescription();
        return routes;
    }

    /// <summary>Mainline first, then stable and longterm series, newest first.</summary>
    internal static Document Of(IReadOnlyList<ReleaseFigures> releases, IReadOnlyList<StableSeriesSummary> series)
    {
        var entries = new List<(string Moniker, KernelVersion Order, Entry Entry)>();
        var released = releases.FirstOrDefault(r => r.IsReleased);
        if (releases.Count > 0 && releases[0] is { IsReleased: false, NewestCandidate: { } candidate })
            Add("mainline", candidate.Version, candidate.Time, isOver: false);
        else if (released is not null)
            Add("mainline", released.Version, released.Time, isOver: false);
        // Between a release and its first update the release itself is the newest stable one.
        if (released is not null && entries[0].Entry.Version != released.Version[1..] && series.All(s => s.Base != released.Version || s.Newest is null))
            Add("stable", released.Version, released.Time, isOver: false);
        var last = series.Max(s => s.Newest?.Time);
        foreach (var one in series)
        {
            if (one.Newest is { } newest && (one.State == SeriesState.Maintained || (one.State == SeriesState.Ended && last - newest.Time <= Recent)))
                Add(one.Support == SeriesSupport.Longterm ? "longterm" : "stable", newest.Version, newest.Time, one.State == SeriesState.Ended);
        }
        var final = entries.Where(e => !e.Entry.IsEndOfLife && e.Order.Candidate is null).OrderByDescending(e => e.Order).FirstOrDefault();
        string[] order = ["mainline", "stable", "longterm"];
        return new Document(
            new Latest(final.Entry?.Version),
            [.. entries.OrderBy(e => Array.IndexOf(order, e.Moniker)).ThenByDescending(e => e.Order).Select(e => e.Entry)]);

        void Add(string moniker, string version, DateTimeOffset time, bool isOver) =>
            entries.Add((moniker, Order(version), new Entry(
                isOver, version[1..], moniker, null, null,
                new Released(time.ToUnixTimeSeconds(), time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), null, null, null, new Patch(null, null))));
    }

    private static KernelVersion Order(string version) =>
        StableVersion.TryParse(version, out var update) ? update.Series : KernelVersion.TryParse(version, out var release) ? release : default;
}
