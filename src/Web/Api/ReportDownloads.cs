using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Web.Hosting;

namespace KernelTracker.Web.Api;

/// <summary>
/// Reports as files, the same bytes as `report` writes: "/releases/v3.18/window.md?asOf=&amp;since=",
/// "/releases/v3.18/window/parts.html?cuts=", "/compare/v3.16...v3.18.txt".
/// </summary>
internal static class ReportDownloads
{
    /// <summary>Maps the files.</summary>
    public static IEndpointRouteBuilder MapReportDownloads(this IEndpointRouteBuilder routes)
    {
        foreach (var format in ReportFormat.All)
        {
            routes.MapGet("/releases/{version}/window." + format.Ending, (WindowStretch window, HttpContext context, WindowReader reports, CancellationToken cancellation) =>
                ReportAsync(window.Stretch.Range!, "window", format, context, reports, cancellation)).AddEndpointFilter(Stretch.AnswerProblem).ExcludeFromDescription();
            routes.MapGet("/compare/{pair}." + format.Ending, (Stretch stretch, HttpContext context, WindowReader reports, CancellationToken cancellation) =>
                ReportAsync(stretch.Range!, "report", format, context, reports, cancellation)).AddEndpointFilter(Stretch.AnswerProblem).ExcludeFromDescription();
            routes.MapGet("/releases/{version}/window/parts." + format.Ending, (
                string version, string? cuts, HttpContext context, SiteStateReader reader, ReleaseQueries releases, PartQueries parts, CancellationToken cancellation) =>
                PartsAsync(version, cuts, format, context, reader, releases, parts, cancellation)).ExcludeFromDescription();
        }
        return routes;
    }

    private static async Task<IResult> ReportAsync(
        ReleaseRange range, string name, ReportFormat format, HttpContext context, WindowReader reports, CancellationToken cancellation)
    {
        Stretch.Name(context, range, $"{name}.{format.Ending}");
        return Text(format.Window(await reports.ReadAsync(range, cancellation)), format);
    }

    private static async Task<IResult> PartsAsync(
        string version, string? cuts, ReportFormat format,
        HttpContext context, SiteStateReader reader, ReleaseQueries releases, PartQueries parts, CancellationToken cancellation)
    {
        if (await reader.ReadAsync(cancellation) is null)
            return Stretch.NoData();
        if (!KernelVersion.TryParse(version, out var parsed))
            return Stretch.Wrong($"“{version}” is not the version of a mainline release; they look like v2.6.30 or v3.18.", isMissing: true);
        if (!MomentList.TryParse(cuts, out var moments, out var wrong))
            return Stretch.Wrong(wrong);
        if (moments.Count == 0 && await releases.FindAsync(parsed, cancellation) is { } release)
            moments = WindowPart.Cuts(release);
        var answer = await parts.ReadAsync(parsed, moments, cancellation);
        if (answer.Report is not { } report)
            return Stretch.Wrong(answer.Problem!, answer.IsMissing);
        Stretch.Name(context, report.Whole, $"parts.{format.Ending}");
        return Text(format.Parts(report), format);
    }

    private static IResult Text(string text, ReportFormat format) => Results.Text(text, format.ContentType + "; charset=utf-8");
}
