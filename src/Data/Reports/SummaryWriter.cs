using System.Globalization;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>Sums up a stretch: how much, what most of it is about, and up to three more clauses where figures justify them.</summary>
public static class SummaryWriter
{
    private const int MostClauses = 3;

    /// <summary>An area bears the weight with so large a share, or with so many times the next one's.</summary>
    private const double Weight = 0.4;

    private const double Ahead = 1.5;

    /// <summary>A part or tree with a smaller share of everything is not worth a clause.</summary>
    private const double Notable = 0.1;

    /// <summary>Nearer to the median than this is "about as many".</summary>
    private const double Near = 0.05;

    private const int FewestPast = 3;

    /// <summary>The summary.</summary>
    /// <param name="report">What was counted.</param>
    /// <param name="hardware">What it newly supports.</param>
    /// <param name="pace">Past cycles over the same span; null where there are none to compare with.</param>
    public static ReportSummary Of(RangeReport report, HardwareReleaseList hardware, PaceFigures? pace)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(hardware);
        if (report.Changesets == 0)
            return new ReportSummary([[new SummaryPiece($"Nothing has come in{Stretch(report.Range)}.")]]);
        return new ReportSummary(
        [
            [.. Amount(report), .. About(report), new SummaryPiece(".")],
            .. new[] { Pace(report, pace), Hardware(hardware), Newcomers(report), Trees(report), Lines(report) }
                .OfType<IReadOnlyList<SummaryPiece>>().Take(MostClauses),
        ]);
    }

    /// <summary>A number in words with its digits: "A few thousand (2,936)"; small ones in digits alone.</summary>
    internal static string Magnitude(int count)
    {
        var words = count switch
        {
            < 100 => null,
            < 200 => "More than a hundred",
            < 700 => "A few hundred",
            < 1_000 => "Close to a thousand",
            < 2_000 => "More than a thousand",
            < 7_000 => "A few thousand",
            < 20_500 => $"About {Thousands[(int)Math.Round(count / 1000.0) - 7]} thousand",
            _ => $"About {Math.Round(count / 1000.0).ToString("N0", CultureInfo.InvariantCulture)} thousand",
        };
        return words is null ? ReportText.Count(count) : $"{words} ({ReportText.Count(count)})";
    }

    private static readonly string[] Thousands =
        ["seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

    private static IEnumerable<SummaryPiece> Amount(RangeReport report)
    {
        yield return Changesets($"{Magnitude(report.Changesets)} {(report.Changesets == 1 ? "changeset" : "changesets")}", new ChangesetFilter());
        yield return new SummaryPiece(Stretch(report.Range));
    }

    /// <summary>What the stretch is, after "changesets": " so far", " from v2.6.28 to v2.6.30", " since v3.16, as of …".</summary>
    private static string Stretch(ReleaseRange range)
    {
        if (range.IsComparison)
            return $" from {MomentWords.Of(range.Since!)} to {MomentWords.Of(range.AsOf!)}";
        var soFar = range.State != ReleaseState.Released && range.AsOf is null ? " so far" : "";
        var since = range.Since is { } moment ? $" since {MomentWords.Of(moment)}" : range.Previous is { } previous ? $" since {previous}" : "";
        return $"{soFar}{since}{(range.CutAt is { } asOf ? $", as of {MomentWords.Of(asOf)}" : "")}";
    }

    /// <summary>"; the weight is on device drivers (61 %), staging alone 24 %".</summary>
    private static IEnumerable<SummaryPiece> About(RangeReport report)
    {
        var (first, second) = (report.Areas[0], report.Areas.Count > 1 ? report.Areas[1] : null);
        var bearsWeight = second is null || first.Changesets >= report.Changesets * Weight || first.Changesets >= second.Changesets * Ahead;
        yield return new SummaryPiece(second is null ? "; all of it is about " : bearsWeight ? "; the weight is on " : "; the largest shares are ");
        yield return new SummaryPiece(first.Area.InSentence());
        if (second is not null)
        {
            yield return new SummaryPiece(" (");
            yield return Changesets(ReportText.Share(first.Changesets, report.Changesets), new ChangesetFilter { Area = first.Area });
            yield return new SummaryPiece(")");
        }
        if (!bearsWeight)
        {
            yield return new SummaryPiece($" and {second!.Area.InSentence()} (");
            yield return Changesets(ReportText.Share(second.Changesets, report.Changesets), new ChangesetFilter { Area = second.Area });
            yield return new SummaryPiece(")");
        }
        else if (first.Parts is [{ } part, _, ..] && part.Changesets >= report.Changesets * Notable)
        {
            yield return new SummaryPiece($", {PartInSentence(first.Area, part.Name)} alone ");
            yield return Changesets(ReportText.Share(part.Changesets, report.Changesets), new ChangesetFilter { Area = first.Area, Part = part.Name });
        }
    }

    /// <summary>Kinds of drivers are words, "Staging", but for abbreviations; parts of other areas are names.</summary>
    private static string PartInSentence(Area area, string part) =>
        area == Area.DeviceDrivers && part.Length > 1 && char.IsLower(part[1]) && part.Skip(1).All(c => !char.IsUpper(c)) ? char.ToLowerInvariant(part[0]) + part[1..] : part;

    /// <summary>"The number of changesets is above the median of the last ten releases (10,285)."</summary>
    private static IReadOnlyList<SummaryPiece>? Pace(RangeReport report, PaceFigures? pace)
    {
        if (pace is not { Past.Count: >= FewestPast, Median: { } median })
            return null;
        var place = Math.Abs(report.Changesets - median) <= median * Near ? "near"
            : report.Changesets > median ? "above"
            : "below";
        var whose = pace.Span switch
        {
            PaceSpan.Release => $"of the last {Number(pace.Past.Count)} releases",
            PaceSpan.Window => $"of the last {Number(pace.Past.Count)} merge windows",
            _ => $"of the last {Number(pace.Past.Count)} cycles by the same day, day {pace.Day.ToString(CultureInfo.InvariantCulture)}",
        };
        return
        [
            new SummaryPiece($"The number of changesets is {place} the median {whose} ("),
            new SummaryPiece(ReportText.Count(median), SummaryEvidence.Releases),
            new SummaryPiece(")."),
        ];
    }

    private static IReadOnlyList<SummaryPiece>? Hardware(HardwareReleaseList hardware) => !hardware.IsRead || hardware.Count == 0 ? null :
    [
        new SummaryPiece(ReportText.Count(hardware.Count) + (hardware.Count == 1 ? " device" : " devices"), SummaryEvidence.Hardware),
        new SummaryPiece(hardware.Count == 1 ? " or family of devices is newly supported." : " or families of devices are newly supported."),
    ];

    private static IReadOnlyList<SummaryPiece>? Newcomers(RangeReport report) => report.NewDevelopers == 0 || report.Range.Previous is null ? null :
    [
        new SummaryPiece("Of "),
        new SummaryPiece(ReportText.Count(report.Developers) + (report.Developers == 1 ? " developer" : " developers"), SummaryEvidence.Developers),
        new SummaryPiece(report.NewDevelopers == 1 ? ", 1 has nothing in an earlier release." : $", {ReportText.Count(report.NewDevelopers)} have nothing in an earlier release."),
    ];

    private static List<SummaryPiece>? Trees(RangeReport report)
    {
        var largest = report.Trees.Where(t => t.Kind == SourceKind.Repository && t.Changesets >= report.Changesets * Notable).Take(2).ToList();
        if (largest.Count == 0)
            return null;
        var pieces = new List<SummaryPiece> { new(largest.Count == 1 ? "The largest tree is " : "The largest trees are ") };
        foreach (var tree in largest)
        {
            pieces.Add(new SummaryPiece($"{(pieces.Count > 1 ? " and " : "")}{ReportText.Printable(tree.Name)} ("));
            pieces.Add(Changesets(ReportText.Count(tree.Changesets), new ChangesetFilter { Tree = tree.Name }));
            pieces.Add(new SummaryPiece(")"));
        }
        pieces.Add(new SummaryPiece("."));
        return pieces;
    }

    private static IReadOnlyList<SummaryPiece>? Lines(RangeReport report) => report.Lines is not { } lines ? null :
    [
        Changesets(ReportText.Count(lines.Added), new ChangesetFilter()),
        new SummaryPiece($" lines were added and {ReportText.Count(lines.Removed)} removed."),
    ];

    private static SummaryPiece Changesets(string text, ChangesetFilter filter) => new(text, SummaryEvidence.Changesets, filter);

    private static string Number(int count) => count switch
    {
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        7 => "seven",
        8 => "eight",
        9 => "nine",
        10 => "ten",
        _ => count.ToString(CultureInfo.InvariantCulture),
    };
}
