namespace KernelTracker.Data.Storage;

/// <summary>A word or phrase to search for.</summary>
/// <param name="Text">As the user wrote it, without sign and star; holds no double quote and no NUL.</param>
/// <param name="Tokens">Its tokens, which must stand in this order and next to each other; never empty.</param>
/// <param name="IsPrefix">The last token may go on.</param>
/// <param name="IsExcluded">Commits that match are left out.</param>
/// <param name="Column">The only column to look in; null for all.</param>
public sealed record SearchTerm(string Text, IReadOnlyList<string> Tokens, bool IsPrefix, bool IsExcluded, SearchColumn? Column)
{
    /// <summary>
    /// The FTS5 phrase (https://sqlite.org/fts5.html#fts5_phrases), for the index to split by its own rules.
    /// Between double quotes only a double quote or a NUL could be syntax.
    /// </summary>
    public string Expression
    {
        get
        {
            var phrase = $"\"{Text}\"{(IsPrefix ? "*" : "")}";
            return Column is { } column ? $"{ColumnName(column)} : {phrase}" : phrase;
        }
    }

    /// <summary>Where in a text the term stands, as indexes of its first character and after its last one.</summary>
    /// <param name="tokens">The text's tokens (<see cref="SearchTokens.Of"/>).</param>
    public IEnumerable<(int Start, int End)> FindIn(IReadOnlyList<SearchToken> tokens) =>
        Enumerable.Range(0, Math.Max(0, tokens.Count - Tokens.Count + 1))
            .Where(i => StandsAt(tokens, i))
            .Select(i => (tokens[i].Start, tokens[i + Tokens.Count - 1].End));

    private bool StandsAt(IReadOnlyList<SearchToken> tokens, int at)
    {
        for (var i = 0; i < Tokens.Count; i++)
        {
            var isOpen = IsPrefix && i == Tokens.Count - 1;
            var found = tokens[at + i].Text;
            if (isOpen ? !found.StartsWith(Tokens[i], StringComparison.Ordinal) : found != Tokens[i])
                return false;
        }
        return true;
    }

    internal static string ColumnName(SearchColumn column) => column switch
    {
        SearchColumn.Subject => "subject",
        SearchColumn.Body => "body",
        SearchColumn.People => "people",
        _ => "paths",
    };
}
