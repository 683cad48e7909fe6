using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Web.Hosting;

namespace KernelTracker.Web.Api;

/// <summary>Stable updates as plain text: "/stable/v3.16.4.txt", "/stable/3.16/between.txt".</summary>
internal static class StableTexts
{
    /// <summary>Maps the texts.</summary>
    public static IEndpointRouteBuilder MapStableTexts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/stable/{version}.txt", UpdateAsync).ExcludeFromDescription();
        routes.MapGet("/stable/{series}/between.txt", BetweenAsync).ExcludeFromDescription();
        return routes;
    }

    private static async Task<IResult> UpdateAsync(
        string version, SiteStateReader reader, StableQueries stable, StableReportQueries reports, CancellationToken cancellation)
    {
        if (await reader.ReadAsync(cancellation) is null)
            return NoData();
        if (!StableVersion.TryParse(version, out var wanted))
            return Results.Text($"“{version}” is not a stable update, such as v3.16.4.", statusCode: StatusCodes.Status404NotFound);
        if (await stable.FindAsync(wanted, cancellation) is { } update)
        {
            var range = StableReportQueries.RangeOf(update);
            return Results.Text(StableText.OfUpdate(update, await reports.ReportAsync(range, cancellation), await AllAsync(range, reports, cancellation)));
        }
        var rounds = new List<(ReviewFigures, IReadOnlyList<ReviewPatchLine>)>();
        foreach (var round in await stable.ReviewsAsync(wanted, cancellation))
            rounds.Add((round, (await stable.PatchesAsync(round, 1, int.MaxValue, cancellation)).Items));
        return rounds.Count == 0
            ? Results.Text($"There is no update {wanted.Update}, neither released nor in preparation.", statusCode: StatusCodes.Status404NotFound)
            : Results.Text(StableText.OfReview(rounds));
    }

    private static async Task<IResult> BetweenAsync(
        string series, string? from, string? to, SiteStateReader reader, StableQueries stable, StableReportQueries reports, CancellationToken cancellation)
    {
        if (await reader.ReadAsync(cancellation) is null)
            return NoData();
        var answer = await StableRangeReader.ReadAsync(series, from, to, reports, cancellation);
        if (answer.Range is not { } range)
            return Results.Text(answer.Problem, statusCode: answer.IsMissing ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
        return Results.Text(StableText.OfRange(
            await reports.ReportAsync(range, cancellation),
            await AllAsync(range, reports, cancellation),
            range.Review is { } review ? (await stable.PatchesAsync(review, 1, int.MaxValue, cancellation)).Items : []));
    }

    private static async Task<IReadOnlyList<StableLine>> AllAsync(StableRange range, StableReportQueries reports, CancellationToken cancellation) =>
        (await reports.ChangesetsAsync(range, null, 1, int.MaxValue, cancellation)).Items;

    private static IResult NoData() => Results.Text("There is no data yet.", statusCode: StatusCodes.Status503ServiceUnavailable);
}
