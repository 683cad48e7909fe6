using System.Globalization;
using System.Text;
using System.Text.Json;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>Writes a list of new hardware in the editor's form, "Category: A; B; C.", or for programs.</summary>
public static class HardwareText
{
    private const string Indent = "  ";

    /// <summary>Marks what came in last.</summary>
    private const string Mark = " *";

    /// <summary>The document as indented JSON.</summary>
    public static string ToJson(HardwareReleaseList list) => JsonSerializer.Serialize(HardwareDocument.Of(list), ReportText.Json);

    /// <summary>The list as plain text, 80 columns.</summary>
    public static string ToText(HardwareReleaseList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var text = new StringBuilder();
        text.AppendLine(Title(list)).AppendLine();
        AppendText(text, list);
        return text.ToString();
    }

    /// <summary>The list as Markdown.</summary>
    public static string ToMarkdown(HardwareReleaseList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"# {ReportText.Markdown(Title(list))}").AppendLine();
        AppendMarkdown(text, list);
        return text.ToString();
    }

    /// <summary>The list as a fragment of HTML: a paragraph for each heading.</summary>
    public static string ToHtml(HardwareReleaseList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var html = new StringBuilder();
        AppendHtml(html, list);
        return html.ToString();
    }

    /// <summary>
    /// The additions as comma-separated values (RFC 4180), those withdrawn included and marked. A cell that a spreadsheet
    /// would take for a formula begins with an apostrophe.
    /// </summary>
    public static string ToCsv(HardwareReleaseList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return ToCsv(list.Groups.SelectMany(g => g.Entries).Select(e => e.Item).Concat(list.Withdrawn));
    }

    /// <summary>Any records as comma-separated values.</summary>
    public static string ToCsv(IEnumerable<HardwareItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Columns.ToText(items.Select(HardwareItemDocument.Of));
    }

    private static readonly CsvTable<HardwareItemDocument> Columns = new(
        ("key", i => i.Key),
        ("name", i => i.Name),
        ("category", i => i.Category),
        ("vendor", i => i.Vendor),
        ("kind", i => i.Kind),
        ("parts", i => string.Join("; ", i.Parts)),
        ("config", i => i.Config),
        ("driver", i => i.Driver),
        ("module", i => i.Module),
        ("ids", i => string.Join("; ", i.Ids.Select(d => $"{d.Bus} {d.Id}"))),
        ("release", i => i.Release),
        ("candidate", i => i.Candidate),
        ("date", i => CsvCell.Of(i.Date)),
        ("changesets", i => string.Join(' ', i.Changesets)),
        ("pull", i => i.Pull),
        ("withdrawn", i => CsvCell.Of(i.Withdrawn)),
        ("removedIn", i => i.RemovedIn),
        ("graduatedIn", i => i.GraduatedIn));

    internal static void AppendText(StringBuilder text, HardwareReleaseList list)
    {
        if (Nothing(list) is { } nothing)
            ReportText.Wrapped(text, nothing, Indent);
        foreach (var group in list.Groups)
        {
            ReportText.Wrapped(
                text,
                $"{group.Category.Title()}: {string.Join("; ", group.Entries.Select(e => ReportText.Printable(e.Item.Name) + (e.IsNewest ? Mark : "")))}.",
                Indent);
        }
        if (Legend(list) is { } legend)
            ReportText.Wrapped(text, $"* {legend}", Indent);
        if (Withdrawn(list) is { } withdrawn)
            ReportText.Wrapped(text, ReportText.Printable(withdrawn), Indent);
    }

    internal static void AppendMarkdown(StringBuilder text, HardwareReleaseList list)
    {
        if (Nothing(list) is { } nothing)
            text.AppendLine(ReportText.Markdown(nothing)).AppendLine();
        foreach (var group in list.Groups)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"**{group.Category.Title()}**: {string.Join("; ", group.Entries.Select(e => ReportText.Markdown(e.Item.Name) + (e.IsNewest ? @" \*" : "")))}.")
                .AppendLine();
        }
        if (Legend(list) is { } legend)
            text.AppendLine(@"\* " + ReportText.Markdown(legend)).AppendLine();
        if (Withdrawn(list) is { } withdrawn)
            text.AppendLine(ReportText.Markdown(withdrawn)).AppendLine();
    }

    internal static void AppendHtml(StringBuilder html, HardwareReleaseList list)
    {
        if (Nothing(list) is { } nothing)
            ReportText.HtmlParagraph(html, nothing);
        foreach (var group in list.Groups)
        {
            html.AppendLine(CultureInfo.InvariantCulture,
                $"<p><strong>{ReportText.Html(group.Category.Title())}</strong>: {string.Join("; ", group.Entries.Select(e => e.IsNewest ? $"<mark>{ReportText.Html(e.Item.Name)}</mark>" : ReportText.Html(e.Item.Name)))}.</p>");
        }
        if (Legend(list) is { } legend)
            html.AppendLine(CultureInfo.InvariantCulture, $"<p><mark>Marked</mark>: {ReportText.Html(legend)}</p>");
        if (Withdrawn(list) is { } withdrawn)
            ReportText.HtmlParagraph(html, withdrawn);
    }

    /// <summary>Headline of the list within a longer report.</summary>
    internal static string Heading(HardwareReleaseList list) =>
        list.IsRead ? $"New hardware support ({ReportText.Count(list.Count)})" : "New hardware support";

    private static string Title(HardwareReleaseList list) => $"{list.Range.Title}: {(list.IsRead ? $"{ReportText.Count(list.Count)} newly supported devices" : "new hardware support")}";

    private static string? Nothing(HardwareReleaseList list) =>
        !list.IsRead ? $"The hardware of {list.Range.Version} has not been read yet."
        : list.Count == 0 ? "No newly supported device."
        : null;

    private static string? Legend(HardwareReleaseList list) =>
        list.NewestDay is { } day && list.Groups.SelectMany(g => g.Entries).Any(e => !e.IsNewest)
            ? $"came in last, on {ReportText.Day(day)}."
            : null;

    private static string? Withdrawn(HardwareReleaseList list) =>
        list.Withdrawn.Count == 0 ? null : $"Withdrawn again: {string.Join("; ", list.Withdrawn.Select(w => w.Name))}.";
}
