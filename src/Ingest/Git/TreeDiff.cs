using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Git;

/// <summary>
/// Compares two trees as `git diff-tree -r --no-renames` does: a merge of the raw entries, equal subtrees never opened.
/// One per thread; it keeps the trees read last.
/// </summary>
internal sealed class TreeDiff(ObjectReader reader)
{
    /// <summary>Deeper trees are taken for damage: no file system has such paths.</summary>
    private const int MaxDepth = 1024;

    private readonly TreeCache _trees = new(reader);

    /// <summary>The changes that lead from one tree to another, in git's path order; null stands for the empty tree.</summary>
    /// <exception cref="GitObjectException">A tree is missing or corrupt.</exception>
    public List<RawChange> Compare(ObjectId? oldTree, ObjectId? newTree)
    {
        var changes = new List<RawChange>();
        if (oldTree == newTree)
            return changes;
        _trees.Trim();
        CompareTrees("", oldTree, newTree, 0, changes);
        return changes;
    }

    private void CompareTrees(string directory, ObjectId? oldTree, ObjectId? newTree, int depth, List<RawChange> changes)
    {
        if (depth > MaxDepth)
            throw new GitObjectException((newTree ?? oldTree)!.Value, $"Directories are nested more than {MaxDepth} deep.");
        var oldRest = oldTree is { } oldId ? _trees.Read(oldId) : default;
        var newRest = newTree is { } newId ? _trees.Read(newId) : default;
        while (true)
        {
            TreeEntry.SkipEqual(ref oldRest, ref newRest);
            if (oldRest.IsEmpty && newRest.IsEmpty)
                return;
            var oldNext = oldRest;
            var newNext = newRest;
            var oldEntry = oldRest.IsEmpty ? default : Take(ref oldNext, oldTree);
            var newEntry = newRest.IsEmpty ? default : Take(ref newNext, newTree);
            var order = oldRest.IsEmpty ? 1 : newRest.IsEmpty ? -1 : TreeEntry.Compare(oldEntry, newEntry);
            if (order <= 0)
                oldRest = oldNext;
            if (order >= 0)
                newRest = newNext;

            if (order < 0)
                OneSided(directory, oldEntry, isOld: true, depth, changes);
            else if (order > 0)
                OneSided(directory, newEntry, isOld: false, depth, changes);
            else
                BothSided(directory, oldEntry, newEntry, depth, changes);
        }
    }

    private void OneSided(string directory, TreeEntry entry, bool isOld, int depth, List<RawChange> changes)
    {
        var path = directory + GitText.Path(entry.Name);
        if (entry.IsDirectory)
            CompareTrees(path + "/", isOld ? entry.Id : null, isOld ? null : entry.Id, depth + 1, changes);
        else if (isOld)
            changes.Add(new RawChange(path, null, ChangeKind.Deleted, entry.Mode, 0, entry.Id, default));
        else
            changes.Add(new RawChange(path, null, ChangeKind.Added, 0, entry.Mode, default, entry.Id));
    }

    private void BothSided(string directory, TreeEntry oldEntry, TreeEntry newEntry, int depth, List<RawChange> changes)
    {
        var oldId = oldEntry.Id;
        var newId = newEntry.Id;
        if (oldId == newId && oldEntry.Mode == newEntry.Mode)
            return;
        var path = directory + GitText.Path(newEntry.Name);
        if (newEntry.IsDirectory)
            CompareTrees(path + "/", oldId, newId, depth + 1, changes);
        else
        {
            var kind = GitFileMode.SameType(oldEntry.Mode, newEntry.Mode) ? ChangeKind.Modified : ChangeKind.TypeChanged;
            changes.Add(new RawChange(path, null, kind, oldEntry.Mode, newEntry.Mode, oldId, newId));
        }
    }

    private static TreeEntry Take(ref ReadOnlySpan<byte> rest, ObjectId? tree)
    {
        try
        {
            return TreeEntry.Take(ref rest);
        }
        catch (GitFormatException e)
        {
            throw new GitObjectException(tree!.Value, $"Cannot read tree {tree}: {e.Message}.");
        }
    }
}
