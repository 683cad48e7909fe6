using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Reads the files of the kernel tree that steer classification, as of a commit.</summary>
internal sealed class KernelFiles(GitRepository repository) : IDisposable
{
    private readonly ObjectReader _objects = repository.NewReader();

    /// <summary>Object name of MAINTAINERS; null when the tree has none or cannot be read.</summary>
    public ObjectId? Maintainers(ObjectId commit) => Find(commit, "MAINTAINERS");

    /// <summary>The sections of a MAINTAINERS file; none when it cannot be read.</summary>
    public IReadOnlyList<MaintainersSection> Sections(ObjectId blob) => MaintainersFile.Parse(Text(blob) ?? "");

    /// <summary>The .mailmap as of a commit; empty when there is none.</summary>
    public Mailmap Mailmap(ObjectId commit) =>
        Find(commit, ".mailmap") is { } blob && Text(blob) is { } text ? Kernel.Mailmap.Parse(text) : Kernel.Mailmap.Empty;

    /// <inheritdoc />
    public void Dispose() => _objects.Dispose();

    // A tree that cannot be read already marks the changesets that touch it; here its absence only means that nothing
    // is known of maintainers.
    private ObjectId? Find(ObjectId commit, string name)
    {
        if (!_objects.TryRead(commit, GitObjectKind.Commit, out var raw))
            return null;
        try
        {
            return TreeLookup.Find(_objects, CommitParser.ParseHeader(raw).Tree, name);
        }
        catch (GitObjectException)
        {
            return null;
        }
    }

    private string? Text(ObjectId blob)
    {
        if (!_objects.TryRead(blob, GitObjectKind.Blob, out var bytes))
            return null;
        // Old MAINTAINERS files hold names in Latin-1; which lines were guessed is of no interest here.
        var guessed = false;
        return GitText.Decode(bytes, null, ref guessed);
    }
}
