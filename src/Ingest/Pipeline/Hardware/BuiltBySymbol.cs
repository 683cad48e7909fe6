using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Collects what a symbol builds: objects, their parts, and what folders build without conditions of their own.</summary>
internal sealed class BuiltBySymbol(TreeMakefiles tree)
{
    private readonly SortedSet<string> _sources = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _modules = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = [];
    private readonly Stack<string> _folders = new();

    /// <summary>Adds everything that hangs on a symbol.</summary>
    public void Add(string symbol)
    {
        foreach (var (folder, rule) in tree.HangingOn(symbol))
            AddList(folder, rule);
        while (_folders.TryPop(out var folder))
        {
            foreach (var rule in tree.Of(folder).Rules.Where(r => r.Symbol is null && KbuildLists.IsTop(r)))
                AddList(folder, rule);
        }
    }

    /// <summary>What was found.</summary>
    public SymbolBuild Result() => new([.. _sources], [.. _modules]);

    private void AddList(string folder, KbuildRule rule)
    {
        if (!KbuildLists.IsTop(rule) && tree.Of(folder).Resolve(rule.Goal + ".o", "") is { Module: var module })
            _modules.Add(Name(module));
        foreach (var item in rule.Items)
        {
            if (KbuildLists.IsBoard(rule))
                Enter(folder, KbuildLists.BoardFolder(item));
            else if (item.EndsWith('/'))
                Enter(folder, item.TrimEnd('/'));
            else if (item.EndsWith(".o", StringComparison.Ordinal))
            {
                var stem = KbuildLists.Stem(item);
                if (AddObject(folder, stem) && KbuildLists.IsTop(rule))
                    _modules.Add(Name(stem));
            }
        }
    }

    private void Enter(string folder, string item)
    {
        // The makefiles of architectures name folders from the top of the tree.
        var path = item.StartsWith("arch/", StringComparison.Ordinal) ? item : Join(folder, item);
        if (_seen.Add(path + "/"))
            _folders.Push(path);
    }

    /// <summary>Adds the sources of an object and of its parts; false when there are none.</summary>
    private bool AddObject(string folder, string name)
    {
        var found = false;
        var pending = new Stack<string>([name]);
        while (pending.TryPop(out var stem))
        {
            if (!_seen.Add(Join(folder, stem)))
            {
                found = true;
                continue;
            }
            var parts = tree.Of(folder).PartsOf(stem).SelectMany(r => r.Items).ToList();
            if (parts.Count == 0 && tree.SourceOf(Join(folder, stem)) is { } source)
                found |= _sources.Add(source);
            foreach (var part in parts)
                pending.Push(Referenced(part) ?? KbuildLists.Stem(part));
        }
        return found;
    }

    /// <summary>The object whose parts "$(foo-y)" and "$(foo-objs)" are; null for other items.</summary>
    private static string? Referenced(string item) =>
        item.StartsWith("$(", StringComparison.Ordinal) && item.LastIndexOf('-') is var dash && dash > 2 ? item[2..dash] : null;

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
