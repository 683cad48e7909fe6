using KernelTracker.Web.Hosting;

namespace KernelTracker.Web.Api;

/// <summary>The HTTP interface that others script against; additive changes only.</summary>
public static class TrackerApi
{
    /// <summary>Maps everything under /api/v1.</summary>
    public static IEndpointRouteBuilder MapTrackerApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").AddEndpointFilter(async (context, next) =>
            await context.HttpContext.RequestServices.GetRequiredService<SiteStateReader>()
                .ReadAsync(context.HttpContext.RequestAborted) is null && !IsStatus(context.HttpContext)
                ? Results.Problem("There is no data yet: ingest is at work. /api/v1/status tells how far it is.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "No data yet")
                : await next(context));
        api.MapReleases();
        api.MapCompare();
        api.MapForecast();
        api.MapCommits();
        api.MapHardware();
        api.MapKconfig();
        api.MapIdentifiers();
        api.MapStable();
        api.MapHistory();
        api.MapStatus();
        return routes;
    }

    private static bool IsStatus(HttpContext context) => context.Request.Path.StartsWithSegments("/api/v1/status");
}
