using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;

namespace KernelTracker.Web.Api;

/// <summary>Author or committer.</summary>
/// <param name="Name">As written; may be empty.</param>
/// <param name="Developer">Number of the developer, for parameters of that name.</param>
public sealed record PersonReference(string Name, int Developer);

/// <summary>A pull that something else points to.</summary>
public sealed record PullReference(string Sha, string Title, string Tree, int Changesets)
{
    /// <summary>The reference to a pull; null for none.</summary>
    public static PullReference? Of(PullLink? pull) =>
        pull is null ? null : new PullReference(pull.Sha.ToString(), pull.Title, pull.Tree, pull.Changesets);
}

/// <summary>Changesets of an area or of a part of it.</summary>
/// <param name="Area">The area.</param>
/// <param name="Part">The part; null for what has no finer part.</param>
/// <param name="Changesets">How many.</param>
public sealed record PullAreaDocument(string Area, string? Part, int Changesets);

/// <summary>A changeset of a pull.</summary>
public sealed record BroughtChangeset(
    string Sha, string Subject, string Author, int Developer, DateTimeOffset Committed, string Area, string? Part, int Files, LinesDocument? Lines)
{
    /// <summary>The document of a changeset.</summary>
    public static BroughtChangeset Of(CommitLine c)
    {
        ArgumentNullException.ThrowIfNull(c);
        return new BroughtChangeset(
            c.Sha.ToString(), c.Subject, c.Author, c.DeveloperId, c.Committed, c.Area.Title(), c.AreaPart, c.Files, CommitApi.Lines(c.Added, c.Removed));
    }
}

/// <summary>A pull with what it brought.</summary>
/// <param name="Sha">The merge commit.</param>
/// <param name="Title">One line about it.</param>
/// <param name="Subject">The merge commit's own subject.</param>
/// <param name="Text">The request's own words; empty when there were none.</param>
/// <param name="Tree">Short name of the tree.</param>
/// <param name="Repository">The repository in one spelling; null when the merge names none.</param>
/// <param name="RefKind">What was named.</param>
/// <param name="Ref">The branch or tag; null when none was named.</param>
/// <param name="From">Who asked; null when not stated.</param>
/// <param name="Date">Committer date of the merge.</param>
/// <param name="MergedBy">Who merged it.</param>
/// <param name="Release">The release it went into.</param>
/// <param name="Candidate">The first candidate with it; null when only the release itself has it, or no tag yet.</param>
/// <param name="Parents">Parents of the merge, in order, as far as the history holds them.</param>
/// <param name="Changesets">Changesets it brought.</param>
/// <param name="Commits">Commits it brought, merges and itself included.</param>
/// <param name="Lines">Lines; null until counted.</param>
/// <param name="Area">What most of its changesets are about.</param>
/// <param name="Subsystem">The MAINTAINERS section of most of its changesets.</param>
/// <param name="Areas">Its changesets by area.</param>
/// <param name="Previous">The pull before it.</param>
/// <param name="Next">The pull after it.</param>
/// <param name="Command">The git command that counts its changesets.</param>
/// <param name="ChangesetList">A page of its changesets, newest first.</param>
public sealed record PullDetailDocument(
    string Sha, string Title, string Subject, string Text, string Tree, string? Repository, PulledRef RefKind, string? Ref, string? From,
    DateTimeOffset Date, PersonReference MergedBy, string Release, string? Candidate, IReadOnlyList<string> Parents,
    int Changesets, int Commits, LinesDocument? Lines, string Area, string? Subsystem, IReadOnlyList<PullAreaDocument> Areas,
    PullReference? Previous, PullReference? Next, string Command, PageOf<BroughtChangeset> ChangesetList)
{
    /// <summary>The document of a pull.</summary>
    public static PullDetailDocument Of(PullDetails p, PageOf<CommitLine> changesets)
    {
        ArgumentNullException.ThrowIfNull(p);
        ArgumentNullException.ThrowIfNull(changesets);
        return new PullDetailDocument(
            p.Sha.ToString(), p.Title, p.Subject, p.Text, p.Tree.Name, p.Tree.Url, p.RefKind, p.RefName, p.From,
            p.Merged, new PersonReference(p.MergedBy.Name, p.MergedBy.DeveloperId), p.Release.Version, CommitApi.CandidateName(p.Release),
            [.. p.Parents.Select(s => s.ToString())], p.Changesets, p.Commits, CommitApi.Lines(p.Added, p.Removed),
            p.Area.Title(), p.Subsystem?.Name, [.. p.Areas.Select(a => new PullAreaDocument(a.Area.Title(), a.Part, a.Changesets))],
            PullReference.Of(p.Previous), PullReference.Of(p.Next), $"git rev-list --no-merges --count {p.Sha}^1..{p.Sha}",
            new PageOf<BroughtChangeset>(
                [.. changesets.Items.Select(BroughtChangeset.Of)],
                changesets.Page, changesets.PageSize, changesets.Total));
    }
}

/// <summary>A trailer of a message.</summary>
/// <param name="Key">For instance "Signed-off-by".</param>
/// <param name="Value">As written.</param>
/// <param name="Developer">The person named; null when the value is none.</param>
public sealed record TrailerDocument(string Key, string Value, int? Developer);

/// <summary>A changed path.</summary>
/// <param name="Path">After the change; before it, when deleted.</param>
/// <param name="OldPath">Before a rename; else null.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Binary">It has no lines.</param>
/// <param name="Lines">Lines; null until counted, and for binary content.</param>
public sealed record FileDocument(string Path, string? OldPath, ChangeKind Kind, bool Binary, LinesDocument? Lines);

