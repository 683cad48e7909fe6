using System.Buffers;
using System.Text;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Reads texts of a kernel tree by commit and path. One per thread.</summary>
internal sealed class TreeText(GitRepository repository) : IDisposable
{
    /// <summary>
    /// Longer files are not read: the longest hand-written source of a kernel has less than 2 MB; longer ones are
    /// firmware and generated register tables.
    /// </summary>
    public const int MaxLength = 4 << 20;

    /// <summary>Answers kept, some 100 bytes each.</summary>
    private const int MaxFound = 1 << 16;

    private readonly ObjectReader _objects = repository.NewReader();
    private readonly Dictionary<(ObjectId Tree, string Path), ObjectId?> _found = [];
    private TreeCache? _trees;
    private (ObjectId Tree, IReadOnlyList<RawChange> Files)? _files;

    /// <summary>The object of a path in a tree; null when the tree has no such file.</summary>
    /// <exception cref="GitObjectException">A tree is missing or corrupt.</exception>
    public ObjectId? Find(ObjectId tree, string path)
    {
        if (_found.TryGetValue((tree, path), out var known))
            return known;
        var slash = path.LastIndexOf('/');
        ObjectId? found;
        if (slash < 0)
        {
            _trees ??= new TreeCache(_objects);
            _trees.Trim();
            found = TreeLookup.Entry(_trees.Read(tree), path);
        }
        else
        {
            // Most trees share most of their folders: what is in a folder is found once for all of them.
            found = Find(tree, path[..slash]) is { } folder ? Find(folder, path[(slash + 1)..]) : null;
        }
        if (_found.Count >= MaxFound)
            _found.Clear();
        _found[(tree, path)] = found;
        return found;
    }

    /// <summary>The tree of a commit.</summary>
    /// <exception cref="GitObjectException">The commit is missing or corrupt.</exception>
    public ObjectId TreeOf(ObjectId commit)
    {
        using var raw = _objects.Open(commit, GitObjectKind.Commit);
        return CommitParser.ParseHeader(raw.Content).Tree;
    }

    /// <summary>The trees of a commit and of its first parent; the latter null for a root, and where a shallow history ends.</summary>
    /// <exception cref="GitObjectException">The commit is missing or corrupt.</exception>
    public (ObjectId Tree, ObjectId? Before) TreesOf(ObjectId commit)
    {
        using var raw = _objects.Open(commit, GitObjectKind.Commit);
        var header = CommitParser.ParseHeader(raw.Content);
        if (header.Parents.Length == 0 || !_objects.TryOpen(header.Parents[0], GitObjectKind.Commit, out var parent))
            return (header.Tree, null);
        using (parent)
            return (header.Tree, CommitParser.ParseHeader(parent.Content).Tree);
    }

    /// <summary>Every file of a tree.</summary>
    /// <exception cref="GitObjectException">A tree is missing or corrupt.</exception>
    public IReadOnlyList<RawChange> Files(ObjectId tree)
    {
        // The tree of a release is the base of the next.
        if (_files is not { } last || last.Tree != tree)
            _files = last = (tree, new TreeDiff(_objects).Compare(null, tree));
        return last.Files;
    }

    /// <summary>
    /// The text of a file: UTF-8 or else Latin-1. Null when it is too long to be written by hand, binary, missing or
    /// corrupt; <paramref name="problem"/> says so in one sentence where a reader should know (not for binary files).
    /// </summary>
    public string? Read(ObjectId blob, out string? problem) => Read(blob, null, out problem);

    /// <summary>The same of a file that has one of some signs; null without problem when it has none.</summary>
    /// <param name="blob">The file's content.</param>
    /// <param name="signs">ASCII texts; null when any file will do.</param>
    /// <param name="problem">What a reader should know.</param>
    public string? Read(ObjectId blob, SearchValues<string>? signs, out string? problem)
    {
        problem = null;
        if (!_objects.TryOpen(blob, GitObjectKind.Blob, out var opened))
        {
            problem = $"The file content {blob} cannot be read: {_objects.LastError}.";
            return null;
        }
        using (opened)
        {
            var content = opened.Content;
            if (content.Length > MaxLength)
            {
                problem = $"The file content {blob} has {content.Length >> 20} MB; it is not searched.";
                return null;
            }
            // git's own test for binary content (buffer_is_binary in xdiff-interface.c).
            if (content[..Math.Min(content.Length, 8000)].Contains((byte)0))
                return null;
            return signs is null || Has(content, signs) ? GitText.Path(content) : null;
        }
    }

    private static bool Has(ReadOnlySpan<byte> content, SearchValues<string> signs)
    {
        var buffer = ArrayPool<char>.Shared.Rent(content.Length);
        var text = buffer.AsSpan(0, Encoding.Latin1.GetChars(content, buffer));
        var has = text.ContainsAny(signs);
        ArrayPool<char>.Shared.Return(buffer);
        return has;
    }

    /// <inheritdoc />
    public void Dispose() => _objects.Dispose();
}
