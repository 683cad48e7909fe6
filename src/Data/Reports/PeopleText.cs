using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>Writes who was behind the changesets of a stretch, for people or for programs.</summary>
public static class PeopleText
{
    /// <summary>Rows of each table within a longer report.</summary>
    private const int Top = 10;

    private const string Unknown = "(unknown)";

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
        html.AppendLine(CultureInfo.InvariantCulture, $"<p>{Encoded(Sentence(report))}</p>");
        foreach (var table in PeopleTables.All.Where(t => report.Count(t) > 0))
        {
            html.AppendLine(CultureInfo.InvariantCulture, $"<h3>{Encoded(table.Title())}</h3>");
            html.AppendLine(CultureInfo.InvariantCulture, $"<table><thead><tr><th>{(table == PeopleTable.Employers ? "Employer" : "Name")}</th><th>{Unit(table)}</th></tr></thead><tbody>");
            foreach (var (name, count) in Rows(report, table))
                html.AppendLine(CultureInfo.InvariantCulture, $"<tr><td>{Encoded(name)}</td><td>{ReportText.Count(count)}</td></tr>");
            html.AppendLine("</tbody></table>");
        }
        return html.ToString();
    }

    /// <summary>
    /// A table as comma-separated values (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe.
    /// </summary>
    public static string ToCsv(PeopleReport report, PeopleTable table)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape }))
        {
            foreach (var row in Cells(report, table))
            {
                foreach (var cell in row)
                    csv.WriteField(ReportText.Printable(cell ?? ""));
                csv.NextRecord();
            }
        }
        return writer.ToString();
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

    /// <summary>What stands out, as sentences: every clause is a figure.</summary>
    public static string Sentence(PeopleReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.People.Count == 0)
            return "Nobody wrote a changeset here.";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Many(report.People.Count, "developer")} wrote {Many(report.Changesets, "changeset")}; ");
        text.Append(CultureInfo.InvariantCulture, $"{ReportText.Count(report.Newcomers.Count)} of them for the first time, {ReportText.Count(report.OnePatch.Count)} one changeset only.");
        text.Append(CultureInfo.InvariantCulture, $" The author’s employer is known for {ReportText.Count(report.WithKnownEmployer)} changesets ({Share(report.WithKnownEmployer, report.Changesets)}).");
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

    private static IEnumerable<(string Name, long Count)> Rows(PeopleReport report, PeopleTable table) =>
        table == PeopleTable.Employers ? report.Employers.Select(e => (e.Name ?? Unknown, (long)e.Changesets))
        : table.Role() is { } role ? report.Of(role).People.Select(p => (Named(p.Name), (long)p.Changesets))
        : (report.Of(table) ?? []).Select(p => (Named(p.Name), table == PeopleTable.Lines ? p.ChangedLines ?? 0 : p.Changesets));

    /// <summary>What the shares of a table are shares of.</summary>
    private static long Whole(PeopleReport report, PeopleTable table) => table == PeopleTable.Lines ? report.ChangedLines ?? 0 : report.Changesets;

    private static IEnumerable<IReadOnlyList<string?>> Cells(PeopleReport report, PeopleTable table)
    {
        if (table == PeopleTable.Employers)
        {
            yield return ["employer", "slug", "changesets", "changedLines", "developers"];
            foreach (var employer in PeopleDocument.Of(report).Employers)
                yield return [employer.Name, employer.Slug, Number(employer.Changesets), Number(employer.ChangedLines), Number(employer.Developers)];
        }
        else if (table.Role() is { } role)
        {
            yield return ["developer", "name", "changesets"];
            foreach (var person in report.Of(role).People)
                yield return [Number(person.Id), person.Name, Number(person.Changesets)];
        }
        else
        {
            yield return ["developer", "name", "changesets", "changedLines", "new", "employers"];
            foreach (var person in report.Of(table) ?? [])
                yield return [Number(person.Id), person.Name, Number(person.Changesets), Number(person.ChangedLines), person.IsNew ? "true" : "false", string.Join("; ", person.Employers)];
        }
    }

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

    private static string? Number(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string Share(long part, long whole) => whole == 0 ? "" : (100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string Encoded(string text) => WebUtility.HtmlEncode(ReportText.Printable(text));
}
