using System.Text;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>The arguments of a macro or function in a source, as written.</summary>
internal static class CodeCall
{
    /// <summary>What is longer is no macro's arguments: a bracket is missing.</summary>
    private const int MaxLength = 4096;

    /// <summary>The arguments in brackets behind a word; null when there is no bracket or no end.</summary>
    /// <param name="text">The source without comments.</param>
    /// <param name="wordEnd">Where the word ends.</param>
    public static List<string>? Arguments(string text, int wordEnd)
    {
        var open = CodeWords.SkipBlanks(text, wordEnd);
        return open < text.Length && text[open] == '(' ? Parts(text, open, ')') : null;
    }

    /// <summary>The parts between commas from an opening bracket to the closing one; null when it does not close.</summary>
    public static List<string>? Parts(string text, int open, char close)
    {
        var parts = new List<string>();
        var (start, depth) = (open + 1, 0);
        var last = Math.Min(text.Length, open + MaxLength);
        for (var i = open + 1; i < last; i++)
        {
            switch (text[i])
            {
                case '"' or '\'':
                    i = QuoteEnd(text, i);
                    break;
                case '(' or '{' or '[':
                    depth++;
                    break;
                case ',' when depth == 0:
                    parts.Add(text[start..i].Trim());
                    start = i + 1;
                    break;
                case ')' or '}' or ']' when depth > 0:
                    depth--;
                    break;
                case ')' or '}' or ']':
                    if (text[i] != close)
                        return null;
                    parts.Add(text[start..i].Trim());
                    return parts;
            }
        }
        return null;
    }

    /// <summary>The characters of string literals in a row; null when there is none.</summary>
    public static string? Literal(ReadOnlySpan<char> argument)
    {
        StringBuilder? text = null;
        for (var i = 0; i < argument.Length; i++)
        {
            if (argument[i] != '"')
                continue;
            text ??= new StringBuilder();
            for (i++; i < argument.Length && argument[i] != '"'; i++)
            {
                if (argument[i] != '\\')
                {
                    text.Append(argument[i]);
                }
                else if (++i < argument.Length)
                {
                    // "\n" and "\t" are blanks of a text; "\"" and "\\" stand for themselves.
                    text.Append(argument[i] is 'n' or 't' or '\n' ? ' ' : argument[i]);
                }
            }
        }
        return text?.ToString();
    }

    private static int QuoteEnd(string text, int at)
    {
        var quote = text[at];
        for (var i = at + 1; i < text.Length && text[i] != '\n'; i++)
        {
            if (text[i] == quote)
                return i;
            if (text[i] == '\\')
                i++;
        }
        return at;
    }
}
