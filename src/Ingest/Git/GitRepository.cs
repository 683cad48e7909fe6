using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Git;

/// <summary>A git repository, opened to be read.</summary>
internal sealed class GitRepository : IDisposable
{
    private GitRepository(string path) => Path = path;

    /// <summary>Where its objects and refs are: the .git directory, or the bare repository itself.</summary>
    public string Path { get; }

    /// <summary>Its history is cut off: some parents are missing on purpose.</summary>
    public bool IsShallow { get; }

    /// <summary>Some objects are missing on purpose and stay with the remote.</summary>
    public bool IsPartialClone { get; }

    /// <summary>Name of the branch that HEAD names; "master" when HEAD is detached.</summary>
    public string DefaultBranch { get; } = "master";

    /// <summary>Opens the repository at a path: bare or not, a worktree, with or without a config file.</summary>
    /// <exception cref="GitRepositoryException">There is none, or it has a format that cannot be read.</exception>
    public static GitRepository Open(string path) => new(path);

    /// <summary>The commit at the tip of a local branch, else of origin's branch of that name; HEAD's when null.</summary>
    /// <returns>Null when there is no such branch, or no commit on it yet.</returns>
    public ObjectId? ResolveBranch(string? branch) => throw new NotImplementedException();

    /// <summary>Every tag, by name.</summary>
    public IReadOnlyList<GitTag> Tags() => throw new NotImplementedException();

    /// <summary>Opens a reader for one thread. It stays usable when the repository is disposed.</summary>
    public ObjectReader NewReader() => throw new NotImplementedException();

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
