namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>Reads the initialisers of id tables into entries.</summary>
internal sealed class DeviceTableReader(CSource source, MacroScope macros)
{
    private const int MaxDepth = 8;

    private readonly List<DeviceEntry> _entries = [];

    /// <summary>The entries read so far, in order.</summary>
    public IReadOnlyList<DeviceEntry> Entries => _entries;

    /// <summary>Reads what stands between the braces of an array or of a single structure.</summary>
    public void Read(DeviceTableLayout layout, string table, TokenRange body, bool isArray)
    {
        var place = new Place(layout, table, 0, 0);
        if (!isArray)
            Entry(place, body);
        else
            Elements(place, body, 0);
    }

    /// <summary>The elements of an array: entries in braces, macros that stand for some, or plain values.</summary>
    private void Elements(Place place, TokenRange body, int depth)
    {
        var loose = new List<Token>();
        var looseAt = place;
        foreach (var part in body.Split())
        {
            var element = WithoutIndex(part);
            if (element.Count == 0 || !macros.Spend(element.Count))
                continue;
            var here = At(place, element);
            if (element[0].Is('{'))
            {
                Entry(here, Inside(element, 0));
            }
            else if (depth < MaxDepth && Expanded(element) is { } expanded && Opens(expanded))
            {
                // A macro may stand for one entry or for many.
                Elements(here with { IsFixed = true }, new TokenRange(expanded), depth + 1);
            }
            else
            {
                if (loose.Count == 0)
                    looseAt = here;
                looseAt = looseAt with { End = here.End };
                for (var i = 0; i < element.Count; i++)
                    loose.Add(element[i]);
                loose.Add(Comma);
            }
        }
        if (loose.Count > 0)
            Loose(looseAt, new TokenRange(loose));
    }

    private static Token Comma { get; } = new(",", 0, 1, TokenKind.Punctuation);

    /// <summary>Values without braces around the entries.</summary>
    private void Loose(Place place, TokenRange values)
    {
        var parts = values.Split();
        var size = place.Layout.Fields.Count;
        if (parts.Count <= size || (parts[0].Count > 0 && parts[0][0].Is('.')) || Expanded(parts[0]) is not null)
        {
            Entry(place, values);
            return;
        }
        for (var i = 0; i < parts.Count; i += size)
        {
            var entry = new DeviceEntry(place.Layout, place.Table, Position(parts[i], place.Start), Position(parts[i], place.End));
            for (var f = 0; f < size && i + f < parts.Count; f++)
                entry.Set(place.Layout.Fields[f], parts[i + f]);
            _entries.Add(entry);
        }
    }

    private int Position(TokenRange part, int otherwise) => part.Count > 0 && part[0].IsIn(source.Text) ? part[0].Start : otherwise;

    private void Entry(Place place, TokenRange body)
    {
        var entry = new DeviceEntry(place.Layout, place.Table, place.Start, place.End);
        var next = 0;
        Fields(entry, body, ref next, 0);
        if (!entry.IsEmpty)
            _entries.Add(entry);
    }

    private void Fields(DeviceEntry entry, TokenRange body, ref int next, int depth)
    {
        foreach (var part in body.Split())
        {
            if (part.Count == 0 || !macros.Spend(part.Count))
                continue;
            var (field, value) = Designated(part);
            if (field is not null)
            {
                entry.Set(field, value);
                next = IndexOf(entry.Layout.Fields, field) + 1;
            }
            else if (depth < MaxDepth && Expanded(part) is { } expanded && Opens(expanded))
            {
                // An entry in braces by a macro within braces is that entry.
                var inner = new TokenRange(expanded);
                Fields(entry, inner.Count > 0 && inner[0].Is('{') ? Inside(inner, 0) : inner, ref next, depth + 1);
            }
            else if (part[0].Is('{') && next == 0 && depth < MaxDepth)
            {
                Fields(entry, Inside(part, 0), ref next, depth + 1);
            }
            else
            {
                if (next >= 0 && next < entry.Layout.Fields.Count)
                    entry.Set(entry.Layout.Fields[next], part);
                next++;
            }
        }
    }

