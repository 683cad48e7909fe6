using System.Text;

namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>Finds what a source calls the device of a table entry: the comment beside it, in it, or alone on the line before.</summary>
internal sealed class EntryLabels(CSource source)
{
    private const int MaxLength = 200;

    private static readonly string[] Noise = ["terminat", "sentinel", "end of", "end:", "last entry", "required", "list end", "end marker", "todo", "fixme", "xxx"];

    /// <summary>The comment; null when there is none that names something.</summary>
    public string? Of(DeviceEntry entry) => Beside(entry) ?? Before(entry);

    private string? Beside(DeviceEntry entry)
    {
        var lineEnd = source.Text.IndexOf('\n', Math.Min(entry.End, source.Text.Length));
        lineEnd = lineEnd < 0 ? source.Text.Length : lineEnd;
        string? inside = null;
        for (var i = FirstFrom(entry.Start); i < source.Comments.Count && source.Comments[i].Start < lineEnd; i++)
        {
            var comment = source.Comments[i];
            if (comment.Start < entry.End)
            {
                inside ??= Clean(comment);
                continue;
            }
            // Only a comma may stand between the entry and its comment.
            if (!source.Text.AsSpan(entry.End, comment.Start - entry.End).ContainsAnyExcept(" \t,"))
                return Clean(comment) ?? inside;
            break;
        }
        return inside;
    }

    private string? Before(DeviceEntry entry)
    {
        var i = FirstFrom(entry.Start) - 1;
        if (i < 0)
            return null;
        var comment = source.Comments[i];
        var between = source.Text.AsSpan(comment.End, Math.Max(0, entry.Start - comment.End));
        if (between.ContainsAnyExcept(" \t\r\n") || between.Count('\n') > 1)
            return null;
        var lineStart = comment.Start == 0 ? 0 : source.Text.LastIndexOf('\n', comment.Start - 1) + 1;
        return source.Text.AsSpan(lineStart, comment.Start - lineStart).ContainsAnyExcept(" \t") ? null : Clean(comment);
    }

    /// <summary>Index of the first comment that starts at a position or behind it.</summary>
    private int FirstFrom(int position)
    {
        int low = 0, high = source.Comments.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (source.Comments[middle].Start < position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private string? Clean(Comment comment)
    {
        if (comment.End - comment.Start > 4 * MaxLength)
            return null;
        var text = CommentText.Joined(source.Text.AsSpan(comment.Start, comment.End - comment.Start));
        if (text.Length is 0 or > MaxLength || text.AsSpan().ContainsAny("{};") || !text.Any(char.IsAsciiLetter))
            return null;
        return Noise.Any(n => text.Contains(n, StringComparison.OrdinalIgnoreCase)) ? null : text;
    }
}

/// <summary>The words of comments.</summary>
internal static class CommentText
{
    /// <summary>A comment's lines without its signs and the blanks and stars around them.</summary>
    public static IEnumerable<string> Lines(string comment)
    {
        var inner = comment.AsSpan();
        if (inner.StartsWith("/*"))
            inner = inner[2..];
        if (inner.EndsWith("*/"))
            inner = inner[..^2];
        return inner.ToString().Split('\n').Select(line => line.Trim().TrimStart("/*!".AsSpan()).TrimEnd("*/".AsSpan()).Trim().ToString());
    }

    /// <summary>The same in one line.</summary>
    public static string Joined(ReadOnlySpan<char> comment)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(comment.ToString()))
        {
            if (line.Length == 0)
                continue;
            if (text.Length > 0)
                text.Append(' ');
            text.Append(line);
        }
        return text.ToString();
    }

    private static ReadOnlySpan<char> TrimStart(this string text, ReadOnlySpan<char> signs) => text.AsSpan().TrimStart(signs);
}
