using System.Globalization;
using System.Text;
using System.Text.Json;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>A part of a merge window: its moments, for the parameters of the window's own report, and its figures.</summary>
public sealed record PartOfWindowDocument(
    int Part, string? Since, string? AsOf, string? Tip, int Changesets, int Commits, int Pulls, IReadOnlyList<AreaDocument> Areas);

/// <summary>A merge window in parts.</summary>
public sealed record PartsDocument(string Version, IReadOnlyList<string> Cuts, int Changesets, IReadOnlyList<PartOfWindowDocument> Parts)
{
    /// <summary>The document of some parts.</summary>
    public static PartsDocument Of(PartReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new PartsDocument(
            report.Whole.Version,
            [.. report.Cuts.Select(c => c.ToString())],
            report.Changesets,
            [.. report.Parts.Select(p => new PartOfWindowDocument(
                p.Number, p.Since?.ToString(), p.AsOf?.ToString(), p.Tip?.Sha.ToString(), p.Changesets, p.Commits, p.Pulls,
                [.. report.Areas.Where(p.Areas.ContainsKey).OrderByDescending(a => p.Areas[a]).ThenBy(a => a)
                    .Select(a => new AreaDocument(a.Title(), a.Slug(), p.Areas[a], []))]))]);
    }
}

/// <summary>Writes the parts of a merge window.</summary>
public static class PartText
{
    private const int AreasShown = 3;

    /// <summary>The document as indented JSON.</summary>
    public static string ToJson(PartReport report) => JsonSerializer.Serialize(PartsDocument.Of(report), ReportText.Json);

    /// <summary>The parts as plain text.</summary>
    public static string ToText(PartReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{report.Whole.Title}: {ReportText.Count(report.Changesets)} changesets in {report.Parts.Count} parts").AppendLine();
        foreach (var part in report.Parts)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  Part {part.Number}: since {Begin(report, part)}, to {End(part)}");
            text.AppendLine(CultureInfo.InvariantCulture, $"    {ReportText.Count(part.Changesets),8} changesets in {ReportText.Count(part.Pulls)} pulls");
            foreach (var area in Largest(part))
                text.AppendLine(CultureInfo.InvariantCulture, $"    {ReportText.Count(area.Value),8} {area.Key.Title()}");
        }
        return text.ToString();
    }

    /// <summary>The parts as a Markdown table.</summary>
    public static string ToMarkdown(PartReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"# {ReportText.Markdown(report.Whole.Title)}").AppendLine();
        text.AppendLine("| Part | Since | To | Changesets | Pulls | Largest areas |").AppendLine("|---:|---|---|---:|---:|---|");
        foreach (var part in report.Parts)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {part.Number} | {ReportText.Markdown(Begin(report, part))} | {ReportText.Markdown(End(part))} | {ReportText.Count(part.Changesets)} | {ReportText.Count(part.Pulls)} | {Areas(part)} |");
        }
        return text.ToString();
    }

    /// <summary>The parts as a fragment of HTML.</summary>
    public static string ToHtml(PartReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var html = new StringBuilder();
        html.AppendLine(CultureInfo.InvariantCulture, $"<h1>{ReportText.Html(report.Whole.Title)}</h1>");
        ReportText.HtmlTable(
            html,
            ["Part", "Since", "To", "Changesets", "Pulls", "Largest areas"],
            report.Parts.Select(p => new[]
            {
                p.Number.ToString(CultureInfo.InvariantCulture), Begin(report, p), End(p), ReportText.Count(p.Changesets), ReportText.Count(p.Pulls), Areas(p),
            }));
        return html.ToString();
    }

    private static string Areas(StretchPart part) =>
        string.Join(", ", Largest(part).Select(a => $"{a.Key.Title()} {ReportText.Count(a.Value)}"));

    private static string Begin(PartReport report, StretchPart part) => part.Since?.ToString() ?? report.Whole.Previous ?? "the beginning of the history";

    private static string End(StretchPart part) => part.AsOf?.ToString() ?? "its end";

    private static IEnumerable<KeyValuePair<Area, int>> Largest(StretchPart part) =>
        part.Areas.OrderByDescending(a => a.Value).ThenBy(a => a.Key).Take(AreasShown);
}