/// <summary>The place of a changeset in a stable update.</summary>
/// <param name="Series">The series.</param>
/// <param name="Version">The update.</param>
/// <param name="Sha">The series' own commit.</param>
/// <param name="Date">When the update was tagged.</param>
public sealed record BackportDocument(string Series, string Version, string Sha, DateTimeOffset Date);

/// <summary>A commit with everything known of it.</summary>
/// <param name="Sha">Its object name.</param>
/// <param name="Subject">The subject, whole.</param>
/// <param name="Body">The message after the subject, without trailers.</param>
/// <param name="Trailers">The trailers in order.</param>
/// <param name="IsMerge">A merge, hence no changeset.</param>
/// <param name="Marks">What is odd about the object.</param>
/// <param name="Parents">Its parents, as far as the history holds them.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Authored">Author date.</param>
/// <param name="Committer">Who committed it.</param>
/// <param name="Committed">Committer date.</param>
/// <param name="Release">The first release with it; null when mainline does not reach it.</param>
/// <param name="Candidate">The first candidate with it; null when only the release itself has it, or no tag yet.</param>
/// <param name="Arrival">How it came in.</param>
/// <param name="Tree">Short name of the tree it came through.</param>
/// <param name="Pull">The pull that brought it.</param>
/// <param name="Area">What it is about.</param>
/// <param name="Part">The part of the area.</param>
/// <param name="Subsystem">Its MAINTAINERS section.</param>
/// <param name="Lines">Lines; null until counted.</param>
/// <param name="Files">All changed paths.</param>
public sealed record ChangesetDetailDocument(
    string Sha, string Subject, string Body, IReadOnlyList<TrailerDocument> Trailers, bool IsMerge, IReadOnlyList<string> Marks,
    IReadOnlyList<string> Parents, PersonReference Author, DateTimeOffset Authored, PersonReference Committer, DateTimeOffset Committed,
    string? Release, string? Candidate, Arrival Arrival, string? Tree, PullReference? Pull, string Area, string? Part, string? Subsystem,
    LinesDocument? Lines, IReadOnlyList<FileDocument> Files)
{
    /// <summary>The mainline commit of which this is a backport: its id, or as written where it is not held; null when it is none.</summary>
    public string? Upstream { get; init; }

    /// <summary>All mainline commits that it names.</summary>
    public IReadOnlyList<UpstreamDocument> Upstreams { get; init; } = [];

    /// <summary>The stable update that it belongs to; null when it belongs to none.</summary>
    public string? Update { get; init; }

    /// <summary>The stable updates that carry it, or its upstream.</summary>
    public IReadOnlyList<BackportDocument> Backports { get; init; } = [];

    /// <summary>What it fixes or reverts.</summary>
    public IReadOnlyList<RepairedDocument> Repairs { get; init; } = [];

    /// <summary>What fixes or reverts it.</summary>
    public IReadOnlyList<RepairedByDocument> RepairedBy { get; init; } = [];

    /// <summary>CVE records that it fixes.</summary>
    public IReadOnlyList<VulnerabilityReference> Vulnerabilities { get; init; } = [];

    /// <summary>The document of a commit.</summary>
    /// <param name="c">The commit.</param>
    /// <param name="files">All its files.</param>
    /// <param name="standing">What stable series make of it; null for a merge.</param>
    public static ChangesetDetailDocument Of(ChangesetDetails c, IReadOnlyList<FileLine> files, ChangesetStanding? standing)
    {
        ArgumentNullException.ThrowIfNull(c);
        return new ChangesetDetailDocument(
            c.Sha.ToString(), c.Subject, c.Body,
            [.. c.Trailers.Select(t => new TrailerDocument(t.Key, t.Value, t.DeveloperId))],
            c.IsMerge, [.. Enum.GetValues<CommitMarks>().Where(m => m != CommitMarks.None && c.Marks.HasFlag(m)).Select(m => m.ToString())],
            [.. c.Parents.Select(p => p.ToString())],
            new PersonReference(c.Author.Name, c.Author.DeveloperId), c.Authored, new PersonReference(c.Committer.Name, c.Committer.DeveloperId), c.Committed,
            c.Release?.Version, c.Release is null ? null : CommitApi.CandidateName(c.Release), c.Arrival, c.Tree?.Name, PullReference.Of(c.Pull),
            c.Area.Title(), c.AreaPart, c.Subsystem?.Name, CommitApi.Lines(c.Added, c.Removed),
            [.. files.Select(f => new FileDocument(f.Path, f.OldPath, f.Kind, f.IsBinary, CommitApi.Lines(f.Added, f.Removed)))])
        {
            Upstream = standing?.Upstreams is [var first, ..] ? first.Sha?.ToString() ?? first.Written : null,
            Upstreams = [.. (standing?.Upstreams ?? []).Select(u => UpstreamDocument.Of(u, standing?.Place?.Time))],
            Update = standing?.Place?.Version,
            Backports = [.. (standing?.Series ?? []).Select(s => s.Point).OfType<StablePoint>().Select(p => new BackportDocument(p.Series, p.Version, p.Sha.ToString(), p.Time))],
            Repairs = [.. (standing?.Repairs ?? []).Select(r => new RepairedDocument(r.Kind, UpstreamDocument.Of(r.Link, null)))],
            RepairedBy = [.. (standing?.RepairedBy ?? []).Select(RepairedByDocument.Of)],
            Vulnerabilities = [.. (standing?.Vulnerabilities ?? []).Select(VulnerabilityReference.Of)],
        };
    }
}
