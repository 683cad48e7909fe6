using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Web.Hosting;
using Microsoft.Net.Http.Headers;

namespace KernelTracker.Web.Api;

/// <summary>The hardware of a release as files: "/releases/v3.18/hardware.csv".</summary>
internal static class HardwareDownloads
{
    /// <summary>Forms by their ending, with what they are called and sent as, and who writes them.</summary>
    public static readonly IReadOnlyList<(string Ending, string Name, string ContentType, Func<HardwareReleaseList, string> Write)> Forms =
    [
        ("txt", "text", "text/plain", HardwareText.ToText),
        ("md", "Markdown", "text/markdown", HardwareText.ToMarkdown),
        ("html", "HTML", "text/html", HardwareText.ToHtml),
        ("csv", "CSV", "text/csv", HardwareText.ToCsv),
        ("json", "JSON", "application/json", HardwareText.ToJson),
    ];

    /// <summary>Maps the files.</summary>
    public static IEndpointRouteBuilder MapHardwareDownloads(this IEndpointRouteBuilder routes)
    {
        foreach (var (ending, _, type, write) in Forms)
        {
            routes.MapGet("/releases/{version}/hardware." + ending, async (
                string version, string? category, string? asOf, string? since,
                HttpContext context, SiteStateReader reader, RangeQueries ranges, HardwareQueries hardware, CancellationToken cancellation) =>
            {
                if (await reader.ReadAsync(cancellation) is null)
                    return Results.Text("There is no data yet.", statusCode: StatusCodes.Status503ServiceUnavailable);
                var (heading, wrong) = HardwareFilterReader.Category(category);
                if (wrong is not null)
                    return Results.Text(wrong, statusCode: StatusCodes.Status400BadRequest);
                var (range, problem, isMissing) = await RangeReader.ReadAsync(version, asOf, since, ranges.FindAsync, cancellation);
                if (range is null)
                    return Results.Text(problem, statusCode: isMissing ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
                context.Response.GetTypedHeaders().ContentDisposition =
                    new ContentDispositionHeaderValue("inline") { FileName = $"{range.Version}-hardware.{ending}" };
                return Results.Text(write(await hardware.ReleaseListAsync(range, heading, cancellation)), type + "; charset=utf-8");
            }).ExcludeFromDescription();
        }
        return routes;
    }
}
