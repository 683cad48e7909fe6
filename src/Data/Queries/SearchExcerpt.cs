using KernelTracker.Data.Storage;

namespace KernelTracker.Data.Queries;

/// <summary>A piece of a text that a search found.</summary>
/// <param name="Text">The piece.</param>
/// <param name="IsMatch">It is what was searched for.</param>
public sealed record ExcerptPart(string Text, bool IsMatch);

/// <summary>Cuts out of a text what shows why it was found.</summary>
public static class SearchExcerpt
{
    /// <summary>Characters shown before the first match of a long text.</summary>
    private const int Before = 60;

    /// <summary>Characters shown of a long text.</summary>
    private const int Length = 240;

    /// <summary>The text with its matches marked; a long text is cut to the surroundings of the first match. Null without a match.</summary>
    /// <param name="text">The text.</param>
    /// <param name="terms">What was searched for.</param>
    /// <param name="column">Where the text comes from: terms for other columns do not count.</param>
    public static IReadOnlyList<ExcerptPart>? Of(string text, IEnumerable<SearchTerm> terms, SearchColumn column)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var tokens = SearchTokens.Of(text).ToList();
        var matches = terms
            .Where(t => !t.IsExcluded && (t.Column is null || t.Column == column))
            .SelectMany(t => t.FindIn(tokens))
            .Order().ToList();
        if (matches.Count == 0)
            return null;

        var start = text.Length <= Length ? 0 : WordStart(text, Math.Max(0, matches[0].Start - Before));
        var end = Math.Min(text.Length, Math.Max(start + Length, matches[0].End));
        if (end < text.Length && char.IsLowSurrogate(text[end]))
            end--;
        var parts = new List<ExcerptPart>();
        var at = start;
        Add(parts, start > 0 ? "… " : "", false);
        foreach (var match in matches.Where(m => m.End <= end))
        {
            if (match.End <= at)
                continue;
            var from = Math.Max(match.Start, at);
            Add(parts, text[at..from], false);
            Add(parts, text[from..match.End], true);
            at = match.End;
        }
        Add(parts, text[at..end], false);
        Add(parts, end < text.Length ? " …" : "", false);
        return parts;
    }

    private static int WordStart(string text, int at)
    {
        // A long run without blanks (a path, base64) is cut where it is, but never between surrogates.
        var blank = at == 0 ? -1 : text.IndexOfAny([' ', '\n', '\t'], at, Math.Min(30, text.Length - at));
        var start = blank < 0 ? at : blank + 1;
        return start < text.Length && char.IsLowSurrogate(text[start]) ? start + 1 : start;
    }

    private static void Add(List<ExcerptPart> parts, string text, bool isMatch)
    {
        if (text.Length > 0)
            parts.Add(new ExcerptPart(text, isMatch));
    }
}
