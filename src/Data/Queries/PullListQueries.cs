using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>A pull in a list.</summary>
/// <param name="Sha">The merge commit.</param>
/// <param name="Title">One line: the request's own, or the merge subject.</param>
/// <param name="Text">The request's own words; empty when there were none.</param>
/// <param name="Tree">Short name of the tree.</param>
/// <param name="RefName">Branch or tag pulled; null when none was named.</param>
/// <param name="RefKind">What <paramref name="RefName"/> is.</param>
/// <param name="From">Who asked; null when not stated.</param>
/// <param name="Merged">Committer date of the merge in its own offset.</param>
/// <param name="Changesets">Changesets it brought.</param>
/// <param name="Commits">Commits it brought, merges and itself included.</param>
/// <param name="AddedLines">Lines added by its changesets; null until counted.</param>
/// <param name="RemovedLines">Lines removed by its changesets; null until counted.</param>
/// <param name="Area">What most of its changesets are about.</param>
/// <param name="Part">The finer part; null when there is none.</param>
public sealed record PullLine(
    ObjectId Sha, string Title, string Text, string Tree, string? RefName, PulledRef RefKind, string? From,
    DateTimeOffset Merged, int Changesets, int Commits, long? AddedLines, long? RemovedLines, Area Area, string? Part)
{
    /// <summary>The release it went into.</summary>
    public string Release { get; init; } = "";
}

/// <summary>Which pulls are wanted; a null condition does not count.</summary>
public sealed record PullFilter
{
    /// <summary>From this tree, by its short name.</summary>
    public string? Tree { get; init; }

    /// <summary>Of this area: what most of their changesets are about.</summary>
    public Area? Area { get; init; }

    /// <summary>With a changeset of this MAINTAINERS section, by its slug.</summary>
    public string? Subsystem { get; init; }

    /// <summary>Into this release.</summary>
    public KernelVersion? Release { get; init; }
}

/// <summary>Lists of pulls.</summary>
public sealed class PullListQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>The pulls of the stretch, newest first.</summary>
    /// <param name="range">The stretch.</param>
    /// <param name="tree">Only those from this tree, by its short name; null for all.</param>
    /// <param name="page">Number of the page, from 1.</param>
    /// <param name="size">Pulls a page.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<PageOf<PullLine>> ListAsync(ReleaseRange range, string? tree, int page, int size, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(range);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var pulls = Where(context, context.Pulls.InRange(range), new PullFilter { Tree = tree });
        var total = await pulls.CountAsync(cancellation);
        return new PageOf<PullLine>(await ReadAsync(context, pulls, (page - 1) * size, size, cancellation), page, size, total);
    }

    /// <summary>The newest pulls of all releases.</summary>
    /// <param name="filter">Which are wanted.</param>
    /// <param name="count">At most as many.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<IReadOnlyList<PullLine>> NewestAsync(PullFilter filter, int count, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await ReadAsync(context, Where(context, context.Pulls, filter), 0, count, cancellation);
    }

    private static IQueryable<Pull> Where(TrackerContext context, IQueryable<Pull> pulls, PullFilter filter)
    {
        if (filter.Tree is { } tree)
            pulls = pulls.Where(p => context.SourceTrees.Any(t => t.Id == p.SourceTreeId && t.Name == tree));
        if (filter.Area is { } area)
            pulls = pulls.Where(p => p.Area == area);
        if (filter.Release is { } release)
        {
            var id = release.SortKey;
            pulls = pulls.Where(p => p.ReleaseId == id);
        }
        if (filter.Subsystem is { } slug)
        {
            // Positions of its changesets, which its pulls share.
            var positions =
                from subsystem in context.Subsystems
                where subsystem.Slug == slug
                join commit in context.Commits on (int?)subsystem.Id equals commit.SubsystemId
                where !commit.IsMerge && commit.Position != null
                select commit.Position!.Value;
            pulls = pulls.Where(p => positions.Contains(p.Position));
        }
        return pulls;
    }

    private static async Task<List<PullLine>> ReadAsync(TrackerContext context, IQueryable<Pull> pulls, int skip, int take, CancellationToken cancellation)
    {
        var rows = await (
            from pull in pulls.OrderByDescending(p => p.Position).Skip(skip).Take(take)
            join commit in context.Commits on pull.CommitId equals commit.Id
            join source in context.SourceTrees on pull.SourceTreeId equals source.Id
            join release in context.Releases on pull.ReleaseId equals release.Id
            from part in context.AreaParts.Where(p => p.Id == pull.AreaPartId).DefaultIfEmpty()
            orderby pull.Position descending
            select new
            {
                commit.Sha,
                commit.CommitTime,
                commit.CommitOffset,
                Tree = source.Name,
                Release = release.Version,
                Part = part == null ? null : part.Name,
                pull.Title,
                pull.Text,
                pull.RefName,
                pull.RefKind,
                pull.From,
                pull.Changesets,
                pull.Commits,
                pull.AddedLines,
                pull.RemovedLines,
                pull.Area,
            }).ToListAsync(cancellation);
        return
        [
            .. rows.Select(r => new PullLine(
                new ObjectId(r.Sha), r.Title, r.Text, r.Tree, r.RefName, r.RefKind, r.From,
                GitTime.At(r.CommitTime, r.CommitOffset), r.Changesets, r.Commits, r.AddedLines, r.RemovedLines, r.Area, r.Part) { Release = r.Release }),
        ];
    }
}
