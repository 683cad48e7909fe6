using System.Text;

namespace KernelTracker.Ingest.Kernel;

/// <summary>The words of a Kconfig line.</summary>
internal static class KconfigWord
{
    /// <summary>The first word of a line, and what follows it.</summary>
    public static ReadOnlySpan<char> Split(ReadOnlySpan<char> line, out ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < line.Length && !char.IsWhiteSpace(line[end]) && line[end] is not ('"' or '\'' or '('))
            end++;
        rest = line[end..].Trim();
        return line[..end];
    }

    /// <summary>The symbol that a text begins with.</summary>
    public static string Symbol(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && IsSymbol(rest[end]))
            end++;
        return rest[..end].ToString();
    }

    /// <summary>
    /// A text in quotes without them, or a single word. An unended string ends with its line, as the kernel's parser has it.
    /// </summary>
    public static string Unquote(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
            return "";
        if (rest[0] is not ('"' or '\''))
        {
            var word = Split(rest, out _);
            return word is "if" || word.StartsWith('#') ? "" : word.ToString();
        }
        var inner = rest[1..];
        var end = inner.IndexOfAny(rest[0], '\\');
        return end >= 0 && inner[end] == '\\' ? Unescape(inner, rest[0]) : (end < 0 ? inner : inner[..end]).Trim().ToString();
    }

    /// <summary>An expression without the comment after it, its white space made single spaces.</summary>
    public static string WithoutComment(ReadOnlySpan<char> expression)
    {
        if (expression.IndexOfAny("#\t\"'") < 0 && expression.IndexOf("  ") < 0)
            return expression.Trim().ToString();
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

    private static string Unescape(ReadOnlySpan<char> inner, char quote)
    {
        var text = new StringBuilder();
        for (var i = 0; i < inner.Length && inner[i] != quote; i++)
        {
            if (inner[i] == '\\' && i + 1 < inner.Length)
                i++;
            text.Append(inner[i]);
        }
        return text.ToString().Trim();
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
