using KernelTracker.Data.Model;

namespace KernelTracker.Data.Queries;

/// <summary>One stable update, or several that follow each other: what came after one version, up to another.</summary>
public sealed record StableRange
{
    internal int SeriesId { get; init; }

    internal int After { get; init; }

    internal int UpTo { get; init; }

    /// <summary>Name of the series, "3.16".</summary>
    public required string Series { get; init; }

    /// <summary>The version after which the range begins; null for a single update whose range is not known.</summary>
    public required string? From { get; init; }

    /// <summary>The version with which it ends.</summary>
    public required string To { get; init; }

    /// <summary>The updates of the range, newest first.</summary>
    public required IReadOnlyList<StableUpdateFigures> Updates { get; init; }

    /// <summary>The range asked for goes on to this update in preparation; null when it does not.</summary>
    public ReviewFigures? Review { get; init; }

    /// <summary>The updates of the range whose changesets are not known.</summary>
    public IEnumerable<StableUpdateFigures> Uncounted => Updates.Where(u => u.Changesets is null);

    /// <summary>The command that counts the changesets; null when there is none that does.</summary>
    public string? CountCommand => Updates switch
    {
        [] => null,
        [var only] => only.CountCommand,
        _ when Uncounted.Any() || From is null => null,
        // Each update ends in a commit that only raises the version.
        _ => $"git rev-list --no-merges --count --invert-grep --grep='^Linux {Series.Replace(".", @"\.", StringComparison.Ordinal)}\\.[0-9]*$' {From}..{Updates[0].Version}",
    };
}

/// <summary>A range, or what is wrong with the question.</summary>
/// <param name="Range">The range; null when there is a problem.</param>
/// <param name="Problem">A sentence for the reader; null when there is a range.</param>
/// <param name="IsMissing">What was asked for does not exist (as against: the question makes no sense).</param>
public sealed record StableRangeAnswer(StableRange? Range, string? Problem, bool IsMissing);

/// <summary>Changesets of a MAINTAINERS section.</summary>
/// <param name="Subsystem">The section; null for those in none.</param>
/// <param name="Changesets">Its changesets.</param>
public sealed record SubsystemFigures(SubsystemLink? Subsystem, int Changesets);

/// <summary>What is counted over stable updates.</summary>
/// <param name="Range">The updates.</param>
/// <param name="Changesets">Changesets, version bumps not counted.</param>
/// <param name="Developers">People who wrote one of them.</param>
/// <param name="Lines">Lines; null until all are counted.</param>
/// <param name="Areas">Every area with a changeset, largest first.</param>
/// <param name="Subsystems">Every MAINTAINERS section with a changeset, largest first.</param>
/// <param name="WithUpstream">Those that name a mainline commit.</param>
/// <param name="NoUpstream">Those that say mainline has no such commit.</param>
/// <param name="RevertsStable">Those that revert a changeset of their own series.</param>
/// <param name="CcStable">Those marked "Cc: stable".</param>
/// <param name="Fixes">Those that name what they fix.</param>
/// <param name="NoReason">Those with neither.</param>
/// <param name="ReasonNotKnown">Those with neither of their own, whose mainline changeset is in no tracked tree.</param>
/// <param name="Devices">Device ids that they bring.</param>
/// <param name="Vulnerabilities">CVE records that they fix.</param>
public sealed record StableReport(
    StableRange Range,
    int Changesets,
    int Developers,
    LineFigures? Lines,
    IReadOnlyList<AreaFigures> Areas,
    IReadOnlyList<SubsystemFigures> Subsystems,
    int WithUpstream,
    int NoUpstream,
    int RevertsStable,
    int CcStable,
    int Fixes,
    int NoReason,
    int ReasonNotKnown,
    IReadOnlyList<StableDeviceLine> Devices,
    IReadOnlyList<VulnerabilityLine> Vulnerabilities)
{
    /// <summary>Those that say nothing of an upstream that we understand.</summary>
    public int SilentOfUpstream => Changesets - WithUpstream - NoUpstream - RevertsStable;
}

/// <summary>A run of changesets of one area and part.</summary>
/// <param name="Area">The area.</param>
/// <param name="Part">The part; null when they are in none.</param>
/// <param name="Lines">The changesets.</param>
public sealed record StableGroup(Area Area, string? Part, IReadOnlyList<StableLine> Lines);
