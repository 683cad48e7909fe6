using System.Globalization;
using System.Text;
using System.Text.Json;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>Writes who was behind the changesets of a stretch, for people or for programs.</summary>
public static class PeopleText
{
    /// <summary>Rows of each table within a longer report.</summary>
    private const int Top = 10;

    private const string Unknown = "(unknown)";

    private static readonly CsvTable<EmployerDocument> EmployerColumns = new(
        ("employer", e => e.Name),
        ("slug", e => e.Slug),
        ("changesets", e => CsvCell.Of(e.Changesets)),
        ("changedLines", e => CsvCell.Of(e.ChangedLines)),
        ("developers", e => CsvCell.Of(e.Developers)));

    private static readonly CsvTable<DeveloperCount> NamedColumns = new(
        ("developer", p => CsvCell.Of(p.Id)),
        ("name", p => p.Name),
        ("changesets", p => CsvCell.Of(p.Changesets)));

    private static readonly CsvTable<PersonFigures> AuthorColumns = new(
        ("developer", p => CsvCell.Of(p.Id)),
        ("name", p => p.Name),
        ("changesets", p => CsvCell.Of(p.Changesets)),
        ("changedLines", p => CsvCell.Of(p.ChangedLines)),
        ("new", p => CsvCell.Of(p.IsNew)),
        ("employers", p => string.Join("; ", p.Employers)));

    /// <summary>The document as indented JSON.</summary>
    public static string ToJson(PeopleReport report) => JsonSerializer.Serialize(PeopleDocument.Of(report), ReportText.Json);

    /// <summary>Every table whole, as plain text, 80 columns.</summary>
    public static string ToText(PeopleReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.AppendLine(Title(report)).AppendLine();
        ReportText.Wrapped(text, Sentence(report), "");
        AppendTables(text, report, PeopleTables.All, int.MaxValue);
        return text.ToString();
    }

