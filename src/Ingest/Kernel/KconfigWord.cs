using System.Text;

namespace KernelTracker.Ingest.Kernel;

/// <summary>The words of a Kconfig line.</summary>
internal static class KconfigWord
{
    /// <summary>The first word of a line, and what follows it.</summary>
    public static string Split(string line, out string rest)
    {
        var end = 0;
        while (end < line.Length && !char.IsWhiteSpace(line[end]) && line[end] is not ('"' or '\'' or '('))
            end++;
        rest = line[end..].Trim();
        return line[..end];
    }

    /// <summary>The symbol that a text begins with.</summary>
    public static string Symbol(string rest)
    {
        var end = 0;
        while (end < rest.Length && IsSymbol(rest[end]))
            end++;
        return rest[..end];
    }

    /// <summary>
    /// A text in quotes without them, or a single word. An unended string ends with its line, as the kernel's parser has it.
    /// </summary>
    public static string Unquote(string rest)
    {
        if (rest.Length == 0)
            return "";
        if (rest[0] is not ('"' or '\''))
        {
            var word = Split(rest, out _);
            return word is "if" || word.StartsWith('#') ? "" : word;
        }
        var text = new StringBuilder();
        for (var i = 1; i < rest.Length && rest[i] != rest[0]; i++)
        {
            if (rest[i] == '\\' && i + 1 < rest.Length)
                i++;
            text.Append(rest[i]);
        }
        return text.ToString().Trim();
    }

    /// <summary>An expression without the comment after it, its white space made single spaces.</summary>
    public static string WithoutComment(string expression)
    {
        var text = new StringBuilder(expression.Length);
        var quote = '\0';
        foreach (var c in expression)
        {
            if (quote == '\0' && c == '#')
                break;
            if (c == quote)
                quote = '\0';
            else if (quote == '\0' && c is '"' or '\'')
                quote = c;
            if (!char.IsWhiteSpace(c))
                text.Append(c);
            else if (text.Length > 0 && text[^1] != ' ')
                text.Append(' ');
        }
        return text.ToString().TrimEnd();
    }

    /// <summary>Whether a condition cannot hold without the symbol: it is one of the terms joined by "&amp;&amp;".</summary>
    public static bool Demands(string condition, string symbol)
    {
        if (condition.Contains('|', StringComparison.Ordinal))
            return false;
        var at = -1;
        while ((at = condition.IndexOf(symbol, at + 1, StringComparison.Ordinal)) >= 0)
        {
            var end = at + symbol.Length;
            var isWhole = (at == 0 || condition[at - 1] is ' ' or '&' or '(') && (end == condition.Length || condition[end] is ' ' or '&' or ')');
            if (isWhole && !condition.AsSpan(end).TrimStart().StartsWith("=") && !condition.AsSpan(0, at).TrimEnd().EndsWith("="))
                return true;
        }
        return false;
    }

    private static bool IsSymbol(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.';
}
