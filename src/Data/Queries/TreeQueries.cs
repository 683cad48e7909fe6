using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>A source tree in the list of all.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Pulls">Pulls from it.</param>
/// <param name="Changesets">Changesets that came through it.</param>
/// <param name="Own">Changesets that it brought first, through whichever tree mainline got them.</param>
/// <param name="LastRelease">The newest release with any of them; null when there is none.</param>
public sealed record TreeRow(TreeLink Tree, int Pulls, int Changesets, int Own, string? LastRelease);

/// <summary>What a tree gave to another, or took from it.</summary>
/// <param name="Tree">The other tree.</param>
/// <param name="Changesets">Changesets that went this way, over all releases.</param>
/// <param name="Merges">By so many merges.</param>
/// <param name="LastRelease">The newest release with any of them.</param>
public sealed record TreeNeighbour(TreeLink Tree, int Changesets, int Merges, string LastRelease);

/// <summary>What came through a source tree.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Releases">Changesets and pulls per release, oldest first, from the first one with any.</param>
/// <param name="Pulls">The pulls, newest first.</param>
/// <param name="Into">Other trees that merged it, the one that took most first.</param>
/// <param name="From">Other trees that it merged.</param>
public sealed record TreeDetails(
    TreeLink Tree, IReadOnlyList<TreeRelease> Releases, PageOf<TreePull> Pulls, IReadOnlyList<TreeNeighbour> Into, IReadOnlyList<TreeNeighbour> From);

/// <summary>What came through a tree for one release.</summary>
/// <param name="Version">The release.</param>
/// <param name="Changesets">How many changesets.</param>
/// <param name="Pulls">In how many pulls.</param>
public sealed record TreeRelease(string Version, int Changesets, int Pulls);

/// <summary>A pull from a tree.</summary>
/// <param name="Sha">The merge commit.</param>
/// <param name="Title">One line about it.</param>
/// <param name="RefName">The branch or tag pulled; null when none was named.</param>
/// <param name="Changesets">Changesets it brought.</param>
/// <param name="Release">The release it went into.</param>
/// <param name="Merged">Committer date in its own offset.</param>
public sealed record TreePull(ObjectId Sha, string Title, string? RefName, int Changesets, string Release, DateTimeOffset Merged);

