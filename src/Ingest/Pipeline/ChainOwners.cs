namespace KernelTracker.Ingest.Pipeline;

/// <summary>Who does the merging: the committer of most of the chain's merges.</summary>
internal static class ChainOwners
{
    /// <summary>By release: the developer who owns its chain. A release without merges has the owner of the nearest other one.</summary>
    public static IReadOnlyList<int> Of(
        StoredHistory history, IReadOnlyList<ReleasePoint> points, MainlineAttribution attribution, Dictionary<int, int> developers)
    {
        var owners = attribution.Chain.Where(n => history.Commits[n].IsMerge)
            .GroupBy(n => attribution.Release[n])
            .ToDictionary(g => g.Key, g => MostFrequent(g, history, developers));
        if (owners.Count == 0 && attribution.Chain.Count > 0)
            owners.Add(0, MostFrequent(attribution.Chain, history, developers));
        return [.. Enumerable.Range(0, points.Count).Select(r => owners[owners.Keys.MinBy(k => (Math.Abs(k - r), k))])];
    }

    private static int MostFrequent(IEnumerable<int> nodes, StoredHistory history, Dictionary<int, int> developers) =>
        nodes.CountBy(n => developers[history.Commits[n].CommitterId])
            .OrderByDescending(p => p.Value).ThenBy(p => p.Key)
            .First().Key;
}
