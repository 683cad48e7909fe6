using KernelTracker.Data.Hardware;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>Reads what a C source says of hardware.</summary>
internal sealed class CSourceReader
{
    // A declaration, call or definition that goes on for longer than this many words is none of those looked for.
    private const int LookAhead = 64;
    private const int MaxCall = 512;
    private const int MaxDefinition = 4096;

    private readonly CSource _source;
    private readonly string _path;
    private readonly TokenRange _tokens;
    private readonly MacroScope _macros;
    private readonly DeviceTableReader _tables;
    private readonly List<DeviceIdFact> _named = [];
    private readonly List<MachineFact> _machines = [];
    private readonly List<string> _descriptions = [];

    public CSourceReader(string path, string text, IHeaderMacros headers)
    {
        _path = path;
        _source = CSource.Read(text);
        _tokens = new TokenRange(_source.Tokens);
        _macros = new MacroScope(_source, headers);
        _tables = new DeviceTableReader(_source, _macros);
    }

    /// <summary>Reads the whole source, once.</summary>
    public SourceFacts Read()
    {
        var ids = new FactList();
        for (var i = 0; i < _tokens.Count;)
        {
            var before = _tables.Entries.Count;
            var next = At(i);
            for (var e = before; e < _tables.Entries.Count; e++)
                ids.Add(_tables.Entries[e], this);
            i = Math.Max(next, i + 1);
        }
        _macros.MoveToEnd();
        foreach (var macro in _source.Macros)
            MacroTable(macro, ids);
        foreach (var fact in _named)
            ids.Add(fact);
        var facts = new SourceFacts(ids.Facts, _machines, _descriptions, SourceTitle.Of(_source, _path));
        _source.Release();
        return facts;
    }

    private bool IsHeader => _path.EndsWith(".h", StringComparison.Ordinal);

    /// <summary>Looks at the word at an index; the index to go on from.</summary>
    private int At(int i)
    {
        var token = _tokens[i];
        if (token.Is('{') && IsHeader)
            return BareEntry(i);
        if (token.Kind != TokenKind.Identifier)
            return i + 1;
        switch (token.Span)
        {
            case "struct":
                return Structure(i);
            case "DEFINE_PCI_DEVICE_TABLE":
                return Table(i, DeviceTables.Layout("pci_device_id")!, i + 1, "");
            case "MODULE_DESCRIPTION":
                if (Text(i, 0) is { Length: > 0 } description)
                    _descriptions.Add(description);
                break;
            case "MACHINE_START" or "DT_MACHINE_START":
                Machine(Word(i, 0), Text(i, 1));
                break;
            case "MIPS_MACHINE":
                Machine(Word(i, 0), Text(i, 2));
                break;
            case "define_machine":
                return DefineMachine(i);
            case "mv_name" or "vector_name":
                Assigned(i);
                break;
            case "bfin_board_name":
                BoardName(i);
                break;
            case "get_system_type":
                return SystemType(i);
            case "of_device_is_compatible" or "of_machine_is_compatible" or "of_flat_dt_is_compatible":
                Compatible(Text(i, 1));
                break;
            case "of_find_compatible_node":
                Compatible(Text(i, 2));
                break;
            case "enum":
                return Enumeration(i);
            case "UNUSUAL_DEV" or "COMPLIANT_DEV" or "UNUSUAL_VENDOR_INTF" or "PEGASUS_DEV" or "PEGASUS_DEV_CLASS" when IsHeader:
                return FileScopeCall(i);
            default:
                if (token.Span.EndsWith("_DECLARE") && token.Span.Contains("OF", StringComparison.Ordinal) | token.Span.StartsWith("IRQCHIP"))
                    Compatible(Text(i, 1));
                break;
        }
        return i + 1;
    }

    /// <summary>Takes up the constants of "enum { A = 1, … }".</summary>
    private int Enumeration(int i)
    {
        var open = i + 1;
        if (open < _tokens.Count && _tokens[open].Kind == TokenKind.Identifier)
            open++;
        if (open >= _tokens.Count || !_tokens[open].Is('{'))
            return i + 1;
        var end = _tokens.Behind(open);
        foreach (var constant in _tokens.Slice(open + 1, Math.Max(0, end - open - 2)).Split())
        {
            if (constant.Count > 2 && constant[0].Kind == TokenKind.Identifier && constant[1].Is('='))
                _macros.Define(constant[0].ToString(), [.. constant.Slice(2, constant.Count - 2).All()]);
        }
        return end;
    }

