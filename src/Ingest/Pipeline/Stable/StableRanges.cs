namespace KernelTracker.Ingest.Pipeline.Stable;

/// <summary>An update as a node of the graph.</summary>
/// <param name="Number">Its number within the series.</param>
/// <param name="Node">The tagged commit.</param>
internal sealed record UpdatePoint(int Number, int Node);

/// <summary>What an update holds.</summary>
/// <param name="Point">The update.</param>
/// <param name="PreviousNumber">The update that the range starts from; 0 for the mainline release; null when it is not known.</param>
/// <param name="Nodes">Its commits, parents before children; none when the range is not known.</param>
internal sealed record UpdateRange(UpdatePoint Point, int? PreviousNumber, IReadOnlyList<int> Nodes);

/// <summary>
/// The ranges of stable updates: what an update reaches and the one before does not. A pure function of the graph and
/// the tags.
/// </summary>
internal sealed class StableRanges(CommitGraph graph)
{
    // By node: the last walk that reached it. One array serves all series.
    private readonly int[] _reached = new int[graph.Count];
    private int _walk;

    /// <summary>The ranges of a series.</summary>
    /// <param name="baseNode">The mainline release; null when it is not known.</param>
    /// <param name="updates">The updates by rising number.</param>
    public IReadOnlyList<UpdateRange> Of(int? baseNode, IReadOnlyList<UpdatePoint> updates)
    {
        var ranges = new List<UpdateRange>();
        var before = baseNode is { } node ? new UpdatePoint(0, node) : null;
        _walk++;
        if (before is not null)
            Mark(before.Node);
        foreach (var update in updates)
        {
            if (before is not null && IsAncestor(before.Node, update.Node))
            {
                ranges.Add(new UpdateRange(update, before.Number, Beyond(update.Node)));
            }
            else
            {
                ranges.Add(new UpdateRange(update, null, []));
                _walk++;
                Mark(update.Node);
            }
            before = update;
        }
        return ranges;
    }

    private void Mark(int start) => graph.Walk(start, node => _reached[node] != _walk && (_reached[node] = _walk) == _walk);

    /// <summary>A parent's node is below its children's: only what lies above the ancestor can lead to it.</summary>
    private bool IsAncestor(int ancestor, int node)
    {
        var seen = new HashSet<int>();
        graph.Walk(node, n => n >= ancestor && seen.Add(n));
        return seen.Contains(ancestor);
    }

    /// <summary>
    /// What a node reaches beyond what is marked, marked from now on: parents before children, a first parent's history
    /// before the second's. So the order is that of the graph, whichever way the commits came into the database.
    /// </summary>
    private List<int> Beyond(int start)
    {
        var found = new List<int>();
        var path = new Stack<(int Node, int Next)>();
        Enter(start);
        while (path.TryPop(out var top))
        {
            var parents = graph.Parents(top.Node);
            if (top.Next < parents.Length)
            {
                var parent = parents[top.Next];
                path.Push(top with { Next = top.Next + 1 });
                Enter(parent);
                continue;
            }
            found.Add(top.Node);
        }
        return found;

        void Enter(int node)
        {
            if (_reached[node] == _walk)
                return;
            _reached[node] = _walk;
            path.Push((node, 0));
        }
    }
}