/// <summary>Reads source trees.</summary>
public sealed class TreeQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>Every source tree, the one with most changesets first.</summary>
    public async Task<IReadOnlyList<TreeRow>> ListAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var trees = await context.SourceTrees.ToListAsync(cancellation);
        var changesets = await context.Commits.Where(c => c.SourceTreeId != null && c.ReleaseId != null && !c.IsMerge)
            .GroupBy(c => c.SourceTreeId)
            .Select(g => new { Tree = g.Key, Count = g.Count(), Last = g.Max(c => c.ReleaseId) }).ToDictionaryAsync(g => g.Tree!.Value, cancellation);
        var pulls = await context.Pulls.GroupBy(p => p.SourceTreeId)
            .Select(g => new { Tree = g.Key, Count = g.Count(), Last = g.Max(p => p.ReleaseId) }).ToDictionaryAsync(g => g.Tree, cancellation);
        var own = await context.FlowEdges.GroupBy(e => e.SourceTreeId)
            .Select(g => new { Tree = g.Key, Count = g.Sum(e => e.OwnChangesets), Last = g.Max(e => e.ReleaseId) }).ToDictionaryAsync(g => g.Tree, cancellation);
        var versions = await context.Releases.ToDictionaryAsync(r => r.Id, r => r.Version, cancellation);
        return
        [
            .. trees.Select(t =>
            {
                var came = changesets.GetValueOrDefault(t.Id);
                var asked = pulls.GetValueOrDefault(t.Id);
                var first = own.GetValueOrDefault(t.Id);
                var last = Math.Max(Math.Max(came?.Last ?? 0, asked?.Last ?? 0), first?.Last ?? 0);
                return new TreeRow(new TreeLink(t.Name, t.Url, t.Kind), asked?.Count ?? 0, came?.Count ?? 0, first?.Count ?? 0, versions.GetValueOrDefault(last));
            }).OrderByDescending(t => t.Changesets).ThenByDescending(t => t.Own).ThenBy(t => t.Tree.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>One tree with a page of its pulls; null when there is no tree of that name.</summary>
    public async Task<TreeDetails?> GetAsync(string name, int page, int pageSize, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var tree = await context.SourceTrees.FirstOrDefaultAsync(t => t.Name == name, cancellation);
        if (tree is null)
            return null;
        var changesets = await context.Commits.Where(c => c.SourceTreeId == tree.Id && c.ReleaseId != null && !c.IsMerge)
            .GroupBy(c => c.ReleaseId).Select(g => new { Release = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Release!.Value, g => g.Count, cancellation);
        var pullCounts = await context.Pulls.Where(p => p.SourceTreeId == tree.Id)
            .GroupBy(p => p.ReleaseId).Select(g => new { Release = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Release, g => g.Count, cancellation);
        var releases = await context.Releases.OrderBy(r => r.Id).Select(r => new { r.Id, r.Version }).ToListAsync(cancellation);
        var pulls = await (
            from pull in context.Pulls.Where(p => p.SourceTreeId == tree.Id).OrderByDescending(p => p.Position).Skip((page - 1) * pageSize).Take(pageSize)
            join commit in context.Commits on pull.CommitId equals commit.Id
            join release in context.Releases on pull.ReleaseId equals release.Id
            orderby pull.Position descending
            select new { commit.Sha, pull.Title, pull.RefName, pull.Changesets, release.Version, commit.CommitTime, commit.CommitOffset })
            .ToListAsync(cancellation);
        return new TreeDetails(
            new TreeLink(tree.Name, tree.Url, tree.Kind),
            [.. releases.SkipWhile(r => !changesets.ContainsKey(r.Id) && !pullCounts.ContainsKey(r.Id))
                .Select(r => new TreeRelease(r.Version, changesets.GetValueOrDefault(r.Id), pullCounts.GetValueOrDefault(r.Id)))],
            new PageOf<TreePull>(
                [.. pulls.Select(p => new TreePull(new ObjectId(p.Sha), p.Title, p.RefName, p.Changesets, p.Version, GitTime.At(p.CommitTime, p.CommitOffset)))],
                page, pageSize, pullCounts.Values.Sum()),
            await NeighboursAsync(context, context.FlowEdges.Where(e => e.SourceTreeId == tree.Id && e.IntoTreeId != 0).Select(e => new Edge(e.IntoTreeId, e.Changesets, e.Merges, e.ReleaseId)), cancellation),
            await NeighboursAsync(context, context.FlowEdges.Where(e => e.IntoTreeId == tree.Id).Select(e => new Edge(e.SourceTreeId, e.Changesets, e.Merges, e.ReleaseId)), cancellation));
    }

    private static async Task<IReadOnlyList<TreeNeighbour>> NeighboursAsync(TrackerContext context, IQueryable<Edge> edges, CancellationToken cancellation)
    {
        var rows = await edges.ToListAsync(cancellation);
        var ids = rows.Select(e => e.TreeId).Distinct().ToList();
        var trees = await context.SourceTrees.Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => new TreeLink(t.Name, t.Url, t.Kind), cancellation);
        return
        [
            .. rows.GroupBy(e => e.TreeId)
                .Select(g => new TreeNeighbour(trees[g.Key], g.Sum(e => e.Changesets), g.Sum(e => e.Merges), KernelVersion.OfSortKey(g.Max(e => e.ReleaseId)).ToString()))
                .OrderByDescending(n => n.Changesets).ThenBy(n => n.Tree.Name, StringComparer.Ordinal),
        ];
    }

    private sealed record Edge(int TreeId, int Changesets, int Merges, int ReleaseId);
}
