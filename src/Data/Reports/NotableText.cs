using System.Globalization;
using System.Text;
using System.Text.Json;
using KernelTracker.Data.Model;
using KernelTracker.Data.Notable;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>Writes what users and developers will notice as an editor prints it, or for programs. Texts give the strong lines; CSV and JSON all of them.</summary>
public static class NotableText
{
    private const string Indent = "    ";

    private static readonly CsvTable<NotableChangeDocument> Columns = new(
        ("audience", c => c.Audience.ToString().ToLowerInvariant()),
        ("area", c => c.Area),
        ("kind", c => c.Kind),
        ("change", c => JsonNamingPolicy.CamelCase.ConvertName(c.Change.ToString())),
        ("text", c => c.Text),
        ("detail", c => c.Detail),
        ("evidence", c => c.Evidence),
        ("strength", c => CsvCell.Of(c.Strength)),
        ("strong", c => CsvCell.Of(c.Strong)),
        ("names", c => string.Join("; ", c.Names)),
        ("changesets", c => string.Join(' ', c.Changesets)),
        ("pull", c => c.Pull));

    /// <summary>All lines as indented JSON.</summary>
    public static string ToJson(NotableList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return JsonSerializer.Serialize(new { version = list.Range.Version, read = list.IsRead, changes = list.All.Select(NotableChangeDocument.Of) }, ReportText.Json);
    }

    /// <summary>The strong lines as plain text, 80 columns.</summary>
    public static string ToText(NotableList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var text = new StringBuilder();
        text.AppendLine(list.Range.Title);
        foreach (var audience in Enum.GetValues<Audience>())
        {
            text.AppendLine().AppendLine(Heading(audience));
            AppendText(text, list, audience);
        }
        return text.ToString();
    }

    /// <summary>The strong lines as Markdown.</summary>
    public static string ToMarkdown(NotableList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"# {ReportText.Markdown(list.Range.Title)}");
        foreach (var audience in Enum.GetValues<Audience>())
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"## {Heading(audience)}").AppendLine();
            AppendMarkdown(text, list, audience);
        }
        return text.ToString();
    }

    /// <summary>The strong lines as a fragment of HTML.</summary>
    public static string ToHtml(NotableList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var html = new StringBuilder();
        foreach (var audience in Enum.GetValues<Audience>())
        {
            html.AppendLine(CultureInfo.InvariantCulture, $"<h2>{ReportText.Html(Heading(audience))}</h2>");
            AppendHtml(html, list, audience);
        }
        return html.ToString();
    }

    /// <summary>
    /// All lines as comma-separated values (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe.
    /// </summary>
    public static string ToCsv(NotableList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return Columns.ToText(list.All.Select(NotableChangeDocument.Of));
    }

    /// <summary>The heading of what an audience will notice.</summary>
    public static string Heading(Audience audience) => audience == Audience.Users ? "What users will notice" : "What kernel developers will notice";

    /// <summary>The lines of an audience by area.</summary>
    public static IEnumerable<(Area Area, IReadOnlyList<NotableChange> Changes)> Areas(NotableList list, Audience audience)
    {
        ArgumentNullException.ThrowIfNull(list);
        return list.Of(audience, isStrong: true).GroupBy(c => c.Area).Select(g => (g.Key, (IReadOnlyList<NotableChange>)[.. g]));
    }

    internal static void AppendText(StringBuilder text, NotableList list, Audience audience)
    {
        if (Nothing(list, audience) is { } nothing)
            ReportText.Wrapped(text, nothing, "  ");
        foreach (var (area, changes) in Areas(list, audience))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {area.Title()}");
            foreach (var change in changes)
                ReportText.Wrapped(text, "- " + ReportText.Printable(change.Text) + Source(change), Indent);
        }
    }

    internal static void AppendMarkdown(StringBuilder text, NotableList list, Audience audience)
    {
        if (Nothing(list, audience) is { } nothing)
            text.AppendLine(ReportText.Markdown(nothing));
        foreach (var (area, changes) in Areas(list, audience))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"**{area.Title()}**").AppendLine();
            foreach (var change in changes)
                text.AppendLine(CultureInfo.InvariantCulture, $"- {string.Concat(change.Line.Select(r => ReportText.Markdown(r.Text)))}{ReportText.Markdown(Source(change))}");
            text.AppendLine();
        }
    }

    internal static void AppendHtml(StringBuilder html, NotableList list, Audience audience)
    {
        if (Nothing(list, audience) is { } nothing)
            ReportText.HtmlParagraph(html, nothing);
        foreach (var (area, changes) in Areas(list, audience))
        {
            html.AppendLine(CultureInfo.InvariantCulture, $"<h3>{ReportText.Html(area.Title())}</h3>").AppendLine("<ul>");
            foreach (var change in changes)
                html.AppendLine(CultureInfo.InvariantCulture, $"<li>{string.Concat(change.Line.Select(r => r.Name is null ? ReportText.Html(r.Text) : $"<code>{ReportText.Html(r.Text)}</code>"))}{ReportText.Html(Source(change))}</li>");
            html.AppendLine("</ul>");
        }
    }

    /// <summary>The first changeset behind a line: " (f3554f4bc693)".</summary>
    private static string Source(NotableChange change) => change.Changesets switch
    {
        [] => "",
        [var only] => $" ({only.Sha.Abbreviated})",
        [var first, ..] => $" ({first.Sha.Abbreviated} and {ReportText.Count(change.Changesets.Count - 1)} more)",
    };

    private static string? Nothing(NotableList list, Audience audience) =>
        list.Range.Previous is null ? $"{list.Range.Version} is the first release of this history: nothing of it counts as new."
        : list.Of(audience, isStrong: true).Any() ? null
        : list.IsRead ? "Nothing was found."
        : $"The interfaces of {list.Range.Version} have not been read yet.";
}