    private int Structure(int i)
    {
        var name = i + 1;
        // "struct __initdata of_device_id table[]"
        while (name < _tokens.Count && _tokens[name].Kind == TokenKind.Identifier && _tokens[name].Span.StartsWith("__"))
            name++;
        if (name >= _tokens.Count || _tokens[name].Kind != TokenKind.Identifier || DeviceTables.Layout(_tokens[name].Span) is not { } layout)
            return i + 1;
        return Table(i, layout, name + 1, _tokens[name].ToString());
    }

    /// <summary>Reads "name[] __initdata = { … }" and the compound literal "(struct x []) { … }".</summary>
    private int Table(int start, DeviceTableLayout layout, int at, string structure)
    {
        var table = "";
        var isArray = structure.Length == 0;
        var end = Math.Min(_tokens.Count, at + LookAhead);
        for (var j = at; j < end; j++)
        {
            var token = _tokens[j];
            if (token.Is('['))
            {
                isArray = true;
                while (j < end && !_tokens[j].Is(']'))
                    j++;
            }
            else if (token.Kind == TokenKind.Identifier && table.Length == 0 && !token.Span.StartsWith("__") && !token.Is("const"))
            {
                table = token.ToString();
            }
            else if (token.Is('(') && (_tokens[j - 1].Span.StartsWith("__") || _tokens[j - 1].Is("DEFINE_PCI_DEVICE_TABLE")))
            {
                if (structure.Length == 0 && table.Length == 0 && j + 1 < end)
                    table = _tokens[j + 1].ToString();
                while (j + 1 < end && !_tokens[j].Is(')'))
                    j++;
            }
            else if ((token.Is('=') || token.Is(')')) && j + 1 < _tokens.Count && _tokens[j + 1].Is('{'))
            {
                return Body(layout, table, j + 1, isArray);
            }
            else if (token.Is(';') || token.Is(',') || token.Is('(') || token.Is('{') || token.Is('='))
            {
                break;
            }
        }
        return start + 1;
    }

    private int Body(DeviceTableLayout layout, string table, int open, bool isArray)
    {
        var end = _tokens.Behind(open);
        var last = _tokens[end - 1].Is('}') ? end - 1 : end;
        _macros.MoveTo(last);
        _tables.Read(layout, table, _tokens.Slice(open + 1, Math.Max(0, last - open - 1)), isArray);
        return end;
    }

    /// <summary>"{ USB_DEVICE(…), … }," in a header that is included in the middle of a table.</summary>
    private int BareEntry(int open)
    {
        if (open + 2 >= _tokens.Count || _tokens[open + 1].Kind != TokenKind.Identifier || !_tokens[open + 2].Is('('))
            return open + 1;
        var structure = _tokens[open + 1].Span.StartsWith("USB_") ? "usb_device_id" : _tokens[open + 1].Span.StartsWith("PCI_") ? "pci_device_id" : null;
        if (structure is null || _macros.FindNear(_tokens[open + 1]) is null)
            return open + 1;
        var end = _tokens.Behind(open);
        _macros.MoveTo(end);
        _tables.Read(DeviceTables.Layout(structure)!, "", _tokens.Slice(open, end - open), isArray: true);
        return end;
    }

    /// <summary>"UNUSUAL_DEV(…)" in such a header.</summary>
    private int FileScopeCall(int name)
    {
        if (Call.At(Window(name), 0) is not { } call)
            return name + 1;
        _macros.MoveTo(name);
        _tables.Read(DeviceTables.Layout("usb_device_id")!, "", _tokens.Slice(name, call.End), isArray: true);
        return name + call.End;
    }

    /// <summary>
    /// A macro of a header that stands for the entries of a table or for all of it: "#define radeon_PCI_IDS {0x1002, …}, …",
    /// "#define RT2870_USB_DEVICES { {USB_DEVICE(…)}, … }".
    /// </summary>
    private void MacroTable(Macro macro, FactList ids)
    {
        if (!IsHeader || macro.Parameters is not null || macro.Body.Count < 8 || !macro.Body[0].Is('{'))
            return;
        var body = new TokenRange(macro.Body);
        var isWhole = body[1].Is('{');
        var first = body[isWhole ? 2 : 1];
        var structure = first.Is("USB_DEVICE") ? "usb_device_id"
            : first.Is("PCI_DEVICE") || macro.Name.EndsWith("_PCI_IDS", StringComparison.Ordinal) ? "pci_device_id" : null;
        if (structure is null)
            return;
        var before = _tables.Entries.Count;
        _tables.Read(DeviceTables.Layout(structure)!, macro.Name, isWhole ? body.Slice(1, body.Behind(0) - 2) : body, isArray: true);
        for (var e = before; e < _tables.Entries.Count; e++)
            ids.Add(_tables.Entries[e], this);
    }

