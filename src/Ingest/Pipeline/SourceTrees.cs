using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>The rows of the trees that feed mainline, made as they are met.</summary>
internal sealed class SourceTrees
{
    /// <summary>Name of what the chain's owner commits himself.</summary>
    public const string DirectName = "applied directly";

    private readonly TrackerContext _context;
    private readonly Dictionary<string, SourceTree> _byName;
    private readonly Dictionary<int, SourceTreeIdentity> _identities;
    private readonly HashSet<int> _repositories;
    private int _lastId;

    /// <summary>Reads what the database has.</summary>
    public SourceTrees(TrackerContext context)
    {
        _context = context;
        _byName = context.SourceTrees.ToDictionary(t => t.Name);
        _identities = _byName.Values.ToDictionary(t => t.Id, t => new SourceTreeIdentity(t.Name, t.Url ?? t.Name));
        _repositories = [.. _byName.Values.Where(t => t.Kind == SourceKind.Repository).Select(t => t.Id)];
        _lastId = _byName.Count == 0 ? 0 : _byName.Values.Max(t => t.Id);
    }

    /// <summary>Name and place of a tree, for <see cref="IdOf"/>; of a way in without a tree, its name.</summary>
    public SourceTreeIdentity IdentityOf(int id) => _identities[id];

    /// <summary>Row number of the tree of a name, which is a repository when it is not known yet.</summary>
    public int IdOf(SourceTreeIdentity identity) => Repository(identity).Id;

    /// <summary>Whether a tree is a repository that a merge named, mainline itself apart.</summary>
    public bool IsRepository(int id) => _repositories.Contains(id);

    /// <summary>The tree a merge names.</summary>
    public SourceTree Of(MergeInfo merge)
    {
        if (merge.Repository is { Length: > 0 } repository && !merge.IsMainlineBackMerge)
            return Repository(SourceTreeName.Normalize(repository));
        if (merge.IsMainlineBackMerge)
            return Get("mainline merged back", null, SourceKind.Unnamed);
        return Get(merge.RefName is { Length: > 0 } name ? $"branch {name}" : "no tree named", null, SourceKind.Unnamed);
    }

    /// <summary>Where the owner's own changesets belong.</summary>
    public SourceTree Direct() => Get(DirectName, null, SourceKind.Direct);

    /// <summary>Where changesets belong to which the branch was moved forward.</summary>
    public SourceTree FastForward(string committer) => Get($"fast-forward to {committer}", null, SourceKind.FastForward);

    private SourceTree Repository(SourceTreeIdentity identity) => Get(identity.Name, identity.Url, SourceKind.Repository);

    private SourceTree Get(string name, string? url, SourceKind kind)
    {
        if (_byName.TryGetValue(name, out var tree))
            return tree;
        tree = new SourceTree { Id = ++_lastId, Name = name, Url = url, Kind = kind };
        _byName.Add(name, tree);
        _identities.Add(tree.Id, new SourceTreeIdentity(name, url ?? name));
        if (kind == SourceKind.Repository)
            _repositories.Add(tree.Id);
        using var table = BulkTable.Insert<SourceTree>(_context);
        table.Write(tree);
        return tree;
    }
}
