using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>
/// The commit graph in memory: nodes are numbered from 0 so that parents have lower numbers than their children.
/// </summary>
internal sealed class CommitGraph
{
    private readonly Dictionary<ObjectId, int> _nodes;
    private readonly List<ObjectId> _ids;
    private readonly List<int> _parentStart = [0];
    private readonly List<int> _parents = [];

    public CommitGraph(int capacity = 0)
    {
        _nodes = new Dictionary<ObjectId, int>(capacity);
        _ids = new List<ObjectId>(capacity);
    }

    /// <summary>How many commits it holds.</summary>
    public int Count => _ids.Count;

    /// <summary>The object name of a node.</summary>
    public ObjectId Id(int node) => _ids[node];

    /// <summary>The node of a commit; null when the graph does not hold it.</summary>
    public int? Find(ObjectId id) => _nodes.TryGetValue(id, out var node) ? node : null;

    /// <summary>Whether the graph holds a commit.</summary>
    public bool Contains(ObjectId id) => _nodes.ContainsKey(id);

    /// <summary>A node's parents, first parent first.</summary>
    public ReadOnlySpan<int> Parents(int node) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_parents)[_parentStart[node].._parentStart[node + 1]];

    /// <summary>The first parent; null for a root.</summary>
    public int? FirstParent(int node) => Parents(node) is [var first, ..] ? first : null;

    /// <summary>Adds a commit whose parents are in the graph.</summary>
    public int Add(ObjectId id, ReadOnlySpan<int> parents)
    {
        var node = _ids.Count;
        _nodes.Add(id, node);
        _ids.Add(id);
        foreach (var parent in parents)
            _parents.Add(parent);
        _parentStart.Add(_parents.Count);
        return node;
    }

    /// <summary>
    /// Visits what a node reaches, itself included, as far as <paramref name="enter"/> lets it: a node that is not
    /// entered is not passed through either. <paramref name="enter"/> must refuse a node it has seen.
    /// </summary>
    public void Walk(int start, Func<int, bool> enter)
    {
        if (!enter(start))
            return;
        var pending = new Stack<int>();
        pending.Push(start);
        while (pending.TryPop(out var node))
        {
            foreach (var parent in Parents(node))
            {
                if (enter(parent))
                    pending.Push(parent);
            }
        }
    }
}
