using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Web.Hosting;
using Microsoft.Net.Http.Headers;

namespace KernelTracker.Web.Api;

/// <summary>What users and developers will notice as files: "/releases/v3.18/changes.md".</summary>
internal static class NotableDownloads
{
    /// <summary>Forms by their ending, with what they are called and sent as, and who writes them.</summary>
    public static readonly IReadOnlyList<(string Ending, string Name, string ContentType, Func<NotableList, string> Write)> Forms =
    [
        ("txt", "text", "text/plain", NotableText.ToText),
        ("md", "Markdown", "text/markdown", NotableText.ToMarkdown),
        ("html", "HTML", "text/html", NotableText.ToHtml),
        ("csv", "CSV", "text/csv", NotableText.ToCsv),
        ("json", "JSON", "application/json", NotableText.ToJson),
    ];

    /// <summary>Maps the files.</summary>
    public static IEndpointRouteBuilder MapNotableDownloads(this IEndpointRouteBuilder routes)
    {
        foreach (var (ending, _, type, write) in Forms)
        {
            routes.MapGet("/releases/{version}/changes." + ending, async (
                string version, string? asOf, string? since,
                HttpContext context, SiteStateReader reader, RangeQueries ranges, NotableQueries notable, CancellationToken cancellation) =>
            {
                if (await reader.ReadAsync(cancellation) is null)
                    return Results.Text("There is no data yet.", statusCode: StatusCodes.Status503ServiceUnavailable);
                var (range, problem, isMissing) = await RangeReader.ReadAsync(version, asOf, since, ranges.FindAsync, cancellation);
                if (range is null)
                    return Results.Text(problem, statusCode: isMissing ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
                context.Response.GetTypedHeaders().ContentDisposition =
                    new ContentDispositionHeaderValue("inline") { FileName = $"{range.Version}-changes.{ending}" };
                return Results.Text(write(await notable.OfRangeAsync(range, cancellation)), type + "; charset=utf-8");
            }).ExcludeFromDescription();
        }
        return routes;
    }
}
