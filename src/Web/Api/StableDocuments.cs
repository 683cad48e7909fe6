using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;

namespace KernelTracker.Web.Api;

/// <summary>A stable update.</summary>
/// <param name="Version">The tag.</param>
/// <param name="Series">Its series.</param>
/// <param name="Previous">The tag that its range starts from; null when the range is not known.</param>
/// <param name="Date">Committer date of the tagged commit.</param>
/// <param name="Sha">The tagged commit.</param>
/// <param name="Changesets">Changesets, the version bump not counted; null when the range is not known.</param>
/// <param name="Developers">People who wrote one; null when the range is not known.</param>
/// <param name="Lines">Lines; null until counted.</param>
/// <param name="Command">The git command that counts the changesets; null when the range is not known.</param>
public sealed record UpdateDocument(
    string Version, string Series, string? Previous, DateTimeOffset Date, string Sha, int? Changesets, int? Developers, LinesDocument? Lines, string? Command)
{
    /// <summary>The document of an update.</summary>
    public static UpdateDocument Of(StableUpdateFigures u)
    {
        ArgumentNullException.ThrowIfNull(u);
        return new UpdateDocument(
            u.Version, u.Series, u.Previous, u.Time, u.Sha.ToString(), u.Changesets, u.Developers, CommitApi.Lines(u.AddedLines, u.RemovedLines), u.CountCommand);
    }
}

/// <summary>A mainline commit that a stable changeset or a patch names.</summary>
/// <param name="Written">The id as written.</param>
/// <param name="State">Whether it leads to a commit that is held.</param>
/// <param name="Sha">That commit.</param>
/// <param name="Release">The first mainline release with it.</param>
/// <param name="Candidate">The first candidate with it.</param>
/// <param name="Days">Whole days from mainline to the update; null where there is none, or when not known.</param>
public sealed record UpstreamDocument(string Written, MentionState State, string? Sha, string? Release, string? Candidate, int? Days)
{
    /// <summary>The document of a link.</summary>
    public static UpstreamDocument Of(UpstreamLink u, DateTimeOffset? until)
    {
        ArgumentNullException.ThrowIfNull(u);
        return new UpstreamDocument(
            u.Written, u.State, u.Sha?.ToString(), u.Release?.Version, u.Release is { } release ? CommitApi.CandidateName(release) : null,
            until is { } moment ? u.DaysUntil(moment) : null);
    }
}

/// <summary>A patch in review.</summary>
public sealed record PatchDocument(int Number, string Subject, string Author, bool Missing, UpstreamStatement Statement, UpstreamDocument? Upstream);

/// <summary>A stable update in preparation.</summary>
/// <param name="Version">The update that it is to become.</param>
/// <param name="Name">As it calls itself: "v3.16.5-rc1".</param>
/// <param name="Source">Where it is seen; "queue" is not yet in review.</param>
/// <param name="Tree">Name of the tree.</param>
/// <param name="Since">Since when.</param>
/// <param name="Due">Until when responses are asked for; null when not stated.</param>
/// <param name="Patches">How many patches.</param>
/// <param name="PatchList">The patches, where one update was asked for.</param>
public sealed record ReviewDocument(
    string Version, string Name, ReviewSource Source, string Tree, DateTimeOffset Since, DateTimeOffset? Due, int Patches, IReadOnlyList<PatchDocument>? PatchList)
{
    /// <summary>The document of a round.</summary>
    public static ReviewDocument Of(ReviewFigures r, IReadOnlyList<ReviewPatchLine>? patches = null)
    {
        ArgumentNullException.ThrowIfNull(r);
        return new ReviewDocument(
            r.Version, r.Name, r.Source, r.Tree, r.Since, r.Due, r.Patches,
            patches?.Select(p => new PatchDocument(
                p.Ordinal, p.Subject, p.Author, p.IsMissing, p.Statement, p.Upstream is { } u ? UpstreamDocument.Of(u, null) : null)).ToList());
    }
}