    /// <summary>Every table whole, as Markdown.</summary>
    public static string ToMarkdown(PeopleReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"# {ReportText.Markdown(Title(report))}").AppendLine();
        text.AppendLine(ReportText.Markdown(Sentence(report)));
        AppendMarkdownTables(text, report, PeopleTables.All, int.MaxValue);
        return text.ToString();
    }

    /// <summary>Every table whole, as a fragment of HTML.</summary>
    public static string ToHtml(PeopleReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var html = new StringBuilder();
        ReportText.HtmlParagraph(html, Sentence(report));
        AppendHtmlTables(html, report, PeopleTables.All, int.MaxValue);
        return html.ToString();
    }

    /// <summary>
    /// A table as comma-separated values (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe.
    /// </summary>
    public static string ToCsv(PeopleReport report, PeopleTable table)
    {
        ArgumentNullException.ThrowIfNull(report);
        return table == PeopleTable.Employers ? EmployerColumns.ToText(PeopleDocument.Of(report).Employers)
            : table.Role() is { } role ? NamedColumns.ToText(report.Of(role).People)
            : AuthorColumns.ToText(report.Of(table) ?? []);
    }

    /// <summary>Headline of the part within a longer report.</summary>
    internal const string Heading = "People";

    /// <summary>The part of a longer report that tells of people.</summary>
    internal static void AppendText(StringBuilder text, PeopleReport report)
    {
        ReportText.Wrapped(text, Sentence(report), "  ");
        AppendTables(text, report, [PeopleTable.Developers, PeopleTable.Lines, PeopleTable.Employers], Top);
    }

    /// <summary>The same in Markdown.</summary>
    internal static void AppendMarkdown(StringBuilder text, PeopleReport report)
    {
        text.AppendLine(ReportText.Markdown(Sentence(report)));
        AppendMarkdownTables(text, report, [PeopleTable.Developers, PeopleTable.Lines, PeopleTable.Employers], Top);
    }

    /// <summary>The same in HTML.</summary>
    internal static void AppendHtml(StringBuilder html, PeopleReport report)
    {
        ReportText.HtmlParagraph(html, Sentence(report));
        AppendHtmlTables(html, report, [PeopleTable.Developers, PeopleTable.Lines, PeopleTable.Employers], Top);
    }

    /// <summary>What stands out, as sentences: every clause is a figure.</summary>
    public static string Sentence(PeopleReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.People.Count == 0)
            return "Nobody wrote a changeset here.";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Many(report.People.Count, "developer")} wrote {Many(report.Changesets, "changeset")}; ");
        text.Append(CultureInfo.InvariantCulture, $"{ReportText.Count(report.Newcomers.Count)} of them for the first time, {ReportText.Count(report.OnePatch.Count)} one changeset only.");
        text.Append(CultureInfo.InvariantCulture, $" The author’s employer is known for {ReportText.Count(report.WithKnownEmployer)} changesets ({ReportText.Share(report.WithKnownEmployer, report.Changesets)}).");
        return text.ToString();
    }

    private static string Title(PeopleReport report) => $"{report.Range.Title}: people";

    private static void AppendTables(StringBuilder text, PeopleReport report, IEnumerable<PeopleTable> tables, int top)
    {
        foreach (var table in tables.Where(t => report.Count(t) > 0))
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{Of(table)} ({ReportText.Count(report.Count(table))})");
            foreach (var (name, count) in Rows(report, table).Take(top))
                text.AppendLine(CultureInfo.InvariantCulture, $"  {ReportText.Printable(name),-48} {ReportText.Count(count),8}  {Share(count, Whole(report, table)),6}");
            if (table == PeopleTable.Employers && report.Employers[^1] is { Name: null } unknown && top < report.Employers.Count)
                text.AppendLine(CultureInfo.InvariantCulture, $"  {Unknown,-48} {ReportText.Count(unknown.Changesets),8}  {Share(unknown.Changesets, Whole(report, table)),6}");
        }
    }

    private static void AppendMarkdownTables(StringBuilder text, PeopleReport report, IEnumerable<PeopleTable> tables, int top)
    {
        foreach (var table in tables.Where(t => report.Count(t) > 0))
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"| {ReportText.Markdown(Of(table))} | {Unit(table)} | Share |").AppendLine("|---|---:|---:|");
            foreach (var (name, count) in Rows(report, table).Take(top))
                text.AppendLine(CultureInfo.InvariantCulture, $"| {ReportText.Markdown(name)} | {ReportText.Count(count)} | {Share(count, Whole(report, table))} |");
        }
    }

    private static void AppendHtmlTables(StringBuilder html, PeopleReport report, IEnumerable<PeopleTable> tables, int top)
    {
        foreach (var table in tables.Where(t => report.Count(t) > 0))
        {
            html.AppendLine(CultureInfo.InvariantCulture, $"<h3>{ReportText.Html(Of(table))}</h3>");
            ReportText.HtmlTable(
                html,
                [table == PeopleTable.Employers ? "Employer" : "Name", Unit(table), "Share"],
                Rows(report, table).Take(top).Select(r => new[] { r.Name, ReportText.Count(r.Count), Share(r.Count, Whole(report, table)) }));
        }
    }

    private static IEnumerable<(string Name, long Count)> Rows(PeopleReport report, PeopleTable table) =>
        table == PeopleTable.Employers ? report.Employers.Select(e => (e.Name ?? Unknown, (long)e.Changesets))
        : table.Role() is { } role ? report.Of(role).People.Select(p => (Named(p.Name), (long)p.Changesets))
        : (report.Of(table) ?? []).Select(p => (Named(p.Name), table == PeopleTable.Lines ? p.ChangedLines ?? 0 : p.Changesets));

    /// <summary>What the shares of a table are shares of.</summary>
    private static long Whole(PeopleReport report, PeopleTable table) => table == PeopleTable.Lines ? report.ChangedLines ?? 0 : report.Changesets;

    private static string Of(PeopleTable table) => table switch
    {
        PeopleTable.Developers => "Developers by changesets",
        PeopleTable.Lines => "Developers by changed lines",
        PeopleTable.Newcomers => "Developers for the first time",
        PeopleTable.OnePatch => "Developers with one changeset",
        _ => table.Title(),
    };

    private static string Unit(PeopleTable table) => table == PeopleTable.Lines ? "Changed lines" : "Changesets";

    private static string Named(string name) => name.Length == 0 ? "(no name)" : name;

    private static string Many(int count, string noun) => $"{ReportText.Count(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Share(long part, long whole) => whole == 0 ? "" : (100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
