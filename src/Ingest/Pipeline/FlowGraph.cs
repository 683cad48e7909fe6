using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Where commits were before they came to where they are now.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Into">Index of the source that merged this one; -1 when mainline did.</param>
internal sealed record FlowSource(SourceTreeIdentity Tree, int Into)
{
    /// <summary>Changesets that no other tree had brought here.</summary>
    public int Own { get; set; }
}

/// <summary>
/// Follows merges of merges: which tree brought a commit first. A pull's own line of first parents is the work of the tree
/// that was pulled; what a merge on that line brought beside it came from the tree which that merge names, and so on
/// inwards. A pure function of the graph, of where chain commits brought what, and of what merges say.
/// </summary>
/// <param name="graph">The graph.</param>
/// <param name="position">By node: position on the chain.</param>
/// <param name="repositoryOf">
/// By node of a merge: the repository it names; null when it names none, so that it merges a branch of the same tree, and
/// for a merge of mainline, which brings nothing that is new to mainline.
/// </param>
internal sealed class FlowGraph(CommitGraph graph, IReadOnlyList<int> position, Func<int, SourceTreeIdentity?> repositoryOf)
{
    /// <summary>Marks a commit that was not met.</summary>
    public const int Nowhere = -1;

    private readonly int[] _source = Filled(graph.Count);

    /// <summary>Every source met; one that merged another has a lower index.</summary>
    public List<FlowSource> Sources { get; } = [];

    /// <summary>By node: index of the source that brought it first; <see cref="Nowhere"/> when it was not met.</summary>
    public IReadOnlyList<int> SourceOf => _source;

    /// <summary>Follows what a commit of the chain brought.</summary>
    /// <param name="link">Its node.</param>
    /// <param name="tree">The tree that mainline had it from.</param>
    public void Follow(int link, SourceTreeIdentity tree)
    {
        var root = Add(tree, Nowhere);
        _source[link] = root;
        var pending = new Stack<(int Start, int Source)>();
        Push(link, root, position[link], pending);
        while (pending.TryPop(out var next))
            FollowLine(next.Start, next.Source, position[link], pending);
    }

    /// <summary>A line of first parents is one tree's; the merges on it are followed, the oldest first.</summary>
    private void FollowLine(int start, int source, int at, Stack<(int, int)> pending)
    {
        var line = new List<int>();
        for (int? node = start; node is { } n && _source[n] == Nowhere && position[n] == at; node = graph.FirstParent(n))
        {
            _source[n] = source;
            line.Add(n);
        }
        foreach (var node in line)
        {
            if (graph.Parents(node).Length > 1)
                Push(node, SourceOfMerge(node, source), at, pending);
        }
    }

    /// <summary>What lies beside the first parent of a merge; the parent named first is followed first.</summary>
    private void Push(int merge, int source, int at, Stack<(int, int)> pending)
    {
        var parents = graph.Parents(merge);
        for (var i = parents.Length - 1; i >= 1; i--)
        {
            if (position[parents[i]] == at)
                pending.Push((parents[i], source));
        }
    }

    /// <summary>A tree that merges what it was merged into takes nothing from there that is new: it is that tree's own again.</summary>
    private int SourceOfMerge(int merge, int source)
    {
        if (repositoryOf(merge) is not { } tree)
            return source;
        for (var outer = source; outer != Nowhere; outer = Sources[outer].Into)
        {
            if (Sources[outer].Tree.Name == tree.Name)
                return outer;
        }
        return Add(tree, source);
    }

    private int Add(SourceTreeIdentity tree, int into)
    {
        Sources.Add(new FlowSource(tree, into));
        return Sources.Count - 1;
    }

    private static int[] Filled(int count)
    {
        var array = new int[count];
        Array.Fill(array, Nowhere);
        return array;
    }
}
