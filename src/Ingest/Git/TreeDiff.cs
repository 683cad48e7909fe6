using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Git;

/// <summary>Compares two trees as `git diff-tree -r --no-renames` does.</summary>
internal sealed class TreeDiff(ObjectReader reader)
{
    /// <summary>The changes that lead from one tree to another, in git's path order; null stands for the empty tree.</summary>
    /// <exception cref="GitObjectException">A tree is missing or corrupt.</exception>
    public List<RawChange> Compare(ObjectId? oldTree, ObjectId? newTree) => throw new NotImplementedException(reader.LastError);
}
