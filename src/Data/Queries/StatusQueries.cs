using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>A configured tree as it was read last.</summary>
/// <param name="Name">The configured name.</param>
/// <param name="Kind">The configured kind.</param>
/// <param name="Url">Where it is fetched from; null when it is read from disk only.</param>
/// <param name="Branch">The branch that is read.</param>
/// <param name="Tip">The branch tip whose data is published; null before the first run.</param>
/// <param name="TipTime">Its committer date; null when not known.</param>
/// <param name="TipSubject">Its subject; null when not known.</param>
/// <param name="Tags">How many tags count as what.</param>
/// <param name="UncountedTags">The tags that are neither release nor candidate, and why.</param>
public sealed record TreeStatus(
    string Name,
    TreeKind Kind,
    string? Url,
    string Branch,
    ObjectId? Tip,
    DateTimeOffset? TipTime,
    string? TipSubject,
    IReadOnlyDictionary<TagVerdict, int> Tags,
    IReadOnlyList<TagLine> UncountedTags);

/// <summary>A tag and what it counts as.</summary>
/// <param name="Name">Name without refs/tags/.</param>
/// <param name="Verdict">What it counts as.</param>
public sealed record TagLine(string Name, TagVerdict Verdict);

/// <summary>A run of ingest.</summary>
/// <param name="Tree">Name of the tree.</param>
/// <param name="Started">Start, UTC.</param>
/// <param name="Finished">End, UTC; null while running.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Stage">What it is or was last doing.</param>
/// <param name="Done">Work done in this stage.</param>
/// <param name="Total">Work in this stage; 0 when not known.</param>
/// <param name="NewCommits">Commits that came in.</param>
/// <param name="ChangedTags">Tags that came in, moved or went.</param>
/// <param name="Message">Why it failed, or what it found; null when there is nothing to say.</param>
public sealed record RunLine(
    string Tree,
    DateTimeOffset Started,
    DateTimeOffset? Finished,
    RunOutcome Outcome,
    string Stage,
    int Done,
    int Total,
    int NewCommits,
    int ChangedTags,
    string? Message);

/// <summary>Something about a tree that a reader should know.</summary>
/// <param name="Tree">Name of the tree.</param>
/// <param name="Time">When it was noticed, UTC.</param>
/// <param name="Kind">Short kind.</param>
/// <param name="Detail">What happened, in one sentence.</param>
public sealed record EventLine(string Tree, DateTimeOffset Time, string Kind, string Detail);

/// <summary>What the tracker is doing and has done.</summary>
/// <param name="DataVersion">Version of the published data; 0 while there is none.</param>
/// <param name="PublishedAt">When it was published, UTC; null while there is none.</param>
/// <param name="IsSample">The data is the bundled, invented history.</param>
/// <param name="Changesets">Changesets published.</param>
/// <param name="UncountedChangesets">Those of them whose lines are not counted yet.</param>
/// <param name="NextRunAt">When the next scheduled run is due, UTC; null without a schedule.</param>
/// <param name="FailuresInARow">Failed runs since the last good one.</param>
/// <param name="Trees">The configured trees.</param>
/// <param name="Runs">The last runs, newest first.</param>
/// <param name="Events">The last happenings, newest first.</param>
public sealed record TrackerStatus(
    long DataVersion,
    DateTimeOffset? PublishedAt,
    bool IsSample,
    int Changesets,
    int UncountedChangesets,
    DateTimeOffset? NextRunAt,
    int FailuresInARow,
    IReadOnlyList<TreeStatus> Trees,
    IReadOnlyList<RunLine> Runs,
    IReadOnlyList<EventLine> Events)
{
    /// <summary>Whether a run is at work.</summary>
    public bool IsRunning => Runs.Any(r => r.Outcome == RunOutcome.Running);
}

/// <summary>Reads what the tracker is doing.</summary>
public sealed class StatusQueries(IDbContextFactory<TrackerContext> contexts)
{
    private const int LastRuns = 20;
    private const int LastEvents = 50;

    /// <summary>The status; null while there is no database or no schema.</summary>
    public async Task<TrackerStatus?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await ReadAsync(context, cancellation);
        }
        catch (System.Data.Common.DbException e) when (Storage.MissingData.Says(e))
        {
            return null;
        }
    }

    private static async Task<TrackerStatus> ReadAsync(TrackerContext context, CancellationToken cancellation)
    {
        var state = await context.States.SingleOrDefaultAsync(cancellation);
        var trees = await (
            from tree in context.TrackedTrees
            join commit in context.Commits on tree.TipSha equals commit.Sha into tips
            from tip in tips.DefaultIfEmpty()
            orderby tree.Kind, tree.Name
            select new { tree, Subject = tip!.Subject, Time = (long?)tip!.CommitTime, Offset = (int?)tip!.CommitOffset }).ToListAsync(cancellation);
        var verdicts = await context.TreeTags.GroupBy(t => new { t.TrackedTreeId, t.Verdict })
            .Select(g => new { g.Key.TrackedTreeId, g.Key.Verdict, Count = g.Count() }).ToListAsync(cancellation);
        var uncounted = await context.TreeTags
            .Where(t => t.Verdict != TagVerdict.Release && t.Verdict != TagVerdict.Candidate && t.Verdict != TagVerdict.StableUpdate && t.Verdict != TagVerdict.SeriesBase)
            .Select(t => new { t.TrackedTreeId, t.Name, t.Verdict }).ToListAsync(cancellation);
        var runs = await context.IngestRuns.OrderByDescending(r => r.Id).Take(LastRuns).ToListAsync(cancellation);
        var events = await (
            from happening in context.TreeEvents
            join tree in context.TrackedTrees on happening.TrackedTreeId equals tree.Id
            orderby happening.Id descending
            select new { tree.Name, happening.Time, happening.Kind, happening.Detail }).Take(LastEvents).ToListAsync(cancellation);

        return new TrackerStatus(
            state?.DataVersion ?? 0, state is { DataVersion: > 0 } ? Utc(state.PublishedAt) : null, state?.IsSample ?? false,
            state?.Changesets ?? 0, state?.UncountedChangesets ?? 0,
            state?.NextRunAt is { } next ? Utc(next) : null, state?.FailuresInARow ?? 0,
            [.. trees.Select(t => new TreeStatus(
                t.tree.Name, t.tree.Kind, t.tree.Url, t.tree.Branch,
                t.tree.TipSha is { } tip ? new ObjectId(tip) : null,
                t.Time is { } time ? GitTime.At(time, t.Offset ?? 0) : null, t.Subject,
                verdicts.Where(v => v.TrackedTreeId == t.tree.Id).ToDictionary(v => v.Verdict, v => v.Count),
                [.. uncounted.Where(u => u.TrackedTreeId == t.tree.Id).OrderBy(u => u.Name, StringComparer.Ordinal).Select(u => new TagLine(u.Name, u.Verdict))]))],
            [.. runs.Select(r => new RunLine(
                r.TreeName, Utc(r.Started), r.Finished is { } end ? Utc(end) : null, r.Outcome, r.Stage, r.Done, r.Total, r.NewCommits, r.ChangedTags, r.Message))],
            [.. events.Select(e => new EventLine(e.Name, Utc(e.Time), e.Kind, e.Detail))]);
    }

    private static DateTimeOffset Utc(long seconds) => GitTime.At(seconds, 0);
}
