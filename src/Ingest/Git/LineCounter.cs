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
        using var oldBlob = Open(change.OldMode, change.OldId);
        using var newBlob = Open(change.NewMode, change.NewId);
        var oldText = oldBlob.IsNone ? LinkText(change.OldMode, change.OldId) : oldBlob.Content;
        var newText = newBlob.IsNone ? LinkText(change.NewMode, change.NewId) : newBlob.Content;
        if (LooksBinary(oldText) || LooksBinary(newText))
            return new LineCount(0, 0, true);
        if (change.OldId == change.NewId)
            return default;
        if (oldText.IsEmpty || newText.IsEmpty)
            return new LineCount(CountLines(newText), CountLines(oldText), false);
        var (added, removed) = oldBlob.IsNone || newBlob.IsNone
            ? LibGit2.CountLines(oldText, newText)
            : GitBlob.CountLines(oldBlob, newBlob);
        return new LineCount(added, removed, false);
    }

    /// <summary>Whether git takes a file for binary, no attribute saying otherwise.</summary>
    public static bool LooksBinary(ReadOnlySpan<byte> content) =>
        content.Length > BigFile || content[..Math.Min(content.Length, BinaryProbe)].Contains((byte)0);

    private GitBlob Open(int mode, ObjectId id) => mode is 0 or GitFileMode.Submodule ? default : reader.OpenBlob(id);

    /// <summary>What git compares in place of a submodule's content; nothing in place of no file.</summary>
    private static ReadOnlySpan<byte> LinkText(int mode, ObjectId id) =>
        mode == 0 ? default : Encoding.ASCII.GetBytes($"Subproject commit {id}\n");

    private static int CountLines(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return 0;
        var lines = text.Count((byte)'\n');
        return text[^1] == '\n' ? lines : lines + 1;
    }
}
