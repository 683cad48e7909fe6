using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Finds the commits that a tip reaches and the database does not hold yet.</summary>
internal static class CommitDiscovery
{
    /// <summary>
    /// The new commits, parents before children. The order depends on the graph alone, and leaving out the commits at
    /// its head leaves the order of the rest: a run that was killed goes on with the numbers it would have given.
    /// </summary>
    /// <exception cref="GitRepositoryException">A commit that must be there is missing or corrupt.</exception>
    public static List<ObjectId> Find(GitRepository repository, ObjectId tip, HashSet<ObjectId> known, Action<int> progress, CancellationToken cancel)
    {
        using var reader = repository.NewReader();
        var found = new List<ObjectId>();
        var seen = new HashSet<ObjectId>();
        var path = new Stack<(ObjectId Id, IReadOnlyList<ObjectId> Parents, int Next)>();
        Enter(tip);
        while (path.TryPop(out var top))
        {
            if (top.Next < top.Parents.Count)
            {
                path.Push(top with { Next = top.Next + 1 });
                Enter(top.Parents[top.Next]);
                continue;
            }
            found.Add(top.Id);
            if (found.Count % 4096 == 0)
            {
                cancel.ThrowIfCancellationRequested();
                progress(found.Count);
            }
        }
        return found;

        void Enter(ObjectId id)
        {
            if (known.Contains(id) || !seen.Add(id))
                return;
            if (reader.TryRead(id, GitObjectKind.Commit, out var raw))
                path.Push((id, CommitParser.ParseHeader(raw).Parents, 0));
            else if (!repository.IsShallow || id == tip)
                throw new GitRepositoryException($"Commit {id} cannot be read: {reader.LastError ?? "it is missing"}. Check the repository with `git fsck`.");
        }
    }
}