    /// <summary>Whether an expansion holds fields or entries rather than one value.</summary>
    private bool Opens(List<Token> tokens)
    {
        if (tokens.Count == 0)
            return true;
        if (tokens[0].Is('.') || tokens[0].Is('{'))
            return true;
        var range = new TokenRange(tokens);
        var parts = range.Split();
        return parts.Count > 1 || (tokens[0].Kind == TokenKind.Identifier && Expanded(range) is { } further && !ReferenceEquals(further, tokens) && OpensFlat(further));
    }

    private static bool OpensFlat(List<Token> tokens) =>
        tokens.Count == 0 || tokens[0].Is('.') || tokens[0].Is('{') || new TokenRange(tokens).Split().Count > 1;

    /// <summary>What a macro that is the whole of a part stands for; null when it is none.</summary>
    private List<Token>? Expanded(TokenRange part)
    {
        if (part.Count == 0 || part[0].Kind != TokenKind.Identifier || macros.FindNear(part[0]) is null && part.Count == 1)
            return null;
        var call = Call.At(part, 0);
        if (macros.Find(part[0], call?.Arguments.Count) is not { } macro)
            return null;
        if (macro.Parameters is null)
        {
            if (part.Count == 1)
                return [.. macro.Body];
            // "#define COMPLIANT_DEV UNUSUAL_DEV": another name for a macro with parameters.
            if (macro.Body is [{ Kind: TokenKind.Identifier } other] && part[1].Is('('))
            {
                var renamed = new List<Token>(part.Count) { other };
                for (var i = 1; i < part.Count; i++)
                    renamed.Add(part[i]);
                return macros.Find(other) is { Parameters: not null } ? renamed : null;
            }
            return null;
        }
        return call is { } found && found.End == part.Count ? macros.Expand(macro, found.Arguments) : null;
    }

    private static (string? Field, TokenRange Value) Designated(TokenRange part)
    {
        if (part.Count > 3 && part[0].Is('.') && part[1].Kind == TokenKind.Identifier)
        {
            // ".prod_id = …", ".id.vendor = …", ".devs[0] = …"
            var at = 2;
            var name = part[1];
            while (at < part.Count && !part[at].Is('='))
            {
                if (part[at].Kind == TokenKind.Identifier)
                    name = part[at];
                at++;
            }
            return at < part.Count ? (name.ToString(), part.Slice(at + 1, part.Count - at - 1)) : (null, part);
        }
        // GNU C's old form, "vendor: 0x8086".
        return part.Count > 2 && part[0].Kind == TokenKind.Identifier && part[1].Is(':')
            ? (part[0].ToString(), part.Slice(2, part.Count - 2))
            : (null, part);
    }

    private static int IndexOf(IReadOnlyList<string> fields, string field)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i] == field)
                return i;
        }
        return int.MaxValue - 64;
    }

    private static TokenRange WithoutIndex(TokenRange part)
    {
        if (part.Count == 0 || !part[0].Is('['))
            return part;
        var at = part.Behind(0);
        if (at < part.Count && part[at].Is('='))
            at++;
        return part.Slice(at, part.Count - at);
    }

    private static TokenRange Inside(TokenRange tokens, int open)
    {
        var end = tokens.Behind(open);
        var last = tokens[end - 1].Is('}') ? end - 1 : end;
        return tokens.Slice(open + 1, Math.Max(0, last - open - 1));
    }

    private Place At(Place place, TokenRange element) => place.IsFixed || !element[0].IsIn(source.Text)
        ? place
        : place with { Start = element[0].Start, End = element[element.Count - 1].IsIn(source.Text) ? element[element.Count - 1].End : element[0].End };

    private readonly record struct Place(DeviceTableLayout Layout, string Table, int Start, int End, bool IsFixed = false);
}