/// <summary>A stable series.</summary>
/// <param name="Series">Its name.</param>
/// <param name="Base">The tag of its mainline release.</param>
/// <param name="Support">Stable or longterm.</param>
/// <param name="EndOfLife">Stated or planned; null when not known.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Updates">How many updates there are.</param>
/// <param name="Newest">The newest update.</param>
/// <param name="Review">What is in preparation.</param>
public sealed record SeriesDocument(
    string Series, string Base, SeriesSupport Support, DateOnly? EndOfLife, SeriesState State, int Updates, UpdateDocument? Newest, IReadOnlyList<ReviewDocument> Review)
{
    /// <summary>The document of a series.</summary>
    public static SeriesDocument Of(StableSeriesSummary s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return new SeriesDocument(
            s.Name, s.Base, s.Support, s.EndOfLife, s.State, s.Updates, s.Newest is { } newest ? UpdateDocument.Of(newest) : null,
            [.. s.Reviews.Select(r => ReviewDocument.Of(r))]);
    }
}

/// <summary>A later changeset that fixes or reverts one.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Sha">The commit.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Update">The update of the series that brought it; null when the series lacks it.</param>
/// <param name="Review">The update in preparation that has it.</param>
/// <param name="Release">The first mainline release with it.</param>
public sealed record LaterRepairDocument(RepairKind Kind, string Sha, string Subject, string? Update, string? Review, string? Release)
{
    /// <summary>The document of a repair.</summary>
    public static LaterRepairDocument Of(LaterRepair r)
    {
        ArgumentNullException.ThrowIfNull(r);
        return new LaterRepairDocument(r.Kind, r.Sha.ToString(), r.Subject, r.Update, r.Review, r.Release?.Version);
    }
}

/// <summary>A changeset of a stable update.</summary>
/// <param name="Sha">The commit.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Developer">Number of the developer.</param>
/// <param name="Area">What it is about.</param>
/// <param name="Part">The part of the area.</param>
/// <param name="Subsystem">Its MAINTAINERS section.</param>
/// <param name="Statement">What it says of its upstream.</param>
/// <param name="Upstreams">The mainline commits it names.</param>
/// <param name="CcStable">It was marked "Cc: stable".</param>
/// <param name="Fixes">It names what it fixes.</param>
/// <param name="Repairs">What later fixes or reverts it.</param>
/// <param name="Lines">Lines; null until counted.</param>
public sealed record StableChangesetDocument(
    string Sha, string Subject, string Author, int Developer, string Area, string? Part, string? Subsystem, UpstreamStatement Statement,
    IReadOnlyList<UpstreamDocument> Upstreams, bool CcStable, bool Fixes, IReadOnlyList<LaterRepairDocument> Repairs, LinesDocument? Lines)
{
    /// <summary>The document of a changeset.</summary>
    public static StableChangesetDocument Of(StableLine l)
    {
        ArgumentNullException.ThrowIfNull(l);
        return new StableChangesetDocument(
            l.Commit.Sha.ToString(), l.Commit.Subject, l.Commit.Author, l.Commit.DeveloperId, l.Commit.Area.Title(), l.Commit.AreaPart, l.Subsystem?.Name,
            l.Statement, [.. l.Upstreams.Select(u => UpstreamDocument.Of(u, l.Released))],
            l.Reasons.HasFlag(StableReasons.CcStable), l.Reasons.HasFlag(StableReasons.Fixes),
            [.. l.Repairs.Select(LaterRepairDocument.Of)], CommitApi.Lines(l.Commit.Added, l.Commit.Removed));
    }
}

/// <summary>A device id that an update brought.</summary>
public sealed record StableDeviceDocument(DeviceBus Bus, string Id, string Path, string? Sha);

/// <summary>A CVE record in a list.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Score">CVSS base score; null when it has none.</param>
public sealed record VulnerabilityReference(string Name, string Title, decimal? Score)
{
    /// <summary>The reference to a record.</summary>
    public static VulnerabilityReference Of(VulnerabilityLine v)
    {
        ArgumentNullException.ThrowIfNull(v);
        return new VulnerabilityReference(v.Name, v.Title, v.Score / 10m);
    }
}

