using KernelTracker.Data.Model;

namespace KernelTracker.Data.Queries;

/// <summary>A stable update with its figures.</summary>
/// <param name="Series">Name of its series, "3.16".</param>
/// <param name="Number">Its number within the series.</param>
/// <param name="Version">The tag name, "v3.16.4".</param>
/// <param name="Sha">The tagged commit.</param>
/// <param name="Time">Committer date of the tagged commit in its own offset.</param>
/// <param name="Previous">The tag that its range starts from: the update before, or the mainline release; null when the range is not known.</param>
/// <param name="EndsInBump">The tagged commit is the version bump, which is not counted.</param>
/// <param name="Changesets">Its changesets; null when its range is not known.</param>
/// <param name="Developers">People who wrote one of them; null when its range is not known.</param>
/// <param name="AddedLines">Lines added; null until all are counted.</param>
/// <param name="RemovedLines">Lines removed; null until all are counted.</param>
/// <param name="Tree">Name of the tree whose tag counts.</param>
public sealed record StableUpdateFigures(
    string Series,
    int Number,
    string Version,
    ObjectId Sha,
    DateTimeOffset Time,
    string? Previous,
    bool EndsInBump,
    int? Changesets,
    int? Developers,
    long? AddedLines,
    long? RemovedLines,
    string Tree)
{
    /// <summary>The tag of the mainline release that the series is based on.</summary>
    public string Base => "v" + Series;

    /// <summary>What git calls its changesets, the version bump left out; null when the range is not known.</summary>
    public string? GitRange => Previous is null ? null : $"{Previous}..{Version}{(EndsInBump ? "^" : "")}";

    /// <summary>The command that counts its changesets; null when the range is not known.</summary>
    public string? CountCommand => GitRange is { } range ? $"git rev-list --no-merges --count {range}" : null;
}

/// <summary>A stable update in preparation.</summary>
/// <param name="Series">Name of its series.</param>
/// <param name="Number">Number of the update that it is to become.</param>
/// <param name="Version">That update, "v3.16.5".</param>
/// <param name="Candidate">N of -rcN; null for a queue.</param>
/// <param name="Source">Where it is seen.</param>
/// <param name="Tree">Name of the tree with it.</param>
/// <param name="Since">Since when.</param>
/// <param name="Due">Until when responses are asked for, UTC; null when not stated.</param>
/// <param name="Patches">How many patches it has.</param>
public sealed record ReviewFigures(
    string Series, int Number, string Version, int? Candidate, ReviewSource Source, string Tree, DateTimeOffset Since, DateTimeOffset? Due, int Patches)
{
    internal int RoundId { get; init; }

    /// <summary>As it calls itself: "v3.16.5-rc1", "v3.16.5".</summary>
    public string Name => Candidate is { } rc ? FormattableString.Invariant($"{Version}-rc{rc}") : Version;

    /// <summary>It is announced for review; a queue is only being collected.</summary>
    public bool IsInReview => Source != ReviewSource.Queue;
}

/// <summary>A stable series at a glance.</summary>
/// <param name="Name">Its name, "3.16".</param>
/// <param name="Support">How long it is kept up.</param>
/// <param name="EndOfLife">End of life, stated or planned; null when not known.</param>
/// <param name="State">Where it stands.</param>
/// <param name="BaseInMainline">Its mainline release is in the mainline history held.</param>
/// <param name="BaseTime">When its mainline release was tagged; null when no tree has it.</param>
/// <param name="Updates">How many updates there are.</param>
/// <param name="Newest">The newest update; null without any.</param>
/// <param name="Reviews">Updates in preparation: the furthest first.</param>
public sealed record StableSeriesSummary(
    string Name,
    SeriesSupport Support,
    DateOnly? EndOfLife,
    SeriesState State,
    bool BaseInMainline,
    DateTimeOffset? BaseTime,
    int Updates,
    StableUpdateFigures? Newest,
    IReadOnlyList<ReviewFigures> Reviews)
{
    internal int Id { get; init; }

    /// <summary>The tag of its mainline release.</summary>
    public string Base => "v" + Name;

    /// <summary>What is next: the review announced last, else the queue; null when nothing is in preparation.</summary>
    public ReviewFigures? Next => Reviews.Count == 0 ? null : Reviews[0];
}

/// <summary>A stable series with all its updates.</summary>
/// <param name="Summary">The series at a glance.</param>
/// <param name="Updates">Every update, newest first.</param>
public sealed record StableSeriesDetails(StableSeriesSummary Summary, IReadOnlyList<StableUpdateFigures> Updates)
{
    /// <summary>Every version that a range can begin or end with, newest first: what is in preparation, the updates, the mainline release.</summary>
    public IReadOnlyList<string> Versions =>
    [
        .. Summary.Reviews.Select(r => r.Version).Distinct().Where(v => Updates.All(u => u.Version != v)),
        .. Updates.Select(u => u.Version),
        Summary.Base,
    ];
}

