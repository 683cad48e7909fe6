using System.Data.Common;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>What is published right now: enough for the frame of every page and for caching.</summary>
/// <param name="DataVersion">Rises with every change of what pages show.</param>
/// <param name="PublishedAt">When it last rose, UTC.</param>
/// <param name="IsSample">The data is the bundled, invented history.</param>
/// <param name="Changesets">Changesets published.</param>
/// <param name="UncountedChangesets">Those of them whose lines are not counted yet.</param>
/// <param name="FailuresInARow">Failed ingest runs since the last good one.</param>
/// <param name="Tip">Tip of the tracked mainline branch; null when it is not known.</param>
/// <param name="TipTime">Its committer date in its own offset.</param>
/// <param name="Newest">The newest release, perhaps still in the making; null without any.</param>
/// <param name="NewestState">Where that release stands.</param>
public sealed record SiteState(
    long DataVersion,
    DateTimeOffset PublishedAt,
    bool IsSample,
    int Changesets,
    int UncountedChangesets,
    int FailuresInARow,
    ObjectId? Tip,
    DateTimeOffset? TipTime,
    string? Newest,
    ReleaseState? NewestState)
{
    /// <summary>A stable series is tracked.</summary>
    public bool HasStable { get; init; }

    /// <summary>Vulnerability records are tracked.</summary>
    public bool HasVulnerabilities { get; init; }

    /// <summary>Whether every changeset's lines are counted.</summary>
    public bool LinesCounted => UncountedChangesets == 0;

    /// <summary>How much of the line count is done, in whole percent; 100 only when all of it is.</summary>
    public int PercentCounted => Changesets == 0 ? 100 : (int)(100L * (Changesets - UncountedChangesets) / Changesets);
}

/// <summary>Reads the published state.</summary>
public sealed class StateQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>The published state; null while there is no database, no schema or no published data.</summary>
    public async Task<SiteState?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var state = await context.States.SingleOrDefaultAsync(cancellation);
            if (state is null || state.DataVersion == 0)
                return null;
            var tip = await (
                from tree in context.TrackedTrees
                where tree.Kind == TreeKind.Mainline
                join commit in context.Commits on tree.TipSha equals commit.Sha
                orderby tree.Id
                select new { commit.Sha, commit.CommitTime, commit.CommitOffset }).FirstOrDefaultAsync(cancellation);
            var newest = await context.Releases.OrderByDescending(r => r.Id)
                .Select(r => new { r.Version, r.State }).FirstOrDefaultAsync(cancellation);
            return new SiteState(
                state.DataVersion,
                DateTimeOffset.FromUnixTimeSeconds(state.PublishedAt),
                state.IsSample,
                state.Changesets,
                state.UncountedChangesets,
                state.FailuresInARow,
                tip is null ? null : new ObjectId(tip.Sha),
                tip is null ? null : GitTime.At(tip.CommitTime, tip.CommitOffset),
                newest?.Version,
                newest?.State)
            {
                HasStable = await context.StableSeries.AnyAsync(cancellation),
                HasVulnerabilities = await context.Vulnerabilities.AnyAsync(cancellation),
            };
        }
        catch (DbException e) when (MissingData.Says(e))
        {
            return null;
        }
    }
}
