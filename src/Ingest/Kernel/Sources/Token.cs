namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>What kind of word of a C source a token is.</summary>
internal enum TokenKind : byte
{
    /// <summary>A name or keyword.</summary>
    Identifier,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A string literal with its quotes.</summary>
    Literal,

    /// <summary>A character constant with its quotes.</summary>
    Character,

    /// <summary>An operator or bracket; only "##", "&lt;&lt;" and "&gt;&gt;" have more than one character.</summary>
    Punctuation,
}

/// <summary>A word of a C source; it is not copied out of its text.</summary>
internal readonly struct Token(string source, int start, int length, TokenKind kind)
{
    /// <summary>Where it starts in its source.</summary>
    public int Start => start;

    /// <summary>Where it ends in its source.</summary>
    public int End => start + length;

    /// <summary>What it is.</summary>
    public TokenKind Kind => kind;

    /// <summary>Its characters.</summary>
    public ReadOnlySpan<char> Span => source.AsSpan(start, length);

    /// <summary>Whether it is in the text given, not in that of a header or macro.</summary>
    public bool IsIn(string text) => ReferenceEquals(source, text);

    /// <summary>Whether it is this operator or bracket.</summary>
    public bool Is(char sign) => kind == TokenKind.Punctuation && length == 1 && source[start] == sign;

    /// <summary>Whether it is this name.</summary>
    public bool Is(string name) => kind == TokenKind.Identifier && Span.SequenceEqual(name);

    /// <inheritdoc />
    public override string ToString() => source.Substring(start, length);
}