/// <summary>The place of a commit in a stable update.</summary>
/// <param name="Series">Name of the series.</param>
/// <param name="Version">The update.</param>
/// <param name="Time">When the update was tagged.</param>
/// <param name="Sha">The commit there.</param>
public sealed record StablePoint(string Series, string Version, DateTimeOffset Time, ObjectId Sha);

/// <summary>A mainline commit that a stable changeset or a patch names.</summary>
/// <param name="Written">The id as written.</param>
/// <param name="State">Whether it leads to a commit that we hold.</param>
/// <param name="Sha">That commit; null unless found.</param>
/// <param name="Subject">Its subject; null unless found.</param>
/// <param name="Release">The first mainline release with it; null unless found in mainline.</param>
/// <param name="Reached">When mainline got it: the date of its pull, or its own when it was not pulled; null unless found in mainline.</param>
public sealed record UpstreamLink(string Written, MentionState State, ObjectId? Sha, string? Subject, ReleasePoint? Release, DateTimeOffset? Reached)
{
    /// <summary>Whole days from mainline to a moment, such as a stable update; negative when mainline got it later; null when not known.</summary>
    public int? DaysUntil(DateTimeOffset moment) => Reached is { } reached ? (int)Math.Floor((moment - reached).TotalDays) : null;
}

/// <summary>A changeset that later fixes or reverts another one, as a series sees it.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Sha">The commit: the series' own where the series has it, else the one of mainline.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Update">The update of the series that brought it; null when the series does not have it.</param>
/// <param name="Review">The update in preparation that has it; null when there is none.</param>
/// <param name="Release">The first mainline release with it; null when it is none of mainline.</param>
public sealed record LaterRepair(RepairKind Kind, ObjectId Sha, string Subject, string? Update, string? Review, ReleasePoint? Release);

/// <summary>A changeset of a stable update.</summary>
/// <param name="Version">The update.</param>
/// <param name="Released">When that was tagged.</param>
/// <param name="Commit">The changeset.</param>
/// <param name="Subsystem">Its MAINTAINERS section; null when it has none.</param>
/// <param name="Statement">What it says of its upstream.</param>
/// <param name="Upstreams">The mainline commits it names.</param>
/// <param name="Reasons">Why it is there.</param>
/// <param name="Repairs">What later fixes or reverts it.</param>
public sealed record StableLine(
    string Version,
    DateTimeOffset Released,
    CommitLine Commit,
    SubsystemLink? Subsystem,
    UpstreamStatement Statement,
    IReadOnlyList<UpstreamLink> Upstreams,
    StableReasons Reasons,
    IReadOnlyList<LaterRepair> Repairs)
{
    /// <summary>Days from mainline to the update, of the upstream that came last; null when not known.</summary>
    public int? Days => Upstreams.Min(u => u.DaysUntil(Released));
}

/// <summary>A patch in review.</summary>
/// <param name="Ordinal">Its place, from 1.</param>
/// <param name="Subject">Its subject; of one that is missing, its file name.</param>
/// <param name="Author">Who wrote it; empty when not stated.</param>
/// <param name="IsMissing">The series names it, but it is not there or is no patch.</param>
/// <param name="Statement">What it says of its upstream.</param>
/// <param name="Upstream">The mainline commit it names; null when it names none.</param>
public sealed record ReviewPatchLine(int Ordinal, string Subject, string Author, bool IsMissing, UpstreamStatement Statement, UpstreamLink? Upstream);

/// <summary>A device id that an update brought.</summary>
/// <param name="Version">The update.</param>
/// <param name="Path">The driver's source.</param>
/// <param name="Bus">The bus.</param>
/// <param name="Text">The id.</param>
/// <param name="Sha">The changeset that brought it; null when several touched the file.</param>
public sealed record StableDeviceLine(string Version, string Path, DeviceBus Bus, string Text, ObjectId? Sha);

/// <summary>A vulnerability in a list.</summary>
/// <param name="Name">"CVE-2024-26637".</param>
/// <param name="Title">Its title.</param>
/// <param name="Score">CVSS base score times ten; null when it has none.</param>
/// <param name="FixedIn">The update or release that fixed it; null while it is open, or when that was not asked for.</param>
public sealed record VulnerabilityLine(string Name, string Title, int? Score, string? FixedIn);
