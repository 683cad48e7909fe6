namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>Some words in a row.</summary>
internal readonly struct TokenRange
{
    private readonly List<Token> _tokens;
    private readonly int _start;

    /// <summary>All of a list.</summary>
    public TokenRange(List<Token> tokens) : this(tokens, 0, tokens.Count)
    {
    }

    /// <summary>Part of a list.</summary>
    public TokenRange(List<Token> tokens, int start, int end)
    {
        _tokens = tokens;
        _start = start;
        Count = Math.Max(0, end - start);
    }

    /// <summary>No word.</summary>
    public static TokenRange Empty { get; } = new([]);

    /// <summary>Number of words.</summary>
    public int Count { get; }

    /// <summary>A word.</summary>
    public Token this[int i] => _tokens[_start + i];

    /// <summary>Some of the words.</summary>
    public TokenRange Slice(int start, int length) => new(_tokens, _start + start, _start + start + length);

    /// <summary>The words one by one.</summary>
    public IEnumerable<Token> All()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    /// <summary>The words without spaces between them.</summary>
    public string Text() => Count == 1 ? this[0].ToString() : string.Concat(All().Select(t => t.ToString()));

    /// <summary>The index behind the bracket that closes the one at <paramref name="open"/>; the count when none does.</summary>
    public int Behind(int open)
    {
        var depth = 0;
        for (var i = open; i < Count; i++)
        {
            depth += Nesting(this[i]);
            if (depth == 0)
                return i + 1;
        }
        return Count;
    }

    /// <summary>The parts between commas outside brackets; a last empty one is left out.</summary>
    public List<TokenRange> Split()
    {
        var parts = new List<TokenRange>();
        int start = 0, depth = 0;
        for (var i = 0; i < Count; i++)
        {
            depth += Nesting(this[i]);
            if (depth > 0 || !this[i].Is(','))
                continue;
            parts.Add(Slice(start, i - start));
            start = i + 1;
        }
        if (start < Count)
            parts.Add(Slice(start, Count - start));
        return parts;
    }

    private static int Nesting(Token token) =>
        token.Is('(') || token.Is('{') || token.Is('[') ? 1 : token.Is(')') || token.Is('}') || token.Is(']') ? -1 : 0;
}

/// <summary>A name with arguments in brackets.</summary>
/// <param name="Arguments">The arguments.</param>
/// <param name="End">Index behind the closing bracket.</param>
internal readonly record struct Call(IReadOnlyList<TokenRange> Arguments, int End)
{
    /// <summary>The call whose name stands at an index; null when no bracket follows it.</summary>
    public static Call? At(TokenRange tokens, int name)
    {
        if (name + 1 >= tokens.Count || !tokens[name + 1].Is('('))
            return null;
        var end = tokens.Behind(name + 1);
        var last = tokens[end - 1].Is(')') ? end - 1 : end;
        return new Call(tokens.Slice(name + 2, last - name - 2).Split(), end);
    }
}
