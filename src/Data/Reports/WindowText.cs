using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>Writes a report for a terminal, a mail or a program.</summary>
public static class WindowText
{
    private const int Trees = 20;

    /// <summary>How the API and the command line write JSON.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        // The text goes to a terminal or a file, never into markup; names stay readable.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document as indented JSON.</summary>
    public static string ToJson(RangeReport report) => JsonSerializer.Serialize(WindowDocument.Of(report), Json);

    /// <summary>The report as plain text, 80 columns.</summary>
    public static string ToText(RangeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var range = report.Range;
        var text = new StringBuilder();
        text.AppendLine(Title(range)).AppendLine();
        Figure(text, "Changesets", Count(report.Changesets), $"{Count(report.Commits)} with merges");
        Figure(text, "Pulls", Count(report.Pulls), $"from {Count(report.Repositories)} trees");
        Figure(text, "Developers", Count(report.Developers), $"{Count(report.NewDevelopers)} for the first time");
        if (report.Lines is { } lines)
            Figure(text, "Lines", "+" + Count(lines.Added), "-" + Count(lines.Removed));
        else
            Figure(text, "Lines", "not counted yet", "");
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"  {range.CountCommand}");
        if (range.TipCommand is { } command)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {command}");
        if (range.Tip is { } tip)
            text.AppendLine(CultureInfo.InvariantCulture, $"  tip {tip.Sha} of {tip.Committed:yyyy-MM-dd HH:mm:ss zzz}");
        Table(text, "By area", report.Areas.Select(a => (a.Area.Title(), a.Changesets)), report.Changesets);
        Table(text, "By tree", report.Trees.Take(Trees).Select(t => (t.Name, t.Changesets)), report.Changesets);
        if (report.Trees.Count > Trees)
            text.AppendLine(CultureInfo.InvariantCulture, $"  and {report.Trees.Count - Trees} more trees with {Count(report.Trees.Skip(Trees).Sum(t => t.Changesets))} changesets");
        text.AppendLine().AppendLine("By day");
        foreach (var day in report.Days)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {day.Day:yyyy-MM-dd}  {Count(day.Changesets),8}  {Count(day.Total),8}");
        return text.ToString();
    }

    /// <summary>The report as Markdown.</summary>
    public static string ToMarkdown(RangeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var range = report.Range;
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"# {Title(range)}").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Count(report.Changesets)} changesets ({Count(report.Commits)} with merges) in {Count(report.Pulls)} pulls, by {Count(report.Developers)} developers, {Count(report.NewDevelopers)} of them for the first time.");
        text.AppendLine(report.Lines is { } lines ? $"{Count(lines.Added)} lines were added and {Count(lines.Removed)} removed." : "Lines are not counted yet.").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"`{range.CountCommand}`");
        MarkdownTable(text, "Area", report.Areas.Select(a => (a.Area.Title(), a.Changesets)), report.Changesets);
        MarkdownTable(text, "Tree", report.Trees.Select(t => (t.Name, t.Changesets)), report.Changesets);
        return text.ToString();
    }

    private static string Title(ReleaseRange range) =>
        range.Version
        + (range.AsOf is { } asOf ? $" as of {asOf}" : "")
        + $", since {range.Since?.ToString() ?? range.Previous ?? "the beginning of the history"}";

    private static void Figure(StringBuilder text, string name, string value, string note) =>
        text.AppendLine($"  {name,-11} {value,16}   {note}".TrimEnd());

    private static void Table(StringBuilder text, string heading, IEnumerable<(string Name, int Count)> rows, int whole)
    {
        text.AppendLine().AppendLine(heading);
        foreach (var (name, count) in rows)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {Printable(name),-48} {Count(count),8}  {Share(count, whole),5}");
    }

    private static void MarkdownTable(StringBuilder text, string heading, IEnumerable<(string Name, int Count)> rows, int whole)
    {
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"| {heading} | Changesets | Share |").AppendLine("|---|---:|---:|");
        foreach (var (name, count) in rows)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {Escaped(Printable(name))} | {Count(count)} | {Share(count, whole)} |");
    }

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(int part, int whole) =>
        whole == 0 ? "" : (100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>Names come from commit messages: control characters must not reach a terminal.</summary>
    private static string Printable(string name) => string.Concat(name.Select(c => char.IsControl(c) ? '\ufffd' : c));

    private static string Escaped(string name) =>
        string.Concat(name.Select(c => @"\`*_{}[]<>()#+-.!|&".Contains(c, StringComparison.Ordinal) ? $@"\{c}" : c.ToString()));
}