/// <summary>A stable series or update, as it was asked for.</summary>
/// <param name="Series">The series.</param>
/// <param name="Updates">All its updates, newest first; null when one was asked for.</param>
/// <param name="Update">The update asked for; null for a series, and while it is not released.</param>
/// <param name="Summary">The update in words; null unless one was asked for and its range is known.</param>
/// <param name="Areas">Its changesets by area; null likewise.</param>
/// <param name="Changesets">A page of its changesets; null likewise.</param>
/// <param name="Devices">Device ids that it brought; null likewise.</param>
/// <param name="Vulnerabilities">CVE records that it fixed; null likewise.</param>
/// <param name="Review">The update asked for in preparation, with its patches; for a series, all that is in preparation.</param>
public sealed record StableDocument(
    SeriesDocument Series, IReadOnlyList<UpdateDocument>? Updates, UpdateDocument? Update, string? Summary, IReadOnlyList<AreaDocument>? Areas,
    PageOf<StableChangesetDocument>? Changesets, IReadOnlyList<StableDeviceDocument>? Devices, IReadOnlyList<VulnerabilityReference>? Vulnerabilities,
    IReadOnlyList<ReviewDocument> Review);

/// <summary>The answer for one series.</summary>
/// <param name="Series">The series.</param>
/// <param name="State">Where that stands.</param>
/// <param name="Standing">The answer.</param>
/// <param name="Since">The release or update that has it first, or is to have it.</param>
/// <param name="Sha">The series' own commit.</param>
/// <param name="HasTarget">It has what the changeset repairs; null when not known.</param>
/// <param name="Repairs">What later fixes or reverts it.</param>
public sealed record SeriesAnswerDocument(
    string Series, SeriesState State, SeriesStanding Standing, string? Since, string? Sha, bool? HasTarget, IReadOnlyList<LaterRepairDocument> Repairs)
{
    /// <summary>The document of an answer.</summary>
    public static SeriesAnswerDocument Of(SeriesAnswer a)
    {
        ArgumentNullException.ThrowIfNull(a);
        return new SeriesAnswerDocument(a.Series, a.State, a.Standing, a.Since, a.Point?.Sha.ToString(), a.HasTarget, [.. a.Repairs.Select(LaterRepairDocument.Of)]);
    }
}

/// <summary>A commit with its place.</summary>
/// <param name="Sha">The commit.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Release">The first mainline release with it; null when mainline does not reach it.</param>
/// <param name="Update">The stable update it belongs to; null when it belongs to none.</param>
public sealed record PlacedCommit(string Sha, string Subject, string Author, string? Release, string? Update)
{
    /// <summary>The document of a line.</summary>
    public static PlacedCommit Of(CommitLine c)
    {
        ArgumentNullException.ThrowIfNull(c);
        return new PlacedCommit(c.Sha.ToString(), c.Subject, c.Author, c.Release, c.Update);
    }
}

/// <summary>A changeset that another one repairs.</summary>
public sealed record RepairedDocument(RepairKind Kind, UpstreamDocument Commit);

/// <summary>A changeset that repairs the one asked for, with the updates that carry it.</summary>
public sealed record RepairedByDocument(RepairKind Kind, string Sha, string Subject, string? Release, IReadOnlyList<string> Updates, IReadOnlyList<string> Reviews)
{
    /// <summary>The document of a repair.</summary>
    public static RepairedByDocument Of(RepairLine r)
    {
        ArgumentNullException.ThrowIfNull(r);
        return new RepairedByDocument(r.Kind, r.Sha.ToString(), r.Subject, r.Release?.Version, [.. r.Points.Select(p => p.Version)], r.Reviews);
    }
}

/// <summary>A changeset that names an id which is not held: as what it fixes or reverts, or (null) as its upstream.</summary>
public sealed record MentionDocument(RepairKind? Kind, PlacedCommit Commit);

/// <summary>A patch in preparation.</summary>
public sealed record PreparedDocument(string Version, string Subject);

