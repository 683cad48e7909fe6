using KernelTracker.Web.Hosting;
using Microsoft.AspNetCore.Http.Extensions;

namespace KernelTracker.Web.Feeds;

/// <summary>Serves the feeds under /feeds.</summary>
public static class FeedEndpoints
{
    /// <summary>Entries of a feed; readers ask again long before as many are new.</summary>
    internal const int Length = 60;

    /// <summary>Maps the feeds.</summary>
    public static IEndpointRouteBuilder MapFeeds(this IEndpointRouteBuilder routes)
    {
        var feeds = routes.MapGroup("/feeds").ExcludeFromDescription();
        feeds.MapGet("/releases.atom", ReleaseFeed.AnswerAsync);
        feeds.MapGet("/pulls.atom", PullFeed.AnswerAsync);
        feeds.MapGet("/hardware.atom", HardwareFeed.AnswerAsync);
        feeds.MapGet("/stable.atom", StableFeed.AnswerAsync);
        return routes;
    }

    /// <summary>The feed as an answer; 503 while there is no data.</summary>
    internal static async Task<IResult> AnswerAsync(HttpContext context, SiteStateReader reader, Func<Task<FeedContent>> read)
    {
        if (await reader.ReadAsync(context.RequestAborted) is not { } state)
            return NoData();
        var request = context.Request;
        var site = new Uri(UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, "/"));
        return Results.Text(
            AtomFeed.Write(await read(), site, request.Path + request.QueryString, state.PublishedAt), AtomFeed.ContentType);
    }

    /// <summary>The answer while nothing has been published.</summary>
    internal static IResult NoData() => Results.Text("There is no data yet.", statusCode: StatusCodes.Status503ServiceUnavailable);

    /// <summary>What is wrong with a parameter.</summary>
    internal static IResult Wrong(string problem, bool isMissing = false) =>
        Results.Text(problem, statusCode: isMissing ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
}
