using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Api;
using KernelTracker.Web.Hosting;

namespace KernelTracker.Web.Charts;

/// <summary>Serves the charts as pictures, each in a wide and a narrow form.</summary>
public static class ChartEndpoints
{
    /// <summary>Maps the pictures under /charts.</summary>
    public static IEndpointRouteBuilder MapCharts(this IEndpointRouteBuilder routes)
    {
        var charts = routes.MapGroup("/charts").ExcludeFromDescription();
        charts.MapGet("/releases.svg", ReleasesAsync);
        charts.MapGet("/releases/{version}/days.svg", DaysAsync);
        charts.MapGet("/releases/{version}/total.svg", TotalAsync);
        charts.MapGet("/releases/{version}/flow.svg", FlowAsync);
        charts.MapGet("/compare/{pair}/total.svg", ComparedTotalAsync);
        charts.MapGet("/compare/{pair}/flow.svg", ComparedFlowAsync);
        charts.MapGet("/stable/{series}/updates.svg", UpdatesAsync);
        return routes;
    }

    private static async Task<IResult> ReleasesAsync(string? size, ReleaseQueries releases, DesignTokens tokens, CancellationToken cancellation) =>
        Picture(ReleasesChart.Of(await releases.ListAsync(cancellation), Size(size)), "Changesets of every release", tokens);

    private static async Task<IResult> UpdatesAsync(string series, string? size, StableQueries stable, DesignTokens tokens, CancellationToken cancellation) =>
        SeriesName.TryParse(series, out var version) && await stable.SeriesAsync(version, cancellation) is { } details
            ? Picture(UpdatesChart.Of(details.Updates, Size(size)), $"Changesets of every update of {details.Summary.Name}", tokens)
            : Results.NotFound();

    private static Task<IResult> DaysAsync(
        string version, string? asOf, string? since, string? size,
        ReleaseQueries releases, RangeQueries ranges, DesignTokens tokens, CancellationToken cancellation) =>
        DayPictureAsync(version, asOf, since, releases, ranges, (days, marks) =>
            Picture(DayChart.PerDay(days, marks, Size(size)), $"Changesets of {version} by day", tokens), cancellation);

    private static Task<IResult> TotalAsync(
        string version, string? asOf, string? since, string? size,
        ReleaseQueries releases, RangeQueries ranges, DesignTokens tokens, CancellationToken cancellation) =>
        DayPictureAsync(version, asOf, since, releases, ranges, (days, marks) =>
            Picture(DayChart.RunningTotal(days, marks, Size(size)), $"Changesets of {version}, running total", tokens), cancellation);

    private static async Task<IResult> FlowAsync(
        string version, string? asOf, string? since, string? size,
        RangeQueries ranges, FlowQueries flows, DesignTokens tokens, CancellationToken cancellation)
    {
        var (range, _, _) = await RangeReader.ReadAsync(version, asOf, since, ranges.FindAsync, cancellation);
        return range is null ? Results.NotFound() : await FlowPictureAsync(range, size, flows, tokens, cancellation);
    }

    private static async Task<IResult> ComparedFlowAsync(
        string pair, string? size, CompareQueries compare, FlowQueries flows, DesignTokens tokens, CancellationToken cancellation)
    {
        var (range, _, _) = await RangeReader.ReadAsync(pair, compare, cancellation);
        return range is null ? Results.NotFound() : await FlowPictureAsync(range, size, flows, tokens, cancellation);
    }

    private static async Task<IResult> FlowPictureAsync(ReleaseRange range, string? size, FlowQueries flows, DesignTokens tokens, CancellationToken cancellation) =>
        Picture(FlowChart.Of(await flows.ReadAsync(range, cancellation), Size(size)), $"From tree to tree into mainline: {range.GitRange}", tokens);

    private static async Task<IResult> ComparedTotalAsync(
        string pair, string? size, CompareQueries compare, ReleaseQueries releases, DesignTokens tokens, CancellationToken cancellation)
    {
        var (range, _, _) = await RangeReader.ReadAsync(pair, compare, cancellation);
        if (range is null)
            return Results.NotFound();
        var shas = range.Chain.Select(c => c.Sha).ToHashSet();
        var marks = (await releases.ListAsync(cancellation)).Where(r => r.IsReleased && shas.Contains(r.Sha))
            .Select(r => new DayMark(DateOnly.FromDateTime(r.Time.DateTime), r.Version)).ToList();
        return Picture(DayChart.RunningTotal(RangeDays.Of(range), marks, Size(size)), $"Changesets from {range.Since} to {range.AsOf}, running total", tokens);
    }

    private static async Task<IResult> DayPictureAsync(
        string version, string? asOf, string? since, ReleaseQueries releases, RangeQueries ranges,
        Func<IReadOnlyList<DayFigures>, IReadOnlyList<DayMark>, IResult> draw, CancellationToken cancellation)
    {
        if (!KernelVersion.TryParse(version, out var parsed) || !TryMoment(asOf, out var upTo) || !TryMoment(since, out var after))
            return Results.NotFound();
        var answer = await ranges.FindAsync(parsed, upTo, after, cancellation);
        var release = await releases.FindAsync(parsed, cancellation);
        if (answer.Range is not { } range || release is null)
            return Results.NotFound();
        return draw(RangeDays.Of(range), MarksIn(range, release));
    }

    /// <summary>The candidates whose commit lies within the stretch.</summary>
    internal static IReadOnlyList<DayMark> MarksIn(ReleaseRange range, ReleaseFigures release)
    {
        var shas = range.Chain.Select(c => c.Sha).ToHashSet();
        return [.. release.Candidates.Where(c => shas.Contains(c.Sha))
            .Select(c => new DayMark(DateOnly.FromDateTime(c.Time.DateTime), $"rc{c.Number}"))];
    }

    private static bool TryMoment(string? text, out Moment? moment)
    {
        moment = null;
        return string.IsNullOrWhiteSpace(text) || Moment.TryParse(text, out moment);
    }

    private static ChartSize Size(string? size) => size switch
    {
        "narrow" => ChartSize.Narrow,
        "medium" => ChartSize.Medium,
        _ => ChartSize.Wide,
    };

    private static IResult Picture(Drawing drawing, string title, DesignTokens tokens) =>
        Results.Text(SvgWriter.Write(drawing, title, tokens.Css), "image/svg+xml");
}
