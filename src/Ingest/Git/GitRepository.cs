using LibGit2Sharp;
using ObjectId = KernelTracker.Data.Model.ObjectId;

namespace KernelTracker.Ingest.Git;

/// <summary>A git repository, opened to be read.</summary>
internal sealed class GitRepository : IDisposable
{
    private const string Heads = "refs/heads/";
    private const string RemoteHeads = "refs/remotes/origin/";
    private const string AllRemoteHeads = "refs/remotes/";
    private const string TagRefs = "refs/tags/";

    private readonly Repository _repository;

    private GitRepository(Repository repository) => _repository = repository;

    /// <summary>Where its refs are: the .git directory, or the bare repository itself.</summary>
    public string Path => _repository.Info.Path;

    /// <summary>Its history is cut off: some parents are missing on purpose.</summary>
    public bool IsShallow => _repository.Info.IsShallow;

    /// <summary>Some objects are missing on purpose and stay with the remote.</summary>
    public bool IsPartialClone =>
        _repository.Config.Any(e =>
            e.Key.Equals("extensions.partialclone", StringComparison.OrdinalIgnoreCase)
            || (e.Key.StartsWith("remote.", StringComparison.OrdinalIgnoreCase)
                && e.Key.EndsWith(".promisor", StringComparison.OrdinalIgnoreCase)
                && e.Value.Equals("true", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Name of the branch that HEAD names; "master" when HEAD is detached or missing.</summary>
    public string DefaultBranch =>
        _repository.Refs["HEAD"] is SymbolicReference head && head.TargetIdentifier.StartsWith(Heads, StringComparison.Ordinal)
            ? head.TargetIdentifier[Heads.Length..]
            : "master";

    /// <summary>Opens the repository at a path: bare or not, a worktree, with or without a config file.</summary>
    /// <exception cref="GitRepositoryException">There is none, or it has a format that cannot be read.</exception>
    public static GitRepository Open(string path)
    {
        LibGit2.Initialise();
        if (!Directory.Exists(path))
            throw new GitRepositoryException($"There is no directory {path}. Give the path of a git repository.");
        try
        {
            return new GitRepository(new Repository(path));
        }
        catch (RepositoryNotFoundException e)
        {
            throw new GitRepositoryException($"{path} is not a git repository. Give the path of a repository: its working directory, or its .git or bare directory.", e);
        }
        catch (LibGit2SharpException e)
        {
            throw new GitRepositoryException(RepositoryFormat.Explain(path) ?? $"Cannot open the git repository {path}: {e.Message}.", e);
        }
    }

    /// <summary>The commit at the tip of a local branch, else of origin's branch of that name; HEAD's when null.</summary>
    /// <returns>Null when there is no such branch, or no commit on it yet.</returns>
    public ObjectId? ResolveBranch(string? branch)
    {
        if (branch is null)
            return Target("HEAD");
        return Target(Heads + branch) ?? Target(RemoteHeads + branch);
    }

    /// <summary>Every tag, in the order of their names' characters.</summary>
    public IReadOnlyList<GitTag> Tags()
    {
        using var reader = NewReader();
        return
        [
            .. from reference in _repository.Refs.FromGlob(TagRefs + "*")
               let id = Target(reference)
               where id is not null
               let name = reference.CanonicalName[TagRefs.Length..]
               orderby name
               select new GitTag(name, id.Value, TagParser.Peel(reader, id.Value)),
        ];
    }

    /// <summary>Every branch: the local ones, then those of remotes, each in the order of their names' characters.</summary>
    public IReadOnlyList<GitBranch> Branches() => [.. Branches(Heads), .. Branches(AllRemoteHeads)];

    /// <summary>Opens a reader for one thread. It stays usable when the repository is disposed.</summary>
    /// <exception cref="GitRepositoryException">The object database cannot be opened.</exception>
    public ObjectReader NewReader() => new(System.IO.Path.Combine(RepositoryFormat.CommonDirectory(Path), "objects"));

    /// <inheritdoc />
    public void Dispose() => _repository.Dispose();

    private IEnumerable<GitBranch> Branches(string prefix) =>
        from reference in _repository.Refs.FromGlob(prefix + "*")
        where reference is DirectReference // origin/HEAD only repeats another.
        let id = Target(reference)
        where id is not null
        let name = reference.CanonicalName[prefix.Length..]
        orderby name
        select new GitBranch(name, id.Value);

    private ObjectId? Target(string name)
    {
        try
        {
            return _repository.Refs[name] is { } reference ? Target(reference) : null;
        }
        catch (InvalidSpecificationException)
        {
            return null; // Not a name that a ref can have.
        }
    }

    private static ObjectId? Target(Reference reference) =>
        reference.ResolveToDirectReference() is { } direct && ObjectId.TryParse(direct.TargetIdentifier, out var id) ? id : null;
}