    private TokenRange Window(int i) => _tokens.Slice(i, Math.Min(MaxCall, _tokens.Count - i));

    private string? Text(int i, int argument)
    {
        if (Call.At(Window(i), 0) is not { } call || argument >= call.Arguments.Count)
            return null;
        _macros.MoveTo(i);
        return _macros.Literal(call.Arguments[argument])?.Trim();
    }

    private string? Word(int i, int argument) =>
        Call.At(Window(i), 0) is { } call && argument < call.Arguments.Count && call.Arguments[argument].Count > 0 ? call.Arguments[argument][0].ToString() : null;

    private void Machine(string? key, string? name)
    {
        if (!string.IsNullOrEmpty(key) && !string.IsNullOrEmpty(name))
            _machines.Add(new MachineFact(key, name, null));
    }

    private int DefineMachine(int i)
    {
        if (Call.At(Window(i), 0) is not { } call || Word(i, 0) is not { } key || DefinedBody(i + call.End) is not { } body)
            return i + 1;
        for (var j = 1; j + 3 < body.Count; j++)
        {
            if (body[j].Is('.') && body[j + 1].Is("name") && body[j + 2].Is('='))
            {
                Machine(key, Value(body, j + 3));
                break;
            }
        }
        return i + call.End + body.Count;
    }

    /// <summary>The words from an opening brace to the one that closes it; null when there is none.</summary>
    private TokenRange? DefinedBody(int open)
    {
        if (open >= _tokens.Count || !_tokens[open].Is('{'))
            return null;
        var body = _tokens.Slice(open, Math.Min(MaxDefinition, _tokens.Count - open));
        return body.Slice(0, body.Behind(0));
    }

    /// <summary>".mv_name = "Titan"".</summary>
    private void Assigned(int i)
    {
        if (i > 0 && _tokens[i - 1].Is('.') && i + 2 < _tokens.Count && _tokens[i + 1].Is('=') && Value(_tokens, i + 2) is { } name)
            Machine(name, name);
    }

    /// <summary>"const char bfin_board_name[] = "…"" and "char *bfin_board_name = "…"".</summary>
    private void BoardName(int i)
    {
        var at = i + 1;
        while (at < _tokens.Count && (_tokens[at].Is('[') || _tokens[at].Is(']')))
            at++;
        if (at + 1 < _tokens.Count && _tokens[at].Is('=') && Value(_tokens, at + 1) is { } name)
            Machine(name, name);
    }

    /// <summary>The texts that "const char *get_system_type(void) { … }" returns.</summary>
    private int SystemType(int i)
    {
        if (Call.At(Window(i), 0) is not { } call || DefinedBody(i + call.End) is not { } body)
            return i + 1;
        for (var j = 1; j + 1 < body.Count; j++)
        {
            if (body[j].Is("return") && body[j + 1].Kind == TokenKind.Literal && Value(body, j + 1) is { } name)
                Machine(name, name);
        }
        return i + call.End + body.Count;
    }

    private string? Value(TokenRange tokens, int at)
    {
        var end = at;
        while (end < tokens.Count && end < at + LookAhead && !tokens[end].Is(',') && !tokens[end].Is('}') && !tokens[end].Is(';'))
            end++;
        return _macros.Literal(tokens.Slice(at, end - at))?.Trim();
    }

    private void Compatible(string? name)
    {
        if (name is { Length: > 0 and <= 100 } && name.Contains(','))
            _named.Add(new DeviceIdFact(new DeviceMatch(DeviceBus.DeviceTree) { Name = name }, null, null, ""));
    }

    /// <summary>Facts, each id once.</summary>
    private sealed class FactList
    {
        private readonly Dictionary<(DeviceBus, string), int> _seen = [];

        public List<DeviceIdFact> Facts { get; } = [];

        public void Add(DeviceEntry entry, CSourceReader reader)
        {
            if (DeviceEntryMatch.Of(entry, reader._macros) is not { } match)
                return;
            Add(new DeviceIdFact(match, EntryNames.Label(entry, reader._macros) ?? new EntryLabels(reader._source).Of(entry), EntryNames.Constants(entry), entry.Table));
        }

        public void Add(DeviceIdFact fact)
        {
            var key = (fact.Match.Bus, fact.Match.Text);
            if (_seen.TryGetValue(key, out var index))
            {
                Facts[index] = Facts[index] with { Label = Facts[index].Label ?? fact.Label, Constants = Facts[index].Constants ?? fact.Constants };
                return;
            }
            _seen.Add(key, Facts.Count);
            Facts.Add(fact);
        }
    }
}
