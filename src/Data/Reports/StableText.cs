using System.Globalization;
using System.Text;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>Stable updates as plain text, 80 columns: what their pages say.</summary>
public static class StableText
{
    private const string Indent = "    ";

    /// <summary>One update.</summary>
    /// <param name="update">The update.</param>
    /// <param name="report">What is counted over it.</param>
    /// <param name="lines">All its changesets.</param>
    public static string OfUpdate(StableUpdateFigures update, StableReport report, IReadOnlyList<StableLine> lines)
    {
        ArgumentNullException.ThrowIfNull(update);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{update.Version}, {ReportText.Day(DateOnly.FromDateTime(update.Time.DateTime))}{(update.Previous is { } previous ? $", since {previous}" : "")}").AppendLine();
        if (update.Changesets is null)
            ReportText.Wrapped(text, StableWords.NotCounted(update), "");
        else
            Body(text, report, lines);
        return text.ToString();
    }

    /// <summary>Several updates in a row.</summary>
    /// <param name="report">What is counted over them.</param>
    /// <param name="lines">All their changesets.</param>
    /// <param name="patches">The patches of the update in preparation that the range goes on to; empty for none.</param>
    public static string OfRange(StableReport report, IReadOnlyList<StableLine> lines, IReadOnlyList<ReviewPatchLine> patches)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Between {report.Range.From} and {report.Range.To}").AppendLine();
        foreach (var update in report.Range.Updates)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {update.Version,-12} {update.Time:yyyy-MM-dd}  {(update.Changesets is { } count ? StableWords.Count(count, "changeset") : "not counted")}");
        foreach (var update in report.Range.Uncounted)
            ReportText.Wrapped(text, $"{update.Version}: {StableWords.NotCounted(update)}", "  ");
        text.AppendLine();
        Body(text, report, lines);
        if (report.Range.Review is { } review)
            Review(text, review, patches);
        return text.ToString();
    }

    /// <summary>An update in preparation.</summary>
    /// <param name="rounds">Where it is seen, with all patches there.</param>
    public static string OfReview(IReadOnlyList<(ReviewFigures Round, IReadOnlyList<ReviewPatchLine> Patches)> rounds)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        var text = new StringBuilder();
        foreach (var (round, patches) in rounds)
            Review(text, round, patches);
        return text.ToString().TrimStart();
    }

    private static void Body(StringBuilder text, StableReport report, IReadOnlyList<StableLine> lines)
    {
        ReportText.Wrapped(text, string.Join(' ', StableWords.Sources(report).Prepend(StableWords.OneLine(report))), "");
        if (report.Lines is { } counted)
            text.AppendLine(CultureInfo.InvariantCulture, $"Lines: +{ReportText.Count(counted.Added)} -{ReportText.Count(counted.Removed)}");
        if (report.Range.CountCommand is { } command)
            text.AppendLine().AppendLine("  " + command);
        if (report.Changesets > 0)
            Heading(text, "By area");
        foreach (var area in report.Areas)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {ReportText.Count(area.Changesets),6}  {area.Area.Title()}");
            foreach (var part in area.Parts)
                text.AppendLine(CultureInfo.InvariantCulture, $"  {ReportText.Count(part.Changesets),6}    - {part.Name}");
        }
        if (report.Subsystems.Any(s => s.Subsystem is not null))
            Heading(text, "By subsystem");
        foreach (var section in report.Subsystems.Where(_ => report.Subsystems.Any(s => s.Subsystem is not null)))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {ReportText.Count(section.Changesets),6}  {ReportText.Printable(section.Subsystem?.Name ?? "in no section of MAINTAINERS")}");
        if (report.Devices.Count > 0)
            Heading(text, "Device ids added");
        foreach (var device in report.Devices)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {device.Bus.Title()} {device.Text}  {ReportText.Printable(device.Path)}{(device.Sha is { } sha ? "  " + sha.Abbreviated : "")}");
        if (report.Vulnerabilities.Count > 0)
            Heading(text, "Vulnerabilities fixed");
        foreach (var record in report.Vulnerabilities)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {record.Name}  {ReportText.Printable(record.Title)}");
        if (lines.Count > 0)
            Heading(text, "Changesets");
        foreach (var group in StableReportQueries.Grouped(lines))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{group.Area.Title()}{(group.Part is { } part ? ": " + part : "")}");
            foreach (var line in group.Lines)
                Line(text, line, report.Range.Updates.Count > 1);
            text.AppendLine();
        }
    }

    private static void Line(StringBuilder text, StableLine line, bool withVersion)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"  {line.Commit.Sha.Abbreviated} {ReportText.Printable(line.Commit.Subject)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{Indent}{ReportText.Printable(line.Commit.Author)}{(withVersion ? $"; in {line.Version}" : "")}; {StableWords.Reasons(line.Reasons)}");
        if (line.Upstreams.Count == 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"{Indent}{StableWords.Statement(line.Statement)}");
        foreach (var upstream in line.Upstreams)
            text.AppendLine(CultureInfo.InvariantCulture, $"{Indent}{Upstream(upstream, line.Released)}");
        foreach (var repair in line.Repairs)
            text.AppendLine(CultureInfo.InvariantCulture, $"{Indent}later {StableWords.Repaired(repair)}: {repair.Sha.Abbreviated} {ReportText.Printable(repair.Subject)}");
    }

    private static string Upstream(UpstreamLink upstream, DateTimeOffset? released) => upstream switch
    {
        { Sha: { } sha, Release: { } release } =>
            $"upstream {sha.Abbreviated}, {StableWords.FirstIn(release)}{(released is { } moment && upstream.DaysUntil(moment) is { } days ? ", " + StableWords.Days(days) : "")}",
        { Sha: { } sha } => $"upstream {sha.Abbreviated}, not in the tracked mainline",
        { State: MentionState.Ambiguous } => $"upstream {upstream.Written}, with which several commits begin",
        _ => $"upstream {upstream.Written}, not in the tracked trees",
    };

    private static void Review(StringBuilder text, ReviewFigures round, IReadOnlyList<ReviewPatchLine> patches)
    {
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{round.Name} {(round.IsInReview ? "in review" : "being collected")} since {ReportText.Day(DateOnly.FromDateTime(round.Since.DateTime))}: {StableWords.Count(round.Patches, "patch", "patches")}");
        if (round.Due is { } due)
            text.AppendLine(CultureInfo.InvariantCulture, $"Responses are asked for until {due:yyyy-MM-dd HH:mm} UTC.");
        text.AppendLine();
        foreach (var patch in patches)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {ReportText.Printable(patch.Subject)}{(patch.IsMissing ? " (named by the series, but not there)" : "")}");
            if (patch.Author.Length > 0)
                text.AppendLine(CultureInfo.InvariantCulture, $"{Indent}{ReportText.Printable(patch.Author)}");
            if (patch.Upstream is { } upstream)
                text.AppendLine(CultureInfo.InvariantCulture, $"{Indent}{Upstream(upstream, null)}");
            else if (!patch.IsMissing)
                text.AppendLine(CultureInfo.InvariantCulture, $"{Indent}{StableWords.Statement(patch.Statement)}");
        }
    }

    private static void Heading(StringBuilder text, string heading) => text.AppendLine().AppendLine(heading);
}
