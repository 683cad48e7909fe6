using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Pipeline.Stable;

/// <summary>An update as it was found in the graph.</summary>
/// <param name="Tagged">Its tag.</param>
/// <param name="Range">Its commits.</param>
/// <param name="BumpNode">The commit that only raises the version; null when there is none.</param>
internal sealed record FoundUpdate(TaggedUpdate Tagged, UpdateRange Range, int? BumpNode)
{
    /// <summary>Its changesets, oldest first: no merges, not the version bump.</summary>
    public IEnumerable<int> Changesets(StoredHistory history) => Range.Nodes.Where(n => n != BumpNode && !history.Commits[n].IsMerge);
}

/// <summary>A series as it was found in the graph.</summary>
/// <param name="Version">The mainline release.</param>
/// <param name="BaseNode">Its commit; null when no tree has it.</param>
/// <param name="Updates">The updates by rising number.</param>
internal sealed record FoundSeries(KernelVersion Version, int? BaseNode, IReadOnlyList<FoundUpdate> Updates)
{
    /// <summary>Its row.</summary>
    public int Id => Version.SortKey;
}

/// <summary>Finds the series and updates in the graph.</summary>
internal static class StableHistory
{
    /// <summary>The series by rising version. An update whose commit is not stored (yet) is left out.</summary>
    /// <param name="history">The stored commits.</param>
    /// <param name="judged">The tags.</param>
    /// <param name="subject">The subject of a commit, by its row.</param>
    public static IReadOnlyList<FoundSeries> Find(StoredHistory history, JudgedStableTags judged, Func<int, string> subject)
    {
        var ranges = new StableRanges(history.Graph);
        var found = new List<FoundSeries>();
        foreach (var series in judged.Updates.GroupBy(u => u.Version.Series))
        {
            int? baseNode = judged.Bases.TryGetValue(series.Key.SortKey, out var commit) ? history.Graph.Find(commit) : null;
            var updates = series.Where(u => history.Graph.Contains(u.Commit)).ToDictionary(u => u.Version.Number);
            var points = updates.Values.Select(u => new UpdatePoint(u.Version.Number, history.Graph.Find(u.Commit)!.Value)).OrderBy(p => p.Number).ToList();
            found.Add(new FoundSeries(series.Key, baseNode,
                [.. ranges.Of(baseNode, points).Select(r => new FoundUpdate(updates[r.Point.Number], r, Bump(updates[r.Point.Number], r.Point.Node)))]));
        }
        return found;

        int? Bump(TaggedUpdate update, int node) =>
            subject(history.Commits[node].Id) == $"Linux {update.Version.ToString()[1..]}" ? node : null;
    }
}
