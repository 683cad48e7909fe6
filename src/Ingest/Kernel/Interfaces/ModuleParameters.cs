using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>Gathers the parameters of a module: module_param and its forms, MODULE_PARM of old, with their descriptions.</summary>
/// <param name="path">The source file; its name stands for the module's, which only makefiles know, unless it says otherwise.</param>
internal sealed class ModuleParameters(string path)
{
    private readonly List<(string Name, string Type)> _parameters = [];
    private readonly Dictionary<string, string> _descriptions = new(StringComparer.Ordinal);
    private string? _prefix;

    /// <summary>Reads one call of a macro whose name has "module_param" or "MODULE_PARM".</summary>
    public void Read(string text, CodeWord word)
    {
        var macro = text.AsSpan(word.Start, word.End - word.Start);
        if (macro.SequenceEqual("MODULE_PARAM_PREFIX"))
        {
            if (word.InDirective)
                ReadPrefix(text, word.End);
            return;
        }
        if (word.InDirective || CodeCall.Arguments(text, word.End) is not { Count: > 0 } arguments)
            return;
        if (macro.SequenceEqual("MODULE_PARM_DESC"))
        {
            if (arguments.Count > 1 && CodeCall.Literal(arguments[1]) is { } description)
                _descriptions.TryAdd(Bare(arguments[0]), OneLine.Sentence(description));
        }
        else if (macro.SequenceEqual("MODULE_PARM"))
        {
            Add(Bare(arguments[0]), "");
        }
        else if (macro.StartsWith("module_param"))
        {
            // The type stands second, or third where the variable has another name than the parameter.
            var isNamed = macro.Contains("_named", StringComparison.Ordinal);
            var hasType = !macro.Contains("_call", StringComparison.Ordinal) && !macro.Contains("_cb", StringComparison.Ordinal) && !macro.Contains("_string", StringComparison.Ordinal);
            var at = isNamed ? 2 : 1;
            Add(Bare(arguments[0]), hasType && arguments.Count > at ? arguments[at] : "");
        }
    }

    /// <summary>Adds what was gathered.</summary>
    public void AddTo(FactSet facts)
    {
        foreach (var (name, type) in _parameters)
            facts.Add(InterfaceKind.ModuleParameter, $"{_prefix ?? ModuleOf(path) + "."}{name}", _descriptions.GetValueOrDefault(name) ?? type);
    }

    /// <summary>A parameter of a source under the name of the module that the source becomes part of; one with a prefix of its own keeps it.</summary>
    /// <param name="fact">The parameter.</param>
    /// <param name="path">The source file.</param>
    /// <param name="module">The module, as its file is named, without suffix.</param>
    public static InterfaceFact Named(InterfaceFact fact, string path, string module)
    {
        var prefix = ModuleOf(path) + ".";
        return fact.Name.StartsWith(prefix, StringComparison.Ordinal) ? fact with { Name = $"{Underscored(module)}.{fact.Name[prefix.Length..]}" } : fact;
    }

    private static string ModuleOf(string path) => Underscored(Path.GetFileNameWithoutExtension(path));

    /// <summary>As KBUILD_MODNAME writes a module (scripts/Makefile.lib).</summary>
    private static string Underscored(string module) => module.Replace('-', '_').Replace(',', '_');

    private static string Bare(string argument) => CodeCall.Literal(argument) ?? argument;

    private void Add(string name, string type)
    {
        if (CodeWords.IsName(name.Replace('.', '_').Replace('-', '_')))
            _parameters.Add((name, OneLine.Of(type)));
    }

    private void ReadPrefix(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        var value = CodeCall.Literal(text.AsSpan(at, (end < 0 ? text.Length : end) - at));
        _prefix = value is { Length: > 0 } && value.EndsWith('.') ? value : value is "" ? "" : _prefix;
    }
}
