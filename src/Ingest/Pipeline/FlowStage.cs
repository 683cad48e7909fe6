using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Kernel;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Computes how changesets reached mainline, tree by tree, and what each tree gave to each other per release.</summary>
internal sealed class FlowStage(TrackerContext context, StoredHistory history, SourceTrees trees, MergeMessages messages)
{
    /// <summary>Computes the releases given anew; what belongs to releases that are no more goes.</summary>
    /// <param name="releases">Every release, by row number.</param>
    /// <param name="dirty">Those to compute.</param>
    /// <param name="chain">Node at each position of the chain (from 1, at index position − 1).</param>
    public void Run(IReadOnlySet<int> releases, IReadOnlySet<int> dirty, IReadOnlyList<int> chain)
    {
        var kept = releases.Except(dirty).ToList();
        context.FlowEdges.Where(e => !kept.Contains(e.ReleaseId)).ExecuteDelete();
        messages.Read(history.Commits.Where(c => c.IsMerge && c.ReleaseId is { } release && dirty.Contains(release)).Select(c => c.Id));
        var flow = new FlowGraph(history.Graph, [.. history.Commits.Select(c => c.Position ?? 0)], RepositoryOf);
        var ends = new List<(int Release, int End)>();
        foreach (var link in chain)
        {
            var commit = history.Commits[link];
            if (commit.ReleaseId is not { } release || !dirty.Contains(release))
                continue;
            flow.Follow(link, trees.IdentityOf(commit.SourceTreeId!.Value));
            if (ends.Count > 0 && ends[^1].Release == release)
                ends[^1] = (release, flow.Sources.Count);
            else
                ends.Add((release, flow.Sources.Count));
        }
        SetOrigins(flow, dirty);
        WriteEdges(flow, ends, Merges(chain, dirty));
    }

    /// <summary>The repository that a merge within a pull names; null for a branch of the same tree, or one on the same machine, and for mainline.</summary>
    private SourceTreeIdentity? RepositoryOf(int node)
    {
        var message = messages[history.Commits[node].Id];
        if (message.IsMainlineBackMerge || message.Repository is not { Length: > 0 } repository)
            return null;
        var identity = SourceTreeName.Normalize(repository);
        return identity.Name[0] is '/' or '.' or '~' ? null : identity;
    }

    private void SetOrigins(FlowGraph flow, IReadOnlySet<int> dirty)
    {
        for (var node = 0; node < history.Commits.Count; node++)
        {
            var commit = history.Commits[node];
            if (commit.ReleaseId is { } release && !dirty.Contains(release))
                continue;
            int? origin = null;
            if (!commit.IsMerge && flow.SourceOf[node] is var source and not FlowGraph.Nowhere)
            {
                flow.Sources[source].Own++;
                var tree = trees.IdOf(flow.Sources[source].Tree);
                origin = tree == commit.SourceTreeId ? null : tree;
            }
            if (commit.OriginTreeId == origin)
                continue;
            commit.OriginTreeId = origin;
            commit.IsChanged = true;
        }
    }

    /// <summary>By release and tree: merges of that tree on the chain.</summary>
    private Dictionary<(int Release, int Tree), int> Merges(IReadOnlyList<int> chain, IReadOnlySet<int> dirty) =>
        chain.Select(n => history.Commits[n]).Where(c => c.IsMerge && dirty.Contains(c.ReleaseId!.Value))
            .CountBy(c => (c.ReleaseId!.Value, c.SourceTreeId!.Value)).ToDictionary();

    private void WriteEdges(FlowGraph flow, List<(int Release, int End)> ends, Dictionary<(int Release, int Tree), int> pulls)
    {
        using var table = BulkTable.Insert<FlowEdge>(context);
        var begin = 0;
        foreach (var (release, end) in ends)
        {
            var all = new int[end - begin];
            var edges = new Dictionary<(int Source, int Into), FlowEdge>();
            // Inner sources come after outer ones: from the end, each is complete when it is added to the one that merged it.
            for (var i = end - 1; i >= begin; i--)
            {
                var source = flow.Sources[i];
                all[i - begin] += source.Own;
                var changesets = all[i - begin];
                var isInner = source.Into != FlowGraph.Nowhere;
                if (isInner)
                    all[source.Into - begin] += changesets;
                // A merge of another tree that brought nothing new only kept up with it.
                if (isInner && changesets == 0)
                    continue;
                var into = isInner ? trees.IdOf(flow.Sources[source.Into].Tree) : 0;
                var key = (trees.IdOf(source.Tree), into);
                if (!edges.TryGetValue(key, out var edge))
                    edges.Add(key, edge = new FlowEdge { ReleaseId = release, SourceTreeId = key.Item1, IntoTreeId = into, Merges = isInner ? 0 : pulls.GetValueOrDefault((release, key.Item1)) });
                edge.Changesets += changesets;
                edge.OwnChangesets += source.Own;
                edge.Merges += isInner ? 1 : 0;
            }
            foreach (var edge in edges.Values.OrderBy(e => e.IntoTreeId).ThenBy(e => e.SourceTreeId))
                table.Write(edge);
            begin = end;
        }
    }
}
