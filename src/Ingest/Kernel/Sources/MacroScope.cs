using System.Text;

namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>
/// The macros that hold at a place of a source: its own, the well-known ones of id tables, those of its headers. All work
/// of expanding and computing is counted, so that no source can make it explode.
/// </summary>
internal sealed class MacroScope(CSource source, IHeaderMacros headers)
{
    private const int MaxDepth = 16;

    private readonly Dictionary<string, Macro> _own = [];
    private int _next;
    private long _budget = 200_000 + (8L * source.Tokens.Count);

    /// <summary>Takes up the definitions before a token; places must come in order.</summary>
    public void MoveTo(int token)
    {
        for (; _next < source.Macros.Count && source.Macros[_next].Position <= token; _next++)
            _own[source.Macros[_next].Name] = source.Macros[_next];
    }

    /// <summary>Takes up a constant of an enumeration.</summary>
    public void Define(string name, List<Token> value) => _own.TryAdd(name, new Macro(name, null, value, 0));

    /// <summary>Takes up all definitions.</summary>
    public void MoveToEnd() => MoveTo(int.MaxValue);

    /// <summary>The macro of that name; null when there is none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="arguments">Number of arguments, when the name is called: some drivers have a macro of their own named like a well-known one.</param>
    public Macro? Find(Token name, int? arguments = null)
    {
        var text = name.ToString();
        if (_own.TryGetValue(text, out var own))
            return own;
        var known = DeviceTables.Macro(text);
        return known is not null && Fits(known, arguments) ? known : headers.Find(text, source.Includes) ?? known;
    }

    /// <summary>The macro of that name of the source itself or of the well-known ones, not one that only a header has.</summary>
    public Macro? FindNear(Token name)
    {
        var text = name.ToString();
        return _own.GetValueOrDefault(text) ?? DeviceTables.Macro(text);
    }

    /// <summary>The body of a macro with the arguments put in their places.</summary>
    public List<Token> Expand(Macro macro, IReadOnlyList<TokenRange> arguments)
    {
        var result = new List<Token>(macro.Body.Count);
        var body = macro.Body;
        for (var i = 0; i < body.Count && Spend(1); i++)
        {
            if (IsPaste(body, i + 1) && i + 2 < body.Count)
            {
                var pasted = Argument(macro, arguments, body[i]).Text() + Argument(macro, arguments, body[i + 2]).Text();
                for (i += 2; IsPaste(body, i + 1) && i + 2 < body.Count; i += 2)
                    pasted += Argument(macro, arguments, body[i + 2]).Text();
                if (!Spend(pasted.Length))
                    break;
                var made = CSource.Read(pasted);
                result.AddRange(made.Tokens);
                made.Release();
                continue;
            }
            if (body[i].Is('#') && i + 1 < body.Count)
            {
                var text = $"\"{Argument(macro, arguments, body[++i]).Text().Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
                // What is made a string again and again doubles each time.
                if (!Spend(text.Length))
                    break;
                result.Add(new Token(text, 0, text.Length, TokenKind.Literal));
                continue;
            }
            if (Parameter(macro, body[i]) is not { } parameter)
            {
                if (!Spend(1))
                    break;
                result.Add(body[i]);
                continue;
            }
            var put = parameter < arguments.Count ? arguments[parameter] : TokenRange.Empty;
            if (!Spend(put.Count))
                break;
            for (var j = 0; j < put.Count; j++)
                result.Add(put[j]);
        }
        return result;
    }

    /// <summary>
    /// The value of a constant expression as 64 bits; null when a name is unknown or it is no expression of numbers.
    /// </summary>
    public long? Number(TokenRange expression) => new ConstantExpression(this, expression, 0).Value();

    /// <summary>The same, within another expression.</summary>
    internal long? Number(TokenRange expression, int depth) =>
        depth > MaxDepth || !Spend(1) ? null : new ConstantExpression(this, expression, depth).Value();

    /// <summary>The text of string literals and of macros that stand for them; null when there is anything else.</summary>
    public string? Literal(TokenRange expression) => Literal(expression, 0);

    private string? Literal(TokenRange expression, int depth)
    {
        var result = new StringBuilder();
        return Literal(expression, depth, result) ? result.ToString() : null;
    }

    private bool Literal(TokenRange expression, int depth, StringBuilder result)
    {
        var any = false;
        for (var i = 0; i < expression.Count; i++)
        {
            var token = expression[i];
            if (token.Kind == TokenKind.Literal)
            {
                if (!Spend(token.Span.Length))
                    return false;
                result.Append(CLiteral.Decode(token.Span));
                any = true;
            }
            else if (token.Kind == TokenKind.Identifier && depth < MaxDepth && Spend(1) && Find(token) is { } macro)
            {
                var body = macro.Body;
                if (macro.Parameters is not null)
                {
                    var call = Call.At(expression, i);
                    if (call is null)
                        return false;
                    body = Expand(macro, call.Value.Arguments);
                    i = call.Value.End - 1;
                }
                if (!Literal(new TokenRange(body), depth + 1, result))
                    return false;
                any = true;
            }
            else if (!token.Is('(') && !token.Is(')'))
            {
                return false;
            }
        }
        return any;
    }

    /// <summary>Counts work; false when there was too much of it.</summary>
    public bool Spend(int work) => (_budget -= work) > 0;

    private static bool Fits(Macro macro, int? arguments) =>
        arguments is null || macro.Parameters is not { } parameters || parameters.Count == arguments || parameters.Contains("__VA_ARGS__");

    private static bool IsPaste(List<Token> body, int i) => i < body.Count && body[i].Kind == TokenKind.Punctuation && body[i].Span is "##";

    private static TokenRange Argument(Macro macro, IReadOnlyList<TokenRange> arguments, Token token) =>
        Parameter(macro, token) is not { } p ? new TokenRange([token]) : p < arguments.Count ? arguments[p] : TokenRange.Empty;

    /// <summary>Which parameter a word of the body stands for; null when none.</summary>
    private static int? Parameter(Macro macro, Token token)
    {
        if (token.Kind == TokenKind.Identifier && macro.Parameters is { } parameters)
        {
            for (var p = 0; p < parameters.Count; p++)
            {
                if (token.Is(parameters[p]))
                    return p;
            }
        }
        return null;
    }
}
