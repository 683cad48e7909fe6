using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Kernel.Interfaces;
using KernelTracker.Ingest.Pipeline.Hardware;

namespace KernelTracker.Ingest.Pipeline.Interfaces;

/// <summary>A file that may hold names, before and after.</summary>
/// <param name="Path">The path.</param>
/// <param name="Old">Its content before; null when there was no such file.</param>
/// <param name="New">Its content after; null when there is no such file.</param>
internal sealed record ChangedFile(string Path, ObjectId? Old, ObjectId? New);

/// <summary>Finds the files that a changeset touched and that may hold names. One per thread.</summary>
internal sealed class ChangesetFiles : IDisposable
{
    private readonly ObjectReader _objects;
    private readonly TreeDiff _diff;
    private readonly TreeText _commits;

    /// <summary>Opens the repository.</summary>
    public ChangesetFiles(GitRepository repository)
    {
        _objects = repository.NewReader();
        _diff = new TreeDiff(_objects);
        _commits = new TreeText(repository);
    }

    /// <summary>The files of a changeset; null when a tree is missing or corrupt.</summary>
    public List<ChangedFile>? Of(ObjectId changeset)
    {
        try
        {
            var (tree, before) = _commits.TreesOf(changeset);
            return Between(before, tree);
        }
        catch (GitObjectException)
        {
            return null;
        }
    }

    /// <summary>The files that differ between two trees; null stands for the empty tree.</summary>
    /// <exception cref="GitObjectException">A tree is missing or corrupt.</exception>
    public List<ChangedFile> Between(ObjectId? before, ObjectId tree)
    {
        var files = new List<ChangedFile>();
        foreach (var change in _diff.Compare(before, tree))
        {
            if (InterfaceFiles.Of(change.Path) == InterfaceFormat.None)
                continue;
            var file = new ChangedFile(change.Path, Content(change.OldMode, change.OldId), Content(change.NewMode, change.NewId));
            // A changed mode alone changes no name.
            if (file.Old != file.New)
                files.Add(file);
        }
        return files;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _commits.Dispose();
        _objects.Dispose();
    }

    /// <summary>Only regular files have names: neither symbolic links nor submodules.</summary>
    private static ObjectId? Content(int mode, ObjectId id) => (mode & 0xf000) == 0x8000 ? id : null;
}
