namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>Splits a C source into words; one pass from front to back.</summary>
/// <param name="text">The source.</param>
/// <param name="tokens">Takes its words.</param>
internal sealed class CLexer(string text, List<Token> tokens)
{
    private readonly List<Comment> _comments = [];
    private readonly List<Macro> _macros = [];
    private readonly List<Include> _includes = [];
    private readonly Stack<int> _branches = [];
    private int _braces;
    private int _at;

    /// <summary>Reads the whole source.</summary>
    public CSource Read()
    {
        var lineStart = true;
        while (_at < text.Length)
        {
            var c = text[_at];
            if (c == '\n')
            {
                lineStart = true;
                _at++;
            }
            else if (c == '#' && lineStart)
            {
                Directive();
            }
            else if (!Blank(c))
            {
                lineStart = false;
                _braces += c == '{' ? 1 : c == '}' ? -1 : 0;
                Word(tokens);
            }
        }
        return new CSource(text, tokens, _comments, _macros, _includes);
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    /// <summary>Passes a blank, comment or line continuation; false when there is something else.</summary>
    private bool Blank(char c)
    {
        if (c is ' ' or '\t' or '\r' or '\f' or '\v' or '\0')
        {
            _at++;
            return true;
        }
        if (c == '\\' && Continuation(_at) is var length and > 0)
        {
            _at += length;
            return true;
        }
        if (c != '/' || _at + 1 >= text.Length)
            return false;
        int end;
        if (text[_at + 1] == '*')
        {
            end = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end + 2;
        }
        else if (text[_at + 1] == '/')
        {
            end = text.IndexOf('\n', _at);
            end = end < 0 ? text.Length : end;
        }
        else
        {
            return false;
        }
        _comments.Add(new Comment(_at, end));
        _at = end;
        return true;
    }

    private int Continuation(int at)
    {
        if (at + 1 < text.Length && text[at + 1] == '\n')
            return 2;
        return at + 2 < text.Length && text[at + 1] == '\r' && text[at + 2] == '\n' ? 3 : 0;
    }

    private void Word(List<Token> into)
    {
        var start = _at;
        var c = text[_at];
        TokenKind kind;
        if (IsNameStart(c))
        {
            kind = TokenKind.Identifier;
            while (_at < text.Length && IsNamePart(text[_at]))
                _at++;
        }
        else if (char.IsAsciiDigit(c))
        {
            kind = TokenKind.Number;
            while (_at < text.Length && (IsNamePart(text[_at]) || text[_at] == '.'))
                _at++;
        }
        else if (c is '"' or '\'')
        {
            kind = c == '"' ? TokenKind.Literal : TokenKind.Character;
            Quoted(c);
        }
        else
        {
            kind = TokenKind.Punctuation;
            var isPair = _at + 1 < text.Length && text[_at + 1] == c && c is '#' or '<' or '>';
            _at += isPair && _at + 1 < text.Length && text[_at + 1] == c ? 2 : 1;
        }
        into.Add(new Token(text, start, _at - start, kind));
    }

    /// <summary>Passes a literal; one without an end ends with its line.</summary>
    private void Quoted(char quote)
    {
        _at++;
        while (_at < text.Length && text[_at] != quote && text[_at] != '\n')
        {
            if (text[_at] == '\\')
                _at += Math.Max(1, Continuation(_at) - 1);
            _at++;
        }
        _at = Math.Min(_at, text.Length);
        if (_at < text.Length && text[_at] == quote)
            _at++;
    }

    private void Directive()
    {
        _at++;
        var words = new List<Token>();
        var start = _at;
        SkipBlanks();
        var nameStart = _at;
        while (_at < text.Length && IsNamePart(text[_at]))
            _at++;
        switch (text.AsSpan(nameStart, _at - nameStart))
        {
            case "define":
                RestOfLine(words);
                Define(words);
                break;
            case "include":
                SkipBlanks();
                IncludeLine();
                break;
            case "if":
                RestOfLine(words);
                _branches.Push(_braces);
                if (words is [{ Kind: TokenKind.Number } only] && only.Span is "0")
                    SkipBranch();
                break;
            case "ifdef" or "ifndef":
                SkipLine();
                _branches.Push(_braces);
                break;
            case "else" or "elif":
                // Both branches begin or end the same block: one of them will do.
                if (_branches.TryPeek(out var braces) && braces != _braces)
                    SkipBranch();
                else
                    SkipLine();
                break;
            case "endif":
                SkipLine();
                _branches.TryPop(out _);
                break;
            case "error" or "warning":
                // Prose, where an apostrophe is no quote.
                SkipLine();
                break;
            default:
                _at = start;
                RestOfLine(words);
                break;
        }
    }

    private void SkipBlanks()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t')
            _at++;
    }

    private void RestOfLine(List<Token> words)
    {
        while (_at < text.Length && text[_at] != '\n')
        {
            if (!Blank(text[_at]))
                Word(words);
        }
    }

    private void SkipLine()
    {
        var end = text.IndexOf('\n', _at);
        _at = end < 0 ? text.Length : end;
    }

    private void IncludeLine()
    {
        var end = text.IndexOf('\n', _at);
        end = end < 0 ? text.Length : end;
        var rest = text.AsSpan(_at, end - _at);
        if (rest.Length > 2 && rest[0] is '"' or '<')
        {
            var close = rest[1..].IndexOf(rest[0] == '"' ? '"' : '>');
            if (close > 0)
                _includes.Add(new Include(rest.Slice(1, close).ToString(), rest[0] == '"'));
        }
        var words = new List<Token>();
        RestOfLine(words);
    }

    private void Define(List<Token> words)
    {
        if (words.Count == 0 || words[0].Kind != TokenKind.Identifier)
            return;
        var name = words[0].ToString();
        // Only a bracket right behind the name makes a macro with parameters.
        if (words.Count < 2 || !words[1].Is('(') || words[1].Start != words[0].End)
        {
            _macros.Add(new Macro(name, null, words[1..], tokens.Count));
            return;
        }
        var parameters = new List<string>();
        var i = 2;
        for (; i < words.Count && !words[i].Is(')'); i++)
        {
            if (words[i].Kind == TokenKind.Identifier)
                parameters.Add(words[i].ToString());
            else if (words[i].Is('.') && (parameters.Count == 0 || parameters[^1] != "__VA_ARGS__"))
                parameters.Add("__VA_ARGS__");
        }
        if (i < words.Count)
            _macros.Add(new Macro(name, parameters, words[(i + 1)..], tokens.Count));
    }

    /// <summary>Passes what stands under "#if 0", up to its "#else" or "#endif".</summary>
    private void SkipBranch()
    {
        var depth = 0;
        while (_at < text.Length)
        {
            SkipLine();
            _at = Math.Min(_at + 1, text.Length);
            SkipBlanks();
            if (_at >= text.Length || text[_at] != '#')
                continue;
            _at++;
            SkipBlanks();
            var rest = text.AsSpan(_at);
            if (rest.StartsWith("if"))
            {
                depth++;
            }
            else if (rest.StartsWith("endif") || (depth == 0 && rest.StartsWith("el")))
            {
                if (depth == 0)
                {
                    if (rest.StartsWith("endif"))
                        _branches.TryPop(out _);
                    SkipLine();
                    return;
                }
                depth--;
            }
        }
    }
}
