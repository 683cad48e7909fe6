using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>All makefiles of a tree, and which sources there are.</summary>
internal sealed class TreeMakefiles
{
    private readonly Dictionary<string, KbuildLists> _byFolder = [];
    private readonly Dictionary<string, List<(string Folder, KbuildRule Rule)>> _bySymbol = [];
    private readonly HashSet<string> _sources = [];

    private TreeMakefiles()
    {
    }

    /// <summary>Reads the makefiles of a tree.</summary>
    /// <param name="files">Its files.</param>
    /// <param name="makefiles">Makefiles by content.</param>
    public static TreeMakefiles Of(IReadOnlyList<RawChange> files, KbuildTexts makefiles)
    {
        var all = new TreeMakefiles();
        foreach (var file in files.Where(f => GitFileMode.IsFile(f.NewMode)))
        {
            if (IsSource(file.Path))
                all._sources.Add(file.Path);
            else if (KbuildTexts.IsMakefile(file.Path))
            {
                // In path order Kbuild comes before Makefile, which it takes the place of.
                var slash = file.Path.LastIndexOf('/');
                all._byFolder.TryAdd(slash < 0 ? "" : file.Path[..slash], makefiles.Read(file.NewId));
            }
        }
        foreach (var (folder, lists) in all._byFolder.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            foreach (var rule in lists.Rules)
            {
                if (rule.Symbol is not { } symbol)
                    continue;
                if (!all._bySymbol.TryGetValue(symbol, out var rules))
                    all._bySymbol.Add(symbol, rules = []);
                rules.Add((folder, rule));
            }
        }
        return all;
    }

    /// <summary>The makefile of a folder.</summary>
    public KbuildLists Of(string folder) => _byFolder.GetValueOrDefault(folder, KbuildLists.None);

    /// <summary>The lists that hang on a symbol, with their folders.</summary>
    public IReadOnlyList<(string Folder, KbuildRule Rule)> HangingOn(string symbol) =>
        _bySymbol.TryGetValue(symbol, out var rules) ? rules : [];

    /// <summary>The source of an object (path without ".o"); null when there is none of its name.</summary>
    public string? SourceOf(string stem) =>
        Suffixes.Select(s => stem + s).FirstOrDefault(_sources.Contains);

    private static readonly string[] Suffixes = [".c", ".S", ".rs"];

    private static bool IsSource(string path) => Array.Exists(Suffixes, s => path.EndsWith(s, StringComparison.Ordinal));
}