/// <summary>Which series have a changeset.</summary>
/// <param name="Query">The question as it was understood.</param>
/// <param name="Changeset">The changeset; null when none, or several, fit.</param>
/// <param name="Upstreams">The mainline commits that it names.</param>
/// <param name="Series">The answer for each series, newest first.</param>
/// <param name="Repairs">What it fixes or reverts.</param>
/// <param name="RepairedBy">What fixes or reverts it.</param>
/// <param name="Vulnerabilities">CVE records that it fixes.</param>
/// <param name="Matches">Several that fit, or others with the same words.</param>
/// <param name="Mentions">Changesets that name an id which is not held.</param>
/// <param name="Patches">Patches in preparation whose mainline commit is not held.</param>
public sealed record IsItInDocument(
    string Query, PlacedCommit? Changeset, IReadOnlyList<UpstreamDocument> Upstreams, IReadOnlyList<SeriesAnswerDocument> Series,
    IReadOnlyList<RepairedDocument> Repairs, IReadOnlyList<RepairedByDocument> RepairedBy, IReadOnlyList<VulnerabilityReference> Vulnerabilities,
    PageOf<PlacedCommit> Matches, IReadOnlyList<MentionDocument> Mentions, IReadOnlyList<PreparedDocument> Patches)
{
    /// <summary>The document of an answer.</summary>
    public static IsItInDocument Of(StableAnswer a)
    {
        ArgumentNullException.ThrowIfNull(a);
        return new IsItInDocument(
            a.Query,
            a.Found is { } found ? PlacedCommit.Of(found.Commit) : null,
            [.. (a.Found?.Upstreams ?? []).Select(u => UpstreamDocument.Of(u, a.Found?.Place?.Time))],
            [.. (a.Found?.Series ?? []).Select(SeriesAnswerDocument.Of)],
            [.. (a.Found?.Repairs ?? []).Select(r => new RepairedDocument(r.Kind, UpstreamDocument.Of(r.Link, null)))],
            [.. (a.Found?.RepairedBy ?? []).Select(RepairedByDocument.Of)],
            [.. (a.Found?.Vulnerabilities ?? []).Select(VulnerabilityReference.Of)],
            new PageOf<PlacedCommit>([.. a.Matches.Items.Select(PlacedCommit.Of)], a.Matches.Page, a.Matches.PageSize, a.Matches.Total),
            [.. a.Mentions.Select(m => new MentionDocument(m.Kind, PlacedCommit.Of(m.Commit)))],
            [.. a.Patches.Select(p => new PreparedDocument(p.Round.Version, p.Subject))]);
    }
}

/// <summary>A line of a CVE record.</summary>
public sealed record VulnerabilityPlaceDocument(string? Introduced, string? IntroducedSha, string? Fixed, string? FixedSha);

/// <summary>What a CVE record means for a series.</summary>
/// <param name="Series">The series.</param>
/// <param name="State">Where that stands.</param>
/// <param name="FixedIn">The update that fixed it; null while it is open.</param>
public sealed record VulnerableSeriesDocument(string Series, SeriesState State, string? FixedIn);

/// <summary>A CVE record.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Score">CVSS base score; null when it has none.</param>
/// <param name="Vector">CVSS vector; null when it has none.</param>
/// <param name="Places">Where it came in and was fixed.</param>
/// <param name="Series">What it means for each series held; those it never concerned are left out.</param>
public sealed record VulnerabilityDocument(
    string Name, string Title, decimal? Score, string? Vector, IReadOnlyList<VulnerabilityPlaceDocument> Places, IReadOnlyList<VulnerableSeriesDocument> Series)
{
    /// <summary>The document of a record.</summary>
    public static VulnerabilityDocument Of(VulnerabilityDetails v)
    {
        ArgumentNullException.ThrowIfNull(v);
        return new VulnerabilityDocument(
            v.Name, v.Title, v.Score / 10m, v.Vector,
            [.. v.Places.Select(p => new VulnerabilityPlaceDocument(p.Introduced, p.IntroducedSha?.ToString(), p.Fixed, p.FixedSha?.ToString()))],
            [.. v.Series.Select(s => new VulnerableSeriesDocument(s.Series, s.State, s.FixedIn))]);
    }
}
