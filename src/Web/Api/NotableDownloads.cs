using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;

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
            Stretch.Map(routes, "changes." + ending, async (
                Stretch stretch, HttpContext context, NotableQueries notable, CancellationToken cancellation) =>
            {
                Stretch.Name(context, stretch.Range!, $"changes.{ending}");
                return Results.Text(write(await notable.OfRangeAsync(stretch.Range!, cancellation)), type + "; charset=utf-8");
            });
        }
        return routes;
    }
}
