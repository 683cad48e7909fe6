using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Finds the commits that some tips reach and the database does not hold yet.</summary>
internal static class CommitDiscovery
{
    /// <summary>
    /// The new commits, parents before children. The order depends on the graph and the tips' order alone, and leaving
    /// out the commits at its head leaves the order of the rest: a run that was killed goes on with the numbers it
    /// would have given.
    /// </summary>
    /// <exception cref="GitRepositoryException">A commit that must be there is missing or corrupt.</exception>
    public static List<ObjectId> Find(GitRepository repository, IReadOnlyList<ObjectId> tips, HashSet<ObjectId> known, Action<int> progress, CancellationToken cancel)
    {
        using var reader = repository.NewReader();
        var found = new List<ObjectId>();
        var seen = new HashSet<ObjectId>();
        var path = new Stack<(ObjectId Id, IReadOnlyList<ObjectId> Parents, int Next)>();
        foreach (var tip in tips)
            Follow(tip);
        return found;

        void Follow(ObjectId tip)
        {
            Enter(tip, isTip: true);
            while (path.TryPop(out var top))
            {
                if (top.Next < top.Parents.Count)
                {
                    path.Push(top with { Next = top.Next + 1 });
                    Enter(top.Parents[top.Next], isTip: false);
                    continue;
                }
                found.Add(top.Id);
                if (found.Count % 4096 == 0)
                {
                    cancel.ThrowIfCancellationRequested();
                    progress(found.Count);
                }
            }
        }

        void Enter(ObjectId id, bool isTip)
        {
            if (known.Contains(id) || !seen.Add(id))
                return;
            if (reader.TryRead(id, GitObjectKind.Commit, out var raw))
                path.Push((id, CommitParser.ParseHeader(raw).Parents, 0));
            else if (!repository.IsShallow || isTip)
                throw new GitRepositoryException($"Commit {id} cannot be read: {reader.LastError ?? "it is missing"}. Check the repository with `git fsck`.");
        }
    }
}
