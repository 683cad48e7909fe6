using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>Stable updates in words, for pages and plain text alike.</summary>
public static class StableWords
{
    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";
    }

    /// <summary>The summary in one line: "5 changesets by 5 developers: networking 2, device drivers 2 and …".</summary>
    public static string OneLine(StableReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Changesets == 0
            ? "No changeset."
            : $"{Count(report.Changesets, "changeset")} by {Count(report.Developers, "developer")}: {List(report.Areas.Select(Area))}.";
    }

    /// <summary>What the changesets say of their upstream and their reasons, a sentence each.</summary>
    public static IReadOnlyList<string> Sources(StableReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Changesets == 0)
            return [];
        var upstream = new List<string>();
        if (report.WithUpstream > 0)
            upstream.Add($"{Share(report.WithUpstream, report.Changesets)} {Verb(report.WithUpstream, "names", "name")} the mainline changeset that {Verb(report.WithUpstream, "it comes", "they come")} from");
        if (report.NoUpstream > 0)
            upstream.Add($"{Share(report.NoUpstream, report.Changesets)} {Verb(report.NoUpstream, "says", "say")} that mainline has none like {Verb(report.NoUpstream, "it", "them")}");
        if (report.RevertsStable > 0)
            upstream.Add($"{Share(report.RevertsStable, report.Changesets)} {Verb(report.RevertsStable, "reverts", "revert")} a changeset of the series");
        if (report.SilentOfUpstream > 0)
            upstream.Add($"{Share(report.SilentOfUpstream, report.Changesets)} {Verb(report.SilentOfUpstream, "says", "say")} nothing of mainline");
        var reasons = new List<string>();
        if (report.CcStable > 0)
            reasons.Add($"{Share(report.CcStable, report.Changesets)} {Verb(report.CcStable, "was", "were")} marked for stable (Cc: stable)");
        if (report.Fixes > 0)
            reasons.Add($"{Share(report.Fixes, report.Changesets)} {Verb(report.Fixes, "names", "name")} what {Verb(report.Fixes, "it fixes", "they fix")} (Fixes:)");
        if (report.NoReason > 0)
            reasons.Add($"{Share(report.NoReason, report.Changesets)} {Verb(report.NoReason, "has", "have")} neither mark");
        if (report.ReasonNotKnown > 0)
            reasons.Add($"{Share(report.ReasonNotKnown, report.Changesets)} {Verb(report.ReasonNotKnown, "has", "have")} no mark {Verb(report.ReasonNotKnown, "itself, while its mainline changeset is", "themselves, while their mainline changesets are")} not in the tracked trees");
        return [Sentence(upstream), Sentence(reasons)];
    }

    /// <summary>What a changeset says of its upstream when it names none.</summary>
    public static string Statement(UpstreamStatement statement) => statement switch
    {
        UpstreamStatement.NoUpstream => "says that mainline has no such changeset",
        UpstreamStatement.RevertsStable => "reverts a changeset of its own series",
        UpstreamStatement.Named => "names a mainline changeset",
        _ => "names no mainline changeset",
    };

    /// <summary>Why a changeset is there: "Cc: stable", "Fixes:", both, or that it does not say.</summary>
    public static string Reasons(StableReasons reasons) => reasons switch
    {
        StableReasons.CcStable | StableReasons.Fixes => "Cc: stable and Fixes:",
        StableReasons.CcStable => "Cc: stable",
        StableReasons.Fixes => "Fixes:",
        StableReasons.NotKnown => "reason not known",
        _ => "neither Cc: stable nor Fixes:",
    };

    /// <summary>The way from mainline in days: "17 days after mainline", "on the day mainline got it", "3 days before mainline".</summary>
    public static string Days(int days) => days switch
    {
        0 => "on the day mainline got it",
        < 0 => $"{Count(-(long)days, "day")} before mainline",
        _ => $"{Count(days, "day")} after mainline",
    };

    /// <summary>In which mainline release a commit first is: "first in v3.17-rc5", "first in v3.17", "on the way to v3.18".</summary>
    public static string FirstIn(ReleasePoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return point.Candidate switch
        {
            null when point.State != ReleaseState.Released => $"on the way to {point.Version}",
            null or 0 => $"first in {point.Version}",
            { } number => FormattableString.Invariant($"first in {point.Version}-rc{number}"),
        };
    }

    /// <summary>Why nothing about the content of an update is counted.</summary>
    public static string NotCounted(StableUpdateFigures update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return update.Number > 1
            ? $"Its changesets are not known: the tracked trees hold neither {StableQueries.Tag(update.Series, update.Number - 1)} nor {update.Base} in its history, so there is nothing to count from."
            : $"Its changesets are not known: the tracked trees do not hold the mainline release {update.Base} in its history, so there is nothing to count from.";
    }

    /// <summary>What a later changeset did: "fixed in v3.16.5", "reverted in mainline (v3.18-rc1), not in this series".</summary>
    public static string Repaired(LaterRepair repair)
    {
        ArgumentNullException.ThrowIfNull(repair);
        var done = repair.Kind == RepairKind.Reverts ? "reverted" : "fixed";
        return repair switch
        {
            { Update: { } update } => $"{done} in {update}",
            { Review: { } review } => $"{done} in {review}, which is in preparation",
            { Release: { } release } => $"{done} in mainline ({FirstIn(release)}), not in this series",
            _ => done,
        };
    }

    /// <summary>Stable or longterm.</summary>
    public static string Support(SeriesSupport support) => support == SeriesSupport.Longterm ? "longterm" : "stable";

    /// <summary>Where a series stands.</summary>
    public static string State(SeriesState state) => state switch
    {
        SeriesState.Maintained => "maintained",
        SeriesState.Ended => "ended",
        _ => "quiet",
    };

    /// <summary>A count with its noun.</summary>
    internal static string Count(long value, string one, string? many = null) => $"{ReportText.Count(value)} {(value == 1 ? one : many ?? one + 's')}";

    private static string Area(AreaFigures area) => $"{area.Area.InSentence()} {ReportText.Count(area.Changesets)}";

    private static string Share(int part, int all) => part == all ? all == 1 ? "it" : "all" : ReportText.Count(part);

    private static string Verb(int count, string one, string many) => count == 1 ? one : many;

    private static string Sentence(List<string> parts)
    {
        var text = List(parts);
        return char.ToUpperInvariant(text[0]) + text[1..] + ".";
    }
}
