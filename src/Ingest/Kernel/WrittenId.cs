using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace KernelTracker.Ingest.Kernel;

/// <summary>An object name written in a text, whole or abbreviated.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends; the part on the next line, when it is cut in two, belongs to it.</param>
/// <param name="Id">7 to 40 hexadecimal digits in lower case.</param>
internal readonly record struct WrittenId(int Start, int End, string Id)
{
    /// <summary>git abbreviates to no fewer digits by default.</summary>
    public const int Shortest = 7;

    /// <summary>Digits of a whole object name.</summary>
    public const int Longest = 40;

    /// <summary>Finds what has the shape of an object name, in the order of the text.</summary>
    public static IReadOnlyList<WrittenId> Find(string text)
    {
        var found = new List<WrittenId>();
        var at = 0;
        while (at < text.Length)
        {
            if (!char.IsAsciiHexDigit(text[at]) || (at > 0 && IsWord(text[at - 1])))
            {
                at++;
                continue;
            }
            var end = DigitsEnd(text, at);
            var length = end - at;
            if (length is >= Shortest and < Longest && TryJoin(text, at, end, out var joined))
            {
                found.Add(joined.Value);
                end = joined.Value.End;
            }
            else if (length is >= Shortest and <= Longest && (end == text.Length || !IsWord(text[end])))
            {
                found.Add(new WrittenId(at, end, text[at..end].ToLowerInvariant()));
            }
            at = end;
        }
        return found;
    }

    /// <summary>"0123456789abcdef0123456789\n  abcdef01234567": mail programs cut lines, even inside an id.</summary>
    private static bool TryJoin(string text, int start, int end, [NotNullWhen(true)] out WrittenId? joined)
    {
        joined = null;
        if (end == text.Length || text[end] != '\n')
            return false;
        var next = end + 1;
        while (next < text.Length && text[next] == ' ')
            next++;
        var last = DigitsEnd(text, next);
        if (last - next + (end - start) != Longest || (last < text.Length && IsWord(text[last])))
            return false;
        joined = new WrittenId(start, last, new StringBuilder(Longest).Append(text, start, end - start).Append(text, next, last - next).ToString().ToLowerInvariant());
        return true;
    }

    private static int DigitsEnd(string text, int at)
    {
        while (at < text.Length && char.IsAsciiHexDigit(text[at]))
            at++;
        return at;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
