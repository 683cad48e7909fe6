using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Reads how changesets reached mainline.</summary>
public sealed class FlowQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>
    /// The flow of a stretch. Ingest has counted whole releases at every depth of merges; of any other stretch, the first
    /// tree and the one that mainline pulled are counted here.
    /// </summary>
    public async Task<FlowReport> ReadAsync(ReleaseRange range, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(range);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var trees = await context.SourceTrees.ToDictionaryAsync(t => t.Id, t => new TreeLink(t.Name, t.Url, t.Kind), cancellation);
        var counts = await (
            from commit in context.Commits.InRange(range)
            where !commit.IsMerge && commit.SourceTreeId != null
            group commit by new { commit.SourceTreeId, commit.OriginTreeId } into way
            select new { way.Key.SourceTreeId, way.Key.OriginTreeId, Count = way.Count() }).ToListAsync(cancellation);
        var ways = counts.Select(w => new FlowWay(trees[w.OriginTreeId ?? w.SourceTreeId!.Value], trees[w.SourceTreeId!.Value], w.Count))
            .OrderByDescending(w => w.Changesets).ThenBy(w => w.Origin.Name, StringComparer.Ordinal).ThenBy(w => w.Through.Name, StringComparer.Ordinal).ToList();
        if (!range.IsWhole)
            return new FlowReport(range, Ordered(OfWays(ways)), ways, IsWhole: false);
        var edges = await context.FlowEdges.Where(e => e.ReleaseId >= range.FirstReleaseId && e.ReleaseId <= range.ReleaseId)
            .GroupBy(e => new { e.SourceTreeId, e.IntoTreeId })
            .Select(e => new { e.Key.SourceTreeId, e.Key.IntoTreeId, Changesets = e.Sum(x => x.Changesets), Own = e.Sum(x => x.OwnChangesets), Merges = e.Sum(x => x.Merges) })
            .ToListAsync(cancellation);
        return new FlowReport(
            range,
            Ordered(edges.Select(e => new FlowLine(
                trees[e.SourceTreeId], e.IntoTreeId == 0 ? null : trees[e.IntoTreeId], e.Changesets, e.Own, e.Merges))),
            ways,
            IsWhole: true);
    }

    private static IEnumerable<FlowLine> OfWays(IReadOnlyList<FlowWay> ways) =>
        ways.GroupBy(w => w.Through).Select(t => new FlowLine(
                t.Key, null, t.Sum(w => w.Changesets), t.Where(w => w.Origin == t.Key).Sum(w => w.Changesets), null))
            .Concat(ways.Where(w => w.Origin != w.Through).Select(w => new FlowLine(w.Origin, w.Through, w.Changesets, w.Changesets, null)));

    private static List<FlowLine> Ordered(IEnumerable<FlowLine> lines) =>
    [
        .. lines.OrderBy(l => l.Into is not null).ThenByDescending(l => l.Changesets)
            .ThenBy(l => l.Source.Name, StringComparer.Ordinal).ThenBy(l => l.Into?.Name, StringComparer.Ordinal),
    ];
}
