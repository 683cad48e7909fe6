using System.Text;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Git;

/// <summary>Counts changed lines as `git diff-tree --numstat` does. One per thread.</summary>
internal sealed class LineCounter(ObjectReader reader)
{
    /// <summary>How far git looks for a NUL, by which it tells that a file is binary (gitattributes(5), "diff").</summary>
    private const int BinaryProbe = 8000;

    /// <summary>Larger files are binary to git unread (core.bigFileThreshold).</summary>
    private const long BigFile = 512L << 20;

    /// <summary>The lines a change added and removed.</summary>
    /// <exception cref="GitObjectException">A file's content is missing or corrupt.</exception>
    public LineCount Count(RawChange change)
    {
        if (change.OldId == change.NewId)
            return default;
        using var oldSide = Open(change.OldMode, change.OldId);
        using var newSide = Open(change.NewMode, change.NewId);
        if (oldSide.IsBinary || newSide.IsBinary)
            return new LineCount(0, 0, true);
        var oldText = oldSide.Content;
        var newText = newSide.Content;
        if (oldText.IsEmpty || newText.IsEmpty)
            return new LineCount(CountLines(newText), CountLines(oldText), false);
        var (added, removed) = LibGit2.CountLines(oldText, newText);
        return new LineCount(added, removed, false);
    }

    /// <summary>Whether git takes a file for binary, no attribute saying otherwise.</summary>
    public static bool LooksBinary(ReadOnlySpan<byte> content) =>
        content.Length > BigFile || content[..Math.Min(content.Length, BinaryProbe)].Contains((byte)0);

    private Side Open(int mode, ObjectId id) => mode switch
    {
        0 => default,
        GitFileMode.Submodule => new Side(default, Encoding.ASCII.GetBytes($"Subproject commit {id}\n")),
        _ => new Side(reader.Open(id, GitObjectKind.Blob), null),
    };

    private static int CountLines(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return 0;
        var lines = text.Count((byte)'\n');
        return text[^1] == '\n' ? lines : lines + 1;
    }

    private readonly ref struct Side(GitObject blob, byte[]? made) : IDisposable
    {
        private readonly GitObject _blob = blob;

        public ReadOnlySpan<byte> Content { get; } = made ?? blob.Content;

        public bool IsBinary => LooksBinary(Content);

        public void Dispose() => _blob.Dispose();
    }
}
