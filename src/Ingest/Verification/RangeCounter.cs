using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Pipeline;

namespace KernelTracker.Ingest.Verification;

/// <summary>Counts of a range.</summary>
internal readonly record struct RangeCount(int Changesets, int Commits);

/// <summary>Counts ranges by ancestry, on a graph read straight from git.</summary>
internal sealed class RangeCounter
{
    private readonly CommitGraph _graph = new();

    /// <summary>Reads all that a tip reaches.</summary>
    public RangeCounter(GitRepository repository, ObjectId tip, CancellationToken cancel)
    {
        using var reader = repository.NewReader();
        foreach (var id in CommitDiscovery.Find(repository, [tip], [], _ => { }, cancel))
        {
            if (!reader.TryRead(id, GitObjectKind.Commit, out var raw))
                throw new GitRepositoryException($"Commit {id} cannot be read any more.");
            // Beyond the boundary of a shallow clone there is nothing to count.
            var parents = CommitParser.ParseHeader(raw).Parents;
            _graph.Add(id, [.. parents.Where(_graph.Contains).Select(p => _graph.Find(p)!.Value)]);
            if (parents.Length > 1)
                _merges.Add(_graph.Count - 1);
        }
    }

    private readonly HashSet<int> _merges = [];

    /// <summary>Whether the tip reaches a commit.</summary>
    public bool Contains(ObjectId id) => _graph.Contains(id);

    /// <summary>A test for what a commit reaches.</summary>
    public Predicate<ObjectId> ReachedFrom(ObjectId top)
    {
        var reached = Reach(top);
        return id => _graph.Find(id) is { } node && reached[node];
    }

    /// <summary>What <paramref name="top"/> reaches and <paramref name="bottom"/> does not.</summary>
    public RangeCount Count(ObjectId? bottom, ObjectId top)
    {
        var below = Below(bottom);
        int changesets = 0, commits = 0;
        var above = Reach(top);
        for (var node = 0; node < above.Length; node++)
        {
            if (!above[node] || below[node])
                continue;
            commits++;
            if (!_merges.Contains(node))
                changesets++;
        }
        return new RangeCount(changesets, commits);
    }

    /// <summary>Merges on the first-parent chain of <paramref name="top"/> that <paramref name="bottom"/> does not reach.</summary>
    public int FirstParentMerges(ObjectId? bottom, ObjectId top)
    {
        var below = Below(bottom);
        var merges = 0;
        for (var node = _graph.Find(top); node is { } n && !below[n]; node = _graph.FirstParent(n))
            merges += _merges.Contains(n) ? 1 : 0;
        return merges;
    }

    private bool[] Below(ObjectId? bottom) => bottom is { } id ? Reach(id) : new bool[_graph.Count];

    private bool[] Reach(ObjectId start)
    {
        var reached = new bool[_graph.Count];
        _graph.Walk(_graph.Find(start)!.Value, node => !reached[node] && (reached[node] = true));
        return reached;
    }
}
