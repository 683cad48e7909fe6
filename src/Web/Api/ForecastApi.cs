using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KernelTracker.Web.Api;

/// <summary>What is to be expected of the release in the making.</summary>
internal static class ForecastApi
{
    public static void MapForecast(this RouteGroupBuilder api) =>
        api.MapGet("/forecast", ForecastAsync).WithTags("Releases").WithSummary("When the release in the making is to be expected")
            .WithDescription("From the dates of past cycles alone, with how well the rule would have done on past releases.");

    private static async Task<Ok<ForecastAnswerDocument>> ForecastAsync(ReleaseQueries releases, TimeProvider clock, CancellationToken cancellation)
    {
        var all = await releases.ListAsync(cancellation);
        return TypedResults.Ok(new ForecastAnswerDocument(
            Forecast.Rule,
            Forecast.Of(all, clock.GetUtcNow()) is { } forecast ? ForecastDocument.Of(forecast) : null,
            [.. ForecastRecord.Of(all).Select(ForecastTrialsDocument.Of)]));
    }
}
