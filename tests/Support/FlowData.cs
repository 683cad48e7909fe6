using KernelTracker.Data.Model;

namespace KernelTracker.Tests.Support;

/// <summary>What ingest would say of the flow between trees, for changesets that say which tree brought them first.</summary>
internal static class FlowData
{
    public static IEnumerable<FlowEdge> Edges(IReadOnlyList<Commit> commits, IReadOnlyList<Pull> pulls)
    {
        var changesets = commits.Where(c => !c.IsMerge && c.ReleaseId is not null && c.SourceTreeId is not null).ToList();
        return changesets.GroupBy(c => (Release: c.ReleaseId!.Value, Tree: c.SourceTreeId!.Value)).Select(g => new FlowEdge
        {
            ReleaseId = g.Key.Release,
            SourceTreeId = g.Key.Tree,
            IntoTreeId = 0,
            Changesets = g.Count(),
            OwnChangesets = g.Count(c => c.OriginTreeId is null),
            Merges = pulls.Count(p => p.ReleaseId == g.Key.Release && p.SourceTreeId == g.Key.Tree),
        }).Concat(changesets.Where(c => c.OriginTreeId is not null)
            .GroupBy(c => (Release: c.ReleaseId!.Value, Origin: c.OriginTreeId!.Value, Tree: c.SourceTreeId!.Value)).Select(g => new FlowEdge
            {
                ReleaseId = g.Key.Release,
                SourceTreeId = g.Key.Origin,
                IntoTreeId = g.Key.Tree,
                Changesets = g.Count(),
                OwnChangesets = g.Count(),
                Merges = 1,
            }));
    }
}
