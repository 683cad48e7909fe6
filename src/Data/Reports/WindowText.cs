using System.Globalization;
using System.Text;
using System.Text.Json;
using KernelTracker.Data.Model;
using KernelTracker.Data.Notable;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>Writes a report for a terminal, a mail or a program.</summary>
public static class WindowText
{
    private const int Trees = 20;

    /// <summary>The document as indented JSON.</summary>
    public static string ToJson(WindowContent content) =>
        JsonSerializer.Serialize(WindowDocument.Of(content), ReportText.Json);

    /// <summary>The report as plain text, 80 columns.</summary>
    public static string ToText(WindowContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var (report, hardware, notable, people) = content;
        var range = report.Range;
        var text = new StringBuilder();
        text.AppendLine(range.Title).AppendLine();
        ReportText.Wrapped(text, content.Summary.ToString(), "");
        text.AppendLine();
        Figure(text, "Changesets", ReportText.Count(report.Changesets), $"{ReportText.Count(report.Commits)} with merges");
        Figure(text, "Pulls", ReportText.Count(report.Pulls), $"from {ReportText.Count(report.Repositories)} trees");
        Figure(text, "Developers", ReportText.Count(report.Developers), $"{ReportText.Count(report.NewDevelopers)} for the first time");
        if (report.Lines is { } lines)
            Figure(text, "Lines", "+" + ReportText.Count(lines.Added), "-" + ReportText.Count(lines.Removed));
        else
            Figure(text, "Lines", "not counted yet", "");
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"  {range.CountCommand}");
        if (range.TipCommand is { } command)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {command}");
        if (range.SinceCommand is { } since)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {since}");
        if (range.Tip is { } tip)
            text.AppendLine(CultureInfo.InvariantCulture, $"  tip {tip.Sha} of {tip.Committed:yyyy-MM-dd HH:mm:ss zzz}");
        if (range.ChainNote is { } note)
            ReportText.Wrapped(text, note, "  ");
        Table(text, "By area", report.Areas.Select(a => (a.Area.Title(), a.Changesets)), report.Changesets);
        Table(text, "By tree", report.Trees.Take(Trees).Select(t => (t.Name, t.Changesets)), report.Changesets);
        if (report.Trees.Count > Trees)
            text.AppendLine(CultureInfo.InvariantCulture, $"  and {report.Trees.Count - Trees} more trees with {ReportText.Count(report.Trees.Skip(Trees).Sum(t => t.Changesets))} changesets");
        FlowText.AppendText(text, content.Flow);
        text.AppendLine().AppendLine(NotableText.Heading(Audience.Users));
        NotableText.AppendText(text, notable, Audience.Users);
        text.AppendLine().AppendLine(HardwareText.Heading(hardware));
        HardwareText.AppendText(text, hardware);
        text.AppendLine().AppendLine(NotableText.Heading(Audience.Developers));
        NotableText.AppendText(text, notable, Audience.Developers);
        text.AppendLine().AppendLine(PeopleText.Heading);
        PeopleText.AppendText(text, people);
        if (content.Forecast?.Sentence is { } forecast)
        {
            text.AppendLine().AppendLine("What comes next");
            ReportText.Wrapped(text, forecast, "  ");
        }
        text.AppendLine().AppendLine("By day");
        foreach (var day in report.Days)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {day.Day:yyyy-MM-dd}  {ReportText.Count(day.Changesets),8}  {ReportText.Count(day.Total),8}");
        return text.ToString();
    }

    /// <summary>The report as Markdown.</summary>
    public static string ToMarkdown(WindowContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var (report, hardware, notable, people) = content;
        var range = report.Range;
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"# {range.Title}").AppendLine();
        text.AppendLine(ReportText.Markdown(content.Summary.ToString())).AppendLine();
        text.AppendLine(Sentence(report)).AppendLine(LinesSentence(report)).AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"`{range.CountCommand}`");
        if (range.ChainNote is { } note)
            text.AppendLine().AppendLine(ReportText.Markdown(note));
        MarkdownTable(text, "Area", report.Areas.Select(a => (a.Area.Title(), a.Changesets)), report.Changesets);
        MarkdownTable(text, "Tree", report.Trees.Select(t => (t.Name, t.Changesets)), report.Changesets);
        FlowText.AppendMarkdown(text, content.Flow);
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"## {NotableText.Heading(Audience.Users)}").AppendLine();
        NotableText.AppendMarkdown(text, notable, Audience.Users);
        text.AppendLine(CultureInfo.InvariantCulture, $"## {HardwareText.Heading(hardware)}").AppendLine();
        HardwareText.AppendMarkdown(text, hardware);
        text.AppendLine(CultureInfo.InvariantCulture, $"## {NotableText.Heading(Audience.Developers)}").AppendLine();
        NotableText.AppendMarkdown(text, notable, Audience.Developers);
        text.AppendLine(CultureInfo.InvariantCulture, $"## {PeopleText.Heading}").AppendLine();
        PeopleText.AppendMarkdown(text, people);
        if (content.Forecast?.Sentence is { } forecast)
            text.AppendLine("## What comes next").AppendLine().AppendLine(ReportText.Markdown(forecast));
        return text.ToString();
    }

    /// <summary>The report as a fragment of HTML, for an article or a mail.</summary>
    public static string ToHtml(WindowContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var (report, hardware, notable, people) = content;
        var range = report.Range;
        var html = new StringBuilder();
        html.AppendLine(CultureInfo.InvariantCulture, $"<h1>{ReportText.Html(range.Title)}</h1>");
        ReportText.HtmlParagraph(html, content.Summary.ToString());
        ReportText.HtmlParagraph(html, Sentence(report));
        ReportText.HtmlParagraph(html, LinesSentence(report));
        foreach (var command in (string?[])[range.CountCommand, range.TipCommand, range.SinceCommand])
        {
            if (command is not null)
                html.AppendLine(CultureInfo.InvariantCulture, $"<pre><code>{ReportText.Html(command)}</code></pre>");
        }
        if (range.ChainNote is { } note)
            ReportText.HtmlParagraph(html, note);
        HtmlTable(html, "Area", report.Areas.Select(a => (a.Area.Title(), a.Changesets)), report.Changesets);
        HtmlTable(html, "Tree", report.Trees.Select(t => (t.Name, t.Changesets)), report.Changesets);
        FlowText.AppendHtml(html, content.Flow);
        Heading(html, NotableText.Heading(Audience.Users));
        NotableText.AppendHtml(html, notable, Audience.Users);
        Heading(html, HardwareText.Heading(hardware));
        HardwareText.AppendHtml(html, hardware);
        Heading(html, NotableText.Heading(Audience.Developers));
        NotableText.AppendHtml(html, notable, Audience.Developers);
        Heading(html, PeopleText.Heading);
        PeopleText.AppendHtml(html, people);
        if (content.Forecast?.Sentence is { } forecast)
        {
            Heading(html, "What comes next");
            ReportText.HtmlParagraph(html, forecast);
        }
        return html.ToString();
    }

    private static string Sentence(RangeReport report) =>
        $"{ReportText.Count(report.Changesets)} changesets ({ReportText.Count(report.Commits)} with merges) in {ReportText.Count(report.Pulls)} pulls, by {ReportText.Count(report.Developers)} developers, {ReportText.Count(report.NewDevelopers)} of them for the first time.";

    private static string LinesSentence(RangeReport report) => report.Lines is { } lines
        ? $"{ReportText.Count(lines.Added)} lines were added and {ReportText.Count(lines.Removed)} removed."
        : "Lines are not counted yet.";

    private static void Heading(StringBuilder html, string heading) => html.AppendLine(CultureInfo.InvariantCulture, $"<h2>{ReportText.Html(heading)}</h2>");

    private static void HtmlTable(StringBuilder html, string heading, IEnumerable<(string Name, int Count)> rows, int whole) =>
        ReportText.HtmlTable(html, [heading, "Changesets", "Share"], rows.Select(r => new[] { r.Name, ReportText.Count(r.Count), Share(r.Count, whole) }));

    private static void Figure(StringBuilder text, string name, string value, string note) =>
        text.AppendLine($"  {name,-11} {value,16}   {note}".TrimEnd());

    private static void Table(StringBuilder text, string heading, IEnumerable<(string Name, int Count)> rows, int whole)
    {
        text.AppendLine().AppendLine(heading);
        foreach (var (name, count) in rows)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {ReportText.Printable(name),-48} {ReportText.Count(count),8}  {Share(count, whole),5}");
    }

    private static void MarkdownTable(StringBuilder text, string heading, IEnumerable<(string Name, int Count)> rows, int whole)
    {
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"| {heading} | Changesets | Share |").AppendLine("|---|---:|---:|");
        foreach (var (name, count) in rows)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {ReportText.Markdown(name)} | {ReportText.Count(count)} | {Share(count, whole)} |");
    }

    private static string Share(int part, int whole) =>
        whole == 0 ? "" : (100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
