using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel;

/// <summary>Reads one Kconfig file, line by line.</summary>
internal sealed class KconfigReader(string text)
{
    private readonly List<KconfigEntry> _entries = [];
    private readonly List<KconfigSource> _sources = [];
    private readonly KconfigBlocks _blocks = new();
    private readonly Dictionary<string, string> _menuConfigs = [];
    // What stores or shows text takes no NUL.
    private KconfigLines _lines = new(text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\uFFFD') : text);

    /// <summary>The symbol that is being read; null outside of one.</summary>
    private Draft? _draft;

    /// <summary>The menuconfig above, whose dependants are shown below it; null when something else came in between.</summary>
    private (string Symbol, string Prompt)? _leader;

    /// <summary>Reads all of it.</summary>
    public KconfigFile Read()
    {
        while (_lines.Read(out var line))
        {
            if (line.IsEmpty || line[0] == '#')
                continue;
            var keyword = KconfigWord.Split(line, out var rest);
            Read(keyword, rest);
        }
        Close();
        return new KconfigFile(_entries, _sources);
    }

    private void Read(ReadOnlySpan<char> keyword, ReadOnlySpan<char> rest)
    {
        switch (keyword)
        {
            case "config" or "menuconfig":
                Close();
                var name = KconfigWord.Symbol(rest);
                if (name.Length > 0)
                    _draft = new Draft(name, keyword is "menuconfig", _lines.Number);
                break;
            case "menu":
                Open(KconfigBlock.Menu, KconfigWord.Unquote(rest), null);
                break;
            case "choice":
                Open(KconfigBlock.Choice, null, null);
                break;
            case "if":
                OpenIf(KconfigWord.WithoutComment(rest));
                break;
            case "endmenu":
                End(KconfigBlock.Menu);
                break;
            case "endchoice":
                End(KconfigBlock.Choice);
                break;
            case "endif":
                End(KconfigBlock.If);
                break;
            case "source" or "osource":
                Include(rest, isRelative: false);
                break;
            case "rsource" or "orsource":
                Include(rest, isRelative: true);
                break;
            case "comment":
                Close();
                _blocks.OpenComment();
                break;
            case "mainmenu":
                Close();
                break;
            case "help" or "---help---":
                ReadHelp();
                break;
            default:
                ReadAttribute(keyword, rest);
                break;
        }
    }

    private void ReadAttribute(ReadOnlySpan<char> keyword, ReadOnlySpan<char> rest)
    {
        switch (keyword)
        {
            case "depends" or "requires":
                DependsOn(KconfigWord.Split(rest, out var condition) is "on" ? condition : rest);
                break;
            case "prompt":
                Prompt(rest);
                break;
            case "select" or "enable":
                _draft?.Selects.Add(KconfigWord.WithoutComment(rest));
                break;
            case "default":
                Default(rest);
                break;
            case "def_bool" or "def_tristate":
                SetType(keyword is "def_bool" ? KconfigType.Bool : KconfigType.Tristate);
                Default(rest);
                break;
            default:
                if (TypeOf(keyword) is { } type)
                {
                    SetType(type);
                    Prompt(rest);
                }
                break;
        }
    }

    private static KconfigType? TypeOf(ReadOnlySpan<char> keyword) => keyword switch
    {
        "bool" or "boolean" => KconfigType.Bool,
        "tristate" => KconfigType.Tristate,
        "string" => KconfigType.Text,
        "hex" => KconfigType.Hex,
        "int" => KconfigType.Number,
        _ => null,
    };

    private void SetType(KconfigType type)
    {
        if (_draft is { Type: KconfigType.Unknown } draft)
            draft.Type = type;
    }

    private void Prompt(ReadOnlySpan<char> rest)
    {
        var prompt = KconfigWord.Unquote(rest);
        if (prompt.Length == 0)
            return;
        if (_draft is { } draft)
            draft.Prompt ??= prompt;
        else
            _blocks.SetChoiceTitle(prompt);
    }

    /// <summary>That of a choice, which names one of its symbols, is no default of a symbol.</summary>
    private void Default(ReadOnlySpan<char> rest)
    {
        var value = KconfigWord.WithoutComment(rest);
        if (value.Length > 0)
            _draft?.Defaults.Add(value);
    }

    private void DependsOn(ReadOnlySpan<char> rest)
    {
        var condition = KconfigWord.WithoutComment(rest);
        if (condition.Length == 0)
            return;
        if (_draft is { } draft)
            draft.DependsOn.Add(condition);
        else
            _blocks.AddCondition(condition);
    }

    private void ReadHelp()
    {
        var help = _lines.ReadHelp();
        if (_draft is { } draft)
            draft.Help = help;
    }

    private void Open(KconfigBlock kind, string? title, string? condition)
    {
        Close();
        _leader = null;
        _blocks.Open(kind, title, condition);
    }

    /// <summary>Configuration programs show what is in "if X" below the menuconfig X.</summary>
    private void OpenIf(string condition)
    {
        Close();
        var title = _menuConfigs.GetValueOrDefault(condition);
        _leader = null;
        _blocks.Open(KconfigBlock.If, title, condition.Length == 0 ? null : condition);
    }

    private void End(KconfigBlock kind)
    {
        Close();
        _leader = null;
        _blocks.End(kind);
    }

    private void Include(ReadOnlySpan<char> rest, bool isRelative)
    {
        Close();
        var path = KconfigWord.Unquote(rest);
        if (path.Length > 0)
            _sources.Add(new KconfigSource(path, isRelative, _blocks.Titles, _blocks.Conditions));
    }

    private void Close()
    {
        _blocks.CloseHead();
        if (_draft is not { } draft)
            return;
        _draft = null;
        if (_leader is { } leader && !draft.DependsOn.Exists(c => KconfigWord.Demands(c, leader.Symbol)))
            _leader = null;
        IReadOnlyList<string> menu = _leader is { } above ? [.. _blocks.Titles, above.Prompt] : _blocks.Titles;
        _entries.Add(new KconfigEntry(
            draft.Symbol, draft.Type, draft.Prompt, draft.Help, menu, draft.DependsOn, _blocks.Conditions, draft.Selects, draft.Defaults,
            draft.IsMenuConfig, _blocks.IsInChoice, draft.Line));
        if (draft is { IsMenuConfig: true, Prompt: { } prompt })
        {
            var title = KconfigBlocks.Title(prompt);
            _menuConfigs[draft.Symbol] = title;
            _leader = (draft.Symbol, title);
        }
    }

    private sealed class Draft(string symbol, bool isMenuConfig, int line)
    {
        public string Symbol { get; } = symbol;
        public bool IsMenuConfig { get; } = isMenuConfig;
        public int Line { get; } = line;
        public KconfigType Type { get; set; }
        public string? Prompt { get; set; }
        public string Help { get; set; } = "";
        public List<string> DependsOn { get; } = [];
        public List<string> Selects { get; } = [];
        public List<string> Defaults { get; } = [];
    }
}
