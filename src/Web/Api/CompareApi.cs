using System.ComponentModel;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KernelTracker.Web.Api;

/// <summary>What lies between two moments, as JSON.</summary>
internal static class CompareApi
{
    public static void MapCompare(this RouteGroupBuilder api) =>
        api.MapGet("/compare/{pair}", JsonAsync).WithTags("Releases").WithSummary("What one moment has and another has not")
            .WithDescription("Over as many releases as lie between: what the second reaches and the first does not.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<WindowDocument>, ProblemHttpResult>> JsonAsync(
        [Description("Two moments: v2.6.28...v2.6.30. A moment is " + Moment.Forms + ".")] string pair,
        CompareQueries compare, WindowReader reports, CancellationToken cancellation)
    {
        var (range, problem, isMissing) = await RangeReader.ReadAsync(pair, compare, cancellation);
        if (range is null)
            return isMissing ? Problems.Missing(problem!) : Problems.Bad(problem!);
        return TypedResults.Ok(WindowDocument.Of(await reports.ReadAsync(range, cancellation)));
    }
}
