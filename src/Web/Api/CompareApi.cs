using System.ComponentModel;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KernelTracker.Web.Api;

/// <summary>What lies between two moments, as JSON and as text: "/compare/v2.6.28...v2.6.30.txt".</summary>
internal static class CompareApi
{
    public static void MapCompare(this RouteGroupBuilder api) =>
        api.MapGet("/compare/{pair}", JsonAsync).WithTags("Releases").WithSummary("What one moment has and another has not")
            .WithDescription("Over as many releases as lie between: what the second reaches and the first does not.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Maps the text.</summary>
    public static IEndpointRouteBuilder MapCompareText(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/compare/{pair}.txt", TextAsync).ExcludeFromDescription();
        return routes;
    }

    private static async Task<Results<Ok<WindowDocument>, ProblemHttpResult>> JsonAsync(
        [Description("Two moments: v2.6.28...v2.6.30. A moment is " + Moment.Forms + ".")] string pair,
        CompareQueries compare, WindowReader reports, CancellationToken cancellation)
    {
        var (range, problem, isMissing) = await RangeReader.ReadAsync(pair, compare, cancellation);
        if (range is null)
            return isMissing ? Problems.Missing(problem!) : Problems.Bad(problem!);
        return TypedResults.Ok(WindowDocument.Of(await reports.ReadAsync(range, cancellation)));
    }

    private static async Task<IResult> TextAsync(
        string pair, SiteStateReader reader, CompareQueries compare, WindowReader reports, CancellationToken cancellation)
    {
        if (await reader.ReadAsync(cancellation) is null)
            return Results.Text("There is no data yet.", statusCode: StatusCodes.Status503ServiceUnavailable);
        var (range, problem, isMissing) = await RangeReader.ReadAsync(pair, compare, cancellation);
        return range is null
            ? Results.Text(problem, statusCode: isMissing ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest)
            : Results.Text(WindowText.ToText(await reports.ReadAsync(range, cancellation)));
    }
}
