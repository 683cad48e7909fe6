using System.Text.RegularExpressions;

namespace KernelTracker.Ingest.Kernel;

/// <summary>Commits that a message names in one breath ("commits a and b", or one under the other), with the words around them.</summary>
/// <param name="Start">Where the first one stands.</param>
/// <param name="Ids">Their ids.</param>
/// <param name="Before">The words before the first, of the same paragraph, in lower case, single spaces, with line breaks.</param>
/// <param name="After">The words after the last, likewise.</param>
internal sealed partial record MentionedCommits(int Start, IReadOnlyList<string> Ids, string Before, string After)
{
    /// <summary>What is said about a commit stands close to its id; so every search is bounded.</summary>
    private const int Reach = 240;

    /// <summary>Finds them in a text, in its order.</summary>
    public static IReadOnlyList<MentionedCommits> Find(string text)
    {
        var ids = WrittenId.Find(text);
        var mentions = new List<MentionedCommits>();
        for (var i = 0; i < ids.Count;)
        {
            var last = i;
            while (last + 1 < ids.Count && AreListed(text, ids[last], ids[last + 1]))
                last++;
            mentions.Add(new MentionedCommits(
                ids[i].Start,
                [.. ids.Skip(i).Take(last - i + 1).Select(id => id.Id)],
                WordsBefore(text, ids[i].Start, last > i),
                WordsAfter(text, ids[last].End)));
            i = last + 1;
        }
        return mentions;
    }

    private static bool AreListed(string text, WrittenId first, WrittenId second)
    {
        if (second.Start - first.End > Reach)
            return false;
        var between = text[first.End..second.Start].ToLowerInvariant();
        return Separator().IsMatch(between) || (IsItem(text, first.Start) && NextItem().IsMatch(between));
    }

    /// <summary>Nothing but a list's mark stands before it on its line.</summary>
    private static bool IsItem(string text, int start)
    {
        while (--start >= 0 && text[start] != '\n')
            if (text[start] is not (' ' or '\t' or '-' or '*' or '+' or '>'))
                return false;
        return true;
    }

    private static string WordsBefore(string text, int start, bool isList)
    {
        var window = text[Math.Max(0, start - Reach)..start];
        var trimmed = window.TrimEnd(' ', '\t', '\n', '-', '*', '+', '>');
        // A list may stand under its heading.
        var paragraph = trimmed.EndsWith(':') || (isList && IsItem(text, start)) ? trimmed : window.TrimEnd(' ', '\t');
        var blank = paragraph.LastIndexOf("\n\n", StringComparison.Ordinal);
        return Normalize(blank < 0 ? paragraph : paragraph[(blank + 2)..]);
    }

    private static string WordsAfter(string text, int end)
    {
        var window = text[end..Math.Min(text.Length, end + Reach)];
        var blank = window.IndexOf("\n\n", StringComparison.Ordinal);
        return Normalize(blank < 0 ? window : window[..blank]);
    }

    private static string Normalize(string window) => Blanks().Replace(window.ToLowerInvariant(), " ").Replace("\n ", "\n", StringComparison.Ordinal);

    [GeneratedRegex(@"[ \t\r\f\v]+")]
    private static partial Regex Blanks();

    // "a and b", "a, b", "a (title) and commit b"
    [GeneratedRegex("""^(\s*\([^\n]{0,120}\)|\s*"[^\n]{0,120}")?\s*(,|;|&|\+|/|,?\s*\b(and|plus|or)\b)\s*(and\b\s*)?(also\b\s*)?(the\b\s*)?(upstream\b\s*)?(commits?\b\s*)?(id\b\s*)?["'\[(]*$""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    // The rest of the line, a line or two that belong to it, then the next item.
    [GeneratedRegex(@"^[^\n]{0,120}\n([ \t]+[^\n]{1,120}\n){0,2}[ \t*+>-]*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NextItem();
}
