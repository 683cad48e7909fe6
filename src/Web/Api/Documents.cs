using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;

namespace KernelTracker.Web.Api;

/// <summary>A merge window.</summary>
/// <param name="Opened">Date of the previous release.</param>
/// <param name="Closed">Date of -rc1; null while it is open or without such a tag.</param>
/// <param name="Changesets">Changesets; null without -rc1 tag.</param>
/// <param name="Commits">Commits with merges; null without -rc1 tag.</param>
public sealed record WindowFigures(DateTimeOffset? Opened, DateTimeOffset? Closed, int? Changesets, int? Commits);

/// <summary>A release candidate.</summary>
public sealed record CandidateDocument(string Version, int Number, string Sha, DateTimeOffset Date, int Changesets, int Commits);

/// <summary>A release in a list.</summary>
public record ReleaseSummary(
    string Version, string? Previous, DateTimeOffset Date, ReleaseState State, string Sha, int? Days,
    int Changesets, int Commits, WindowFigures Window, IReadOnlyList<CandidateDocument> Candidates,
    int Pulls, int Developers, int NewDevelopers, LinesDocument? Lines)
{
    /// <summary>The summary of a release.</summary>
    public static ReleaseSummary Of(ReleaseFigures r)
    {
        ArgumentNullException.ThrowIfNull(r);
        return new ReleaseSummary(
            r.Version, r.Previous, r.Time, r.State, r.Sha.ToString(), r.Days, r.Changesets, r.Commits,
            new WindowFigures(r.Opened, r.State == ReleaseState.WindowOpen ? null : r.WindowTime, r.WindowChangesets, r.WindowCommits),
            [.. r.Candidates.Select(c => new CandidateDocument(c.Version, c.Number, c.Sha.ToString(), c.Time, c.Changesets, c.Commits))],
            r.Pulls, r.Developers, r.NewDevelopers,
            r is { AddedLines: { } added, RemovedLines: { } removed } ? new LinesDocument(added, removed) : null);
    }
}

/// <summary>A release with what it is about.</summary>
public sealed record ReleaseDocument : ReleaseSummary
{
    /// <summary>Adds areas and hardware to the figures.</summary>
    public ReleaseDocument(ReleaseSummary figures, IReadOnlyList<AreaDocument> areas, int? hardware) : base(figures) => (Areas, Hardware) = (areas, hardware);

    /// <summary>Every area with a changeset, largest first.</summary>
    public IReadOnlyList<AreaDocument> Areas { get; }

    /// <summary>Newly supported devices; null as long as the release's hardware has not been read.</summary>
    public int? Hardware { get; }
}

/// <summary>A pull in a list.</summary>
public sealed record PullDocument(
    string Sha, string Title, string Text, string Tree, PulledRef RefKind, string? Ref, string? From, DateTimeOffset Date,
    int Changesets, int Commits, LinesDocument? Lines, string Area, string? Part)
{
    /// <summary>The document of a pull.</summary>
    public static PullDocument Of(PullLine p)
    {
        ArgumentNullException.ThrowIfNull(p);
        return new PullDocument(
            p.Sha.ToString(), p.Title, p.Text, p.Tree, p.RefKind, p.RefName, p.From, p.Merged, p.Changesets, p.Commits,
            p is { AddedLines: { } added, RemovedLines: { } removed } ? new LinesDocument(added, removed) : null,
            p.Area.Title(), p.Part);
    }
}

/// <summary>A changeset in a list.</summary>
/// <param name="Sha">Its object name.</param>
/// <param name="Subject">The first paragraph of its message.</param>
/// <param name="Author">The author's name.</param>
/// <param name="Developer">Number of the developer, for the parameter of the same name.</param>
/// <param name="Date">Author date.</param>
/// <param name="Release">The first release with it.</param>
/// <param name="Candidate">The first candidate with it; null when only the release itself has it, or no tag yet.</param>
/// <param name="Tree">The tree it came through.</param>
/// <param name="Area">Its area.</param>
/// <param name="Part">The part of the area.</param>
/// <param name="Subsystem">Its MAINTAINERS section.</param>
/// <param name="Files">Changed paths.</param>
/// <param name="Lines">Lines; null until counted.</param>
public sealed record ChangesetDocument(
    string Sha, string Subject, string Author, int Developer, DateTimeOffset Date, string Release, string? Candidate,
    string? Tree, string Area, string? Part, string? Subsystem, int Files, LinesDocument? Lines)
{
    /// <summary>The document of a changeset.</summary>
    public static ChangesetDocument Of(ChangesetLine c, string release)
    {
        ArgumentNullException.ThrowIfNull(c);
        return new ChangesetDocument(
            c.Sha.ToString(), c.Subject, c.Author, c.DeveloperId, c.Authored, release,
            c.Candidate is > 0 ? $"{release}-rc{c.Candidate}" : null,
            c.Tree, c.Area.Title(), c.Part, c.Subsystem, c.FilesChanged,
            c is { AddedLines: { } added, RemovedLines: { } removed } ? new LinesDocument(added, removed) : null);
    }
}
