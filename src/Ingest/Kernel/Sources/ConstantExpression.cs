namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>Computes constant expressions: numbers, macros, casts, the operators that id tables use.</summary>
internal ref struct ConstantExpression(MacroScope scope, TokenRange tokens, int depth)
{
    // Of a cast only that it is one matters: ids have 32 bits at most.
    private const int MaxBrackets = 32;

    private int _at;
    private int _brackets;

    /// <summary>The value; null when it is not one expression of known numbers.</summary>
    public long? Value() => Conditional() is { } value && _at == tokens.Count ? value : null;

    private static int Priority(Token sign) => sign.Kind != TokenKind.Punctuation
        ? 0
        : sign.Span switch { "|" => 1, "^" => 2, "&" => 3, "<<" or ">>" => 4, "+" or "-" => 5, "*" => 6, _ => 0 };

    private static long Apply(ReadOnlySpan<char> sign, long left, long right) => sign switch
    {
        "|" => left | right,
        "^" => left ^ right,
        "&" => left & right,
        "<<" => left << (int)(right & 63),
        ">>" => left >> (int)(right & 63),
        "+" => left + right,
        "-" => left - right,
        _ => left * right,
    };

    /// <summary>"a ? b : c", and "a ?: c" of GNU C.</summary>
    private long? Conditional()
    {
        if (Binary(0) is not { } condition)
            return null;
        if (_at >= tokens.Count || !tokens[_at].Is('?'))
            return condition;
        _at++;
        if (++_brackets > MaxBrackets)
            return null;
        var isShort = _at < tokens.Count && tokens[_at].Is(':');
        if ((isShort ? condition : Conditional()) is not { } chosen || _at >= tokens.Count || !tokens[_at].Is(':'))
            return null;
        _at++;
        return Conditional() is not { } other ? null : condition != 0 ? chosen : other;
    }

    private long? Binary(int above)
    {
        if (Unary() is not { } left)
            return null;
        while (_at < tokens.Count && Priority(tokens[_at]) is var priority && priority > above)
        {
            var sign = tokens[_at++];
            if (Binary(priority) is not { } right)
                return null;
            left = Apply(sign.Span, left, right);
        }
        return left;
    }

    private long? Unary()
    {
        var sign = ' ';
        var negations = 0;
        while (_at < tokens.Count && (tokens[_at].Is('~') || tokens[_at].Is('-') || tokens[_at].Is('+')))
        {
            sign = tokens[_at++].Span[0];
            if (++negations > 1)
                return null;
        }
        return Primary() is not { } value ? null : sign switch { '~' => ~value, '-' => -value, _ => value };
    }

    private long? Primary()
    {
        if (_at >= tokens.Count || !scope.Spend(1))
            return null;
        var token = tokens[_at];
        if (token.Is('('))
        {
            if (++_brackets > MaxBrackets)
                return null;
            _at++;
            if (SkipCast())
                return Unary();
            var value = Conditional();
            if (_at >= tokens.Count || !tokens[_at].Is(')'))
                return null;
            _at++;
            return value;
        }
        switch (token.Kind)
        {
            case TokenKind.Number:
                _at++;
                return CLiteral.Number(token.Span);
            case TokenKind.Character when token.Span is ['\'', not '\\', '\'']:
                _at++;
                return token.Span[1];
            case TokenKind.Identifier:
                return Named(token);
            default:
                return null;
        }
    }

    private long? Named(Token name)
    {
        if (scope.Find(name) is not { } macro)
            return null;
        if (macro.Parameters is null)
        {
            _at++;
            return scope.Number(new TokenRange(macro.Body), depth + 1);
        }
        if (Call.At(tokens, _at) is not { } call)
            return null;
        _at = call.End;
        return scope.Number(new TokenRange(scope.Expand(macro, call.Arguments)), depth + 1);
    }

    /// <summary>Passes the rest of "(type)" when the brackets hold names of types only and a value follows.</summary>
    private bool SkipCast()
    {
        var i = _at;
        while (i < tokens.Count && ((tokens[i].Kind == TokenKind.Identifier && IsType(tokens[i])) || (i > _at && tokens[i].Is('*'))))
            i++;
        if (i == _at || i >= tokens.Count || !tokens[i].Is(')'))
            return false;
        _at = i + 1;
        return true;
    }

    private static bool IsType(Token name) => name.Span is "unsigned" or "signed" or "int" or "long" or "short" or "char" or "void" or "const"
        or "u8" or "u16" or "u32" or "u64" or "__u8" or "__u16" or "__u32" or "__u64" or "ulong" or "uint" or "kernel_ulong_t"
        or "uint8_t" or "uint16_t" or "uint32_t" or "__le16" or "__le32";
}
