using System.Text.RegularExpressions;

namespace KernelTracker.Data.Storage;

/// <summary>
/// What a user typed into the search field, read as words that must all match: <c>"a phrase"</c>, <c>igb*</c> for
/// words that begin so, <c>-word</c> to leave out, and <c>subject:</c>, <c>message:</c>, <c>people:</c>,
/// <c>path:</c> to look in one place. Reading never fails: whatever has another meaning to FTS5 is plain text here.
/// </summary>
public sealed partial class SearchText
{
    /// <summary>More terms than this are not searched, which <see cref="IsCut"/> tells.</summary>
    public const int MaxTerms = 16;

    /// <summary>Longer queries are cut, which <see cref="IsCut"/> tells.</summary>
    public const int MaxLength = 400;

    /// <summary>A prefix of fewer characters would match most of the history; it is searched as a whole word.</summary>
    public const int MinPrefix = 2;

    private SearchText(string text, IReadOnlyList<SearchTerm> terms, bool isCut)
    {
        Text = text;
        Terms = terms;
        IsCut = isCut;
    }

    /// <summary>The query as typed, trimmed.</summary>
    public string Text { get; }

    /// <summary>The terms, in the order typed.</summary>
    public IReadOnlyList<SearchTerm> Terms { get; }

    /// <summary>The query was longer than is searched.</summary>
    public bool IsCut { get; }

    /// <summary>Terms that a commit must match.</summary>
    public IEnumerable<SearchTerm> Wanted => Terms.Where(t => !t.IsExcluded);

    /// <summary>The FTS5 expression; null when there is nothing to look for.</summary>
    public string? Expression
    {
        get
        {
            var wanted = string.Join(" AND ", Wanted.Select(t => t.Expression));
            if (wanted.Length == 0)
                return null;
            var excluded = string.Join(" OR ", Terms.Where(t => t.IsExcluded).Select(t => t.Expression));
            return excluded.Length == 0 ? wanted : $"({wanted}) NOT ({excluded})";
        }
    }

    /// <summary>The same query with every word that is looked for standing for all words that begin so.</summary>
    public string AsPrefixes() => string.Join(' ', Terms.Select(t =>
        $"{(t.IsExcluded ? "-" : "")}{(t.Column is { } column ? SearchTerm.ColumnName(column) + ":" : "")}\"{t.Text}\"{(t.IsPrefix || !t.IsExcluded ? "*" : "")}"));

    /// <summary>Reads a query; null is an empty one.</summary>
    public static SearchText Parse(string? text)
    {
        var trimmed = (text ?? "").Replace('\0', ' ').Trim();
        var isCut = trimmed.Length > MaxLength;
        var terms = new List<SearchTerm>();
        foreach (Match match in Term().Matches(isCut ? trimmed[..MaxLength] : trimmed))
        {
            if (Read(match) is not { } term)
                continue;
            if (terms.Count == MaxTerms)
            {
                isCut = true;
                break;
            }
            terms.Add(term);
        }
        // "-EINVAL" alone looks for EINVAL: leaving out needs something to leave it out of.
        if (terms.Count > 0 && terms.TrueForAll(t => t.IsExcluded))
            terms = terms.ConvertAll(t => t with { IsExcluded = false });
        return new SearchText(trimmed, terms, isCut);
    }

    private static SearchTerm? Read(Match match)
    {
        var isPhrase = match.Groups["phrase"].Success;
        var text = match.Groups[isPhrase ? "phrase" : "word"].Value;
        SearchColumn? column = match.Groups["column"].Success ? Column(match.Groups["column"].Value) : null;
        var isPrefix = match.Groups["star"].Success || (!isPhrase && text.EndsWith('*'));
        var tokens = SearchTokens.Of(text).Select(t => t.Text).ToList();
        if (tokens.Count == 0)
            return null;
        return new SearchTerm(text.TrimEnd('*'), tokens, isPrefix && tokens[^1].Length >= MinPrefix, match.Groups["minus"].Success, column);
    }

    private static SearchColumn Column(string name) => name.ToUpperInvariant() switch
    {
        "SUBJECT" => SearchColumn.Subject,
        "MESSAGE" or "BODY" => SearchColumn.Body,
        "PATH" or "PATHS" or "FILE" => SearchColumn.Paths,
        _ => SearchColumn.People,
    };

    [GeneratedRegex("""
        (?<minus>-)?
        ((?<column>subject|message|body|people|person|author|paths?|file):)?
        ("(?<phrase>[^"]*)("|$)(?<star>\*)? | (?<word>[^\s"]+))
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Term();
}
