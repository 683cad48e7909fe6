using System.Text;
using LibGit2Sharp;
using ObjectId = KernelTracker.Data.Model.ObjectId;

namespace KernelTracker.Ingest.Sample;

/// <summary>What a commit object is made of.</summary>
/// <param name="Files">The whole content.</param>
/// <param name="Parents">Parents in order; none makes a root.</param>
/// <param name="Author">Who wrote it, when.</param>
/// <param name="Committer">Who committed it, when.</param>
/// <param name="Message">The message as bytes, in <paramref name="Encoding"/>.</param>
/// <param name="Encoding">The "encoding" header; null leaves it out, which means UTF-8.</param>
internal sealed record CommitDraft(
    FileTree Files,
    IReadOnlyList<ObjectId> Parents,
    Stamp Author,
    Stamp Committer,
    byte[] Message,
    string? Encoding = null);

/// <summary>
/// Writes a git history object by object, without the git program: equal drafts give equal object names on every machine.
/// </summary>
internal sealed class HistoryBuilder : IDisposable
{
    private readonly Repository _repository;
    private readonly MemoryObjects? _memory;
    private readonly Dictionary<ObjectId, FileTree> _files = [];

    /// <summary>Makes a new bare repository.</summary>
    /// <param name="path">Its folder.</param>
    /// <param name="head">Its (unborn) branch.</param>
    /// <param name="packed">
    /// Objects stay in memory until <see cref="Pack"/> writes all of them at once, which is fast;
    /// otherwise each is written when it is made, and others can read the repository at any moment.
    /// </param>
    public HistoryBuilder(string path, string head = "master", bool packed = false)
    {
        _repository = new Repository(Repository.Init(path, isBare: true));
        // The user's git configuration may name another first branch.
        _repository.Refs.Add("HEAD", "refs/heads/" + head, allowOverwrite: true);
        if (!packed)
            return;
        _memory = new MemoryObjects();
        // Above the priority of libgit2's own backends (loose objects: 1, packs: 2).
        _repository.ObjectDatabase.AddBackend(_memory, priority: 10);
    }

    /// <summary>The folder of the repository.</summary>
    public string Path => _repository.Info.Path;

    /// <summary>Stores file content.</summary>
    public ObjectId Blob(byte[] content) => Store<Blob>(content);

    /// <summary>Stores file content in UTF-8.</summary>
    public ObjectId Blob(string content) => Blob(Encoding.UTF8.GetBytes(content));

    /// <summary>The text of a stored blob.</summary>
    public string Text(ObjectId blob) => _repository.Lookup<Blob>(blob.ToString()).GetContentText();

    /// <summary>The files of a commit made by this builder.</summary>
    public FileTree FilesOf(ObjectId commit) => _files[commit];

    /// <summary>The best common ancestor of two commits; null when there is none.</summary>
    public ObjectId? MergeBase(ObjectId one, ObjectId other) =>
        _repository.ObjectDatabase.FindMergeBase(Lookup(one), Lookup(other)) is { } found ? new ObjectId(found.Id.RawId) : null;

    /// <summary>Stores a commit.</summary>
    public ObjectId Commit(CommitDraft draft)
    {
        using var content = new MemoryStream();
        Line(content, "tree " + draft.Files.WriteTo(Store<Tree>));
        foreach (var parent in draft.Parents)
            Line(content, "parent " + parent);
        content.Write("author "u8);
        draft.Author.AppendTo(content);
        content.Write("\ncommitter "u8);
        draft.Committer.AppendTo(content);
        content.WriteByte((byte)'\n');
        if (draft.Encoding is not null)
            Line(content, "encoding " + draft.Encoding);
        content.WriteByte((byte)'\n');
        content.Write(draft.Message);
        var id = Store<LibGit2Sharp.Commit>(content.ToArray());
        _files[id] = draft.Files;
        return id;
    }

    /// <summary>Stores an annotated tag and points refs/tags/<paramref name="name"/> at it.</summary>
    public ObjectId AnnotatedTag(string name, ObjectId commit, Stamp tagger, string message)
    {
        using var content = new MemoryStream();
        Line(content, "object " + commit);
        Line(content, "type commit");
        Line(content, "tag " + name);
        content.Write("tagger "u8);
        tagger.AppendTo(content);
        content.Write(Encoding.UTF8.GetBytes("\n\n" + message));
        var id = Store<TagAnnotation>(content.ToArray());
        Reference("refs/tags/" + name, id);
        return id;
    }

    /// <summary>Writes the objects that are held in memory as one pack.</summary>
    public void Pack()
    {
        if (_memory is null)
            throw new InvalidOperationException("Objects of this builder are written one by one.");
        // One thread, so that the pack is the same everywhere.
        var options = new PackBuilderOptions(System.IO.Path.Combine(Path, "objects", "pack")) { MaximumNumberOfThreads = 1 };
        _repository.ObjectDatabase.Pack(options, pack =>
        {
            foreach (var id in _memory.Ids)
                pack.Add(id);
        });
    }

    /// <summary>Makes or moves a reference, by its full name ("refs/heads/master").</summary>
    public void Reference(string name, ObjectId target) =>
        _repository.Refs.Add(name, new LibGit2Sharp.ObjectId(target.ToBytes()), allowOverwrite: true);

    /// <summary>Removes a reference, by its full name.</summary>
    public void RemoveReference(string name) => _repository.Refs.Remove(name);

    /// <inheritdoc />
    public void Dispose() => _repository.Dispose();

    private static void Line(MemoryStream target, string line)
    {
        target.Write(Encoding.UTF8.GetBytes(line));
        target.WriteByte((byte)'\n');
    }

    private LibGit2Sharp.Commit Lookup(ObjectId commit) => _repository.Lookup<LibGit2Sharp.Commit>(commit.ToString());

    private ObjectId Store<T>(byte[] content)
        where T : GitObject =>
        new(_repository.ObjectDatabase.Write<T>(content).RawId);
}
