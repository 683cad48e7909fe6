using System.Buffers;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>A word of a source that has one of the signs looked for.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="InDirective">Whether it stands in a preprocessor directive.</param>
internal readonly record struct CodeWord(int Start, int End, bool InDirective);

/// <summary>Finds words in sources.</summary>
internal static class CodeWords
{
    /// <summary>The words that have one of some signs, in order.</summary>
    public static IEnumerable<CodeWord> Find(CodeText code, SearchValues<string> signs)
    {
        var text = code.Text;
        var (at, directive) = (0, 0);
        while (at < text.Length && text.AsSpan(at).IndexOfAny(signs) is var hit and >= 0)
        {
            hit += at;
            var start = hit;
            while (start > at && IsPart(text[start - 1]))
                start--;
            var end = hit;
            while (end < text.Length && IsPart(text[end]))
                end++;
            while (directive < code.Directives.Count && code.Directives[directive].End <= start)
                directive++;
            yield return new CodeWord(start, end, directive < code.Directives.Count && code.Directives[directive].Start <= start);
            at = Math.Max(end, hit + 1);
        }
    }

    /// <summary>Whether a character can be in a name.</summary>
    public static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    /// <summary>Whether a text is a name of C.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || char.IsAsciiDigit(text[0]))
            return false;
        foreach (var c in text)
        {
            if (!IsPart(c))
                return false;
        }
        return true;
    }

    /// <summary>The place behind blanks and line ends.</summary>
    public static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
