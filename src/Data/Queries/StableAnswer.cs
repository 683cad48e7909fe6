using KernelTracker.Data.Model;

namespace KernelTracker.Data.Queries;

/// <summary>How a series stands to a changeset.</summary>
public enum SeriesStanding
{
    /// <summary>Its mainline release has it already.</summary>
    InRelease,

    /// <summary>An update brought it.</summary>
    InUpdate,

    /// <summary>An update in preparation has it.</summary>
    InReview,

    /// <summary>It does not have it, and does not have what it repairs either.</summary>
    NotNeeded,

    /// <summary>It does not have it.</summary>
    NotIn,

    /// <summary>No update has it; whether the mainline release has it is not known, as its mainline commit is not held.</summary>
    NotKnown,
}

/// <summary>The answer for one series.</summary>
/// <param name="Series">The series.</param>
/// <param name="State">Where the series stands.</param>
/// <param name="Standing">The answer.</param>
/// <param name="Since">The release or update that has it first; of one in review, that update; else null.</param>
/// <param name="Point">The series' own commit; null when it has none.</param>
/// <param name="HasTarget">It has what the changeset repairs, so the repair is wanted; null when the changeset names none that we hold.</param>
/// <param name="Repairs">What later fixes or reverts the changeset, in this series or, missing here, in mainline; empty where the series does not have it.</param>
public sealed record SeriesAnswer(
    string Series, SeriesState State, SeriesStanding Standing, string? Since, StablePoint? Point, bool? HasTarget, IReadOnlyList<LaterRepair> Repairs);

/// <summary>A changeset that another one repairs, by its words.</summary>
/// <param name="Kind">What is done to it.</param>
/// <param name="Link">The repaired changeset.</param>
public sealed record RepairedLink(RepairKind Kind, UpstreamLink Link);

/// <summary>A changeset that repairs the one asked for, with the series that have it.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Sha">Its object name.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Release">The first mainline release with it; null when mainline does not reach it.</param>
/// <param name="Points">The updates that carry it.</param>
/// <param name="Reviews">The updates in preparation that have it.</param>
public sealed record RepairLine(
    RepairKind Kind, ObjectId Sha, string Subject, ReleasePoint? Release, IReadOnlyList<StablePoint> Points, IReadOnlyList<string> Reviews);

/// <summary>Everything that stable series make of a changeset.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Place">The update it belongs to itself; null when it is none of a stable series.</param>
/// <param name="IsBump">It only raises the version for that update.</param>
/// <param name="Statement">What it says of its upstream; null when it is none of a stable series.</param>
/// <param name="Reasons">Why it is in its update; null when it is none of a stable series.</param>
/// <param name="Upstreams">The mainline commits that it names.</param>
/// <param name="Release">The first mainline release with it, or with its first upstream; null when none is known.</param>
/// <param name="Series">The answer for each series, newest first.</param>
/// <param name="Repairs">What it fixes or reverts itself.</param>
/// <param name="RepairedBy">What fixes or reverts it, or its upstream.</param>
/// <param name="Vulnerabilities">CVE records that it, or its upstream, fixes.</param>
/// <param name="Introduces">CVE records of flaws that it, or its upstream, brought.</param>
public sealed record ChangesetStanding(
    CommitLine Commit,
    StablePoint? Place,
    bool IsBump,
    UpstreamStatement? Statement,
    StableReasons? Reasons,
    IReadOnlyList<UpstreamLink> Upstreams,
    ReleasePoint? Release,
    IReadOnlyList<SeriesAnswer> Series,
    IReadOnlyList<RepairedLink> Repairs,
    IReadOnlyList<RepairLine> RepairedBy,
    IReadOnlyList<VulnerabilityLine> Vulnerabilities,
    IReadOnlyList<VulnerabilityLine> Introduces)
{
    /// <summary>The maintained series that do not have it although they are not known to do without.</summary>
    public IEnumerable<SeriesAnswer> Lacking => Series.Where(s => s.State == SeriesState.Maintained && s.Standing == SeriesStanding.NotIn);

    /// <summary>Whether stable series have anything to do with it.</summary>
    public bool IsKnownToStable => Place is not null || Series.Any(s => s.Point is not null || s.Standing == SeriesStanding.InReview);
}

/// <summary>A changeset that names an id which we do not hold.</summary>
/// <param name="Commit">The changeset.</param>
/// <param name="Kind">It fixes or reverts that id; null: that is its upstream.</param>
public sealed record MentionLine(CommitLine Commit, RepairKind? Kind);

/// <summary>What "is it in?" found.</summary>
/// <param name="Query">The question, trimmed.</param>
/// <param name="Found">The changeset asked for; null when none, or several, fit.</param>
/// <param name="Matches">Several changesets that fit; or others with the same words in their subjects.</param>
/// <param name="Mentions">Changesets that name an id which we do not hold.</param>
/// <param name="Patches">Patches in review with these words, whose mainline commit we do not hold.</param>
public sealed record StableAnswer(
    string Query, ChangesetStanding? Found, PageOf<CommitLine> Matches, IReadOnlyList<MentionLine> Mentions, IReadOnlyList<(ReviewFigures Round, string Subject)> Patches);
