using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>A release candidate with what it brought.</summary>
/// <param name="Number">N of -rcN.</param>
/// <param name="Version">Its tag, "v2.6.30-rc3".</param>
/// <param name="Sha">The tagged commit.</param>
/// <param name="Time">Committer date of that commit in its own offset.</param>
/// <param name="Changesets">Changesets new in it.</param>
/// <param name="Commits">Commits new in it, merges included.</param>
public sealed record CandidateFigures(int Number, string Version, ObjectId Sha, DateTimeOffset Time, int Changesets, int Commits);

/// <summary>A mainline release, or the one in the making, with its figures.</summary>
/// <param name="Version">The tag name, "v2.6.30"; of an untagged one, the tag it is expected to get.</param>
/// <param name="Previous">The release before it; null for the first of the history.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Sha">The tagged commit, or the tip of the branch.</param>
/// <param name="Time">Committer date of that commit in its own offset.</param>
/// <param name="Opened">Date of the previous release; null for the first of the history.</param>
/// <param name="WindowTip">The commit that ends the merge window (-rc1, or the tip while it is open); null without -rc1 tag.</param>
/// <param name="WindowTime">Committer date of <paramref name="WindowTip"/>.</param>
/// <param name="Changesets">Commits that are not merges.</param>
/// <param name="Commits">Commits with merges.</param>
/// <param name="WindowChangesets">Changesets of the merge window; null without -rc1 tag.</param>
/// <param name="WindowCommits">Commits with merges of the merge window; null without -rc1 tag.</param>
/// <param name="Pulls">Merges on the mainline chain.</param>
/// <param name="Developers">People who wrote a changeset.</param>
/// <param name="NewDevelopers">Those without a changeset in an earlier release of this history.</param>
/// <param name="AddedLines">Lines added over the changesets; null until all are counted.</param>
/// <param name="RemovedLines">Lines removed over the changesets; null until all are counted.</param>
/// <param name="Candidates">Its candidates, -rc1 first.</param>
public sealed record ReleaseFigures(
    string Version,
    string? Previous,
    ReleaseState State,
    ObjectId Sha,
    DateTimeOffset Time,
    DateTimeOffset? Opened,
    ObjectId? WindowTip,
    DateTimeOffset? WindowTime,
    int Changesets,
    int Commits,
    int? WindowChangesets,
    int? WindowCommits,
    int Pulls,
    int Developers,
    int NewDevelopers,
    long? AddedLines,
    long? RemovedLines,
    IReadOnlyList<CandidateFigures> Candidates)
{
    /// <summary>Whether the release is tagged.</summary>
    public bool IsReleased => State == ReleaseState.Released;

    /// <summary>Whole days from the previous release to this one (to the tip, while it is in the making); null for the first.</summary>
    public int? Days => Opened is { } opened ? (int)Math.Round((Time - opened).TotalDays) : null;

    /// <summary>Changesets after the merge window; null without -rc1 tag.</summary>
    public int? AfterWindow => Changesets - WindowChangesets;

    /// <summary>The newest candidate; null without any.</summary>
    public CandidateFigures? NewestCandidate => Candidates.Count == 0 ? null : Candidates[^1];
}

/// <summary>Releases with the figures that ingest counted.</summary>
public sealed class ReleaseQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>Every release, newest first.</summary>
    public async Task<IReadOnlyList<ReleaseFigures>> ListAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await ReadAsync(context, context.Releases, cancellation);
    }

    /// <summary>One release; null when there is none of that version.</summary>
    public async Task<ReleaseFigures?> FindAsync(KernelVersion version, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var id = version.SortKey;
        return (await ReadAsync(context, context.Releases.Where(r => r.Id == id), cancellation)).SingleOrDefault();
    }

    private static async Task<IReadOnlyList<ReleaseFigures>> ReadAsync(
        TrackerContext context, IQueryable<Release> releases, CancellationToken cancellation)
    {
        var rows = await (
            from release in releases
            join commit in context.Commits on release.CommitId equals commit.Id
            from previous in context.Releases.Where(p => p.Id == release.PreviousId).DefaultIfEmpty()
            from window in context.Commits.Where(c => c.Id == release.WindowCommitId).DefaultIfEmpty()
            orderby release.Id descending
            select new
            {
                Release = release,
                commit.Sha,
                Previous = previous == null ? null : new { previous.Version, previous.Time, previous.TimeOffset },
                Window = window == null ? null : new { window.Sha, window.CommitTime, window.CommitOffset },
            }).ToListAsync(cancellation);
        var candidates = (await (
            from candidate in context.Candidates
            join release in releases on candidate.ReleaseId equals release.Id
            join commit in context.Commits on candidate.CommitId equals commit.Id
            orderby candidate.Number
            select new { Candidate = candidate, release.Version, commit.Sha }).ToListAsync(cancellation))
            .ToLookup(
                c => c.Candidate.ReleaseId,
                c => new CandidateFigures(
                    c.Candidate.Number,
                    $"{c.Version}-rc{c.Candidate.Number}",
                    new ObjectId(c.Sha),
                    GitTime.At(c.Candidate.Time, c.Candidate.TimeOffset),
                    c.Candidate.Changesets,
                    c.Candidate.Commits));
        return [.. rows.Select(r => new ReleaseFigures(
            r.Release.Version,
            r.Previous?.Version,
            r.Release.State,
            new ObjectId(r.Sha),
            GitTime.At(r.Release.Time, r.Release.TimeOffset),
            r.Previous is null ? null : GitTime.At(r.Previous.Time, r.Previous.TimeOffset),
            r.Window is null ? null : new ObjectId(r.Window.Sha),
            r.Window is null ? null : GitTime.At(r.Window.CommitTime, r.Window.CommitOffset),
            r.Release.Changesets,
            r.Release.Commits,
            r.Release.WindowChangesets,
            r.Release.WindowCommits,
            r.Release.Pulls,
            r.Release.Developers,
            r.Release.NewDevelopers,
            r.Release.AddedLines,
            r.Release.RemovedLines,
            [.. candidates[r.Release.Id]]))];
    }
}
