using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;

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
            Stretch.Map(routes, "hardware." + ending, async (
                string? category,
                Stretch stretch, HttpContext context, HardwareQueries hardware, CancellationToken cancellation) =>
            {
                var (heading, wrong) = HardwareFilterReader.Category(category);
                if (wrong is not null)
                    return Stretch.Wrong(wrong);
                Stretch.Name(context, stretch.Range!, $"hardware.{ending}");
                return Results.Text(write(await hardware.ReleaseListAsync(stretch.Range!, heading, cancellation)), type + "; charset=utf-8");
            });
        }
        return routes;
    }
}
