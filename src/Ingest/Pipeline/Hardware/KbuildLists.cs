using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>The lists of one makefile, found by what they hold and by what they are for.</summary>
internal sealed class KbuildLists
{
    private readonly ILookup<string, KbuildRule> _byGoal;
    private readonly Dictionary<string, List<KbuildRule>> _byItem = [];

    public KbuildLists(KbuildFile file)
    {
        Rules = file.Rules;
        _byGoal = Rules.ToLookup(r => r.Goal);
        foreach (var rule in Rules)
        {
            foreach (var item in rule.Items)
            {
                if (!_byItem.TryGetValue(item, out var rules))
                    _byItem.Add(item, rules = []);
                rules.Add(rule);
            }
        }
    }

    /// <summary>The lists of a makefile that is not there.</summary>
    public static KbuildLists None { get; } = new(KbuildFile.Empty);

    /// <summary>All lists.</summary>
    public IReadOnlyList<KbuildRule> Rules { get; }

    /// <summary>Whether a list is of what the folder itself builds, rather than of the parts of an object.</summary>
    public static bool IsTop(KbuildRule rule) => rule.Goal is "obj" or "lib";

    /// <summary>The lists of the parts of an object without suffix; none when it has a source of its own name.</summary>
    public IEnumerable<KbuildRule> PartsOf(string name) => _byGoal[name];

    /// <summary>The lists that name an item.</summary>
    public IReadOnlyList<KbuildRule> Naming(string item) => _byItem.TryGetValue(item, out var rules) ? rules : [];

    /// <summary>Whether a list is of folders of boards: "machdir-$(CONFIG_SH_ECOVEC) += mach-ecovec24".</summary>
    public static bool IsBoard(KbuildRule rule) => rule.Goal == "machdir";

    /// <summary>The folder of a board, below that of the makefile.</summary>
    public static string BoardFolder(string name) => "boards/" + name;

    /// <summary>What an object becomes: the object of the folder with the lists on the way to it; null when none holds it.</summary>
    /// <param name="objectPath">The object.</param>
    /// <param name="preferred">The symbol whose list counts, where several lists hold the object.</param>
    public (string Module, string? PartSymbol, string? ModuleSymbol)? Resolve(string objectPath, string preferred)
    {
        var seen = new HashSet<string>();
        string? partSymbol = null;
        var name = objectPath;
        while (seen.Add(name))
        {
            var rules = Naming(name);
            var top = rules.Where(IsTop).OrderBy(r => r.Symbol is null).ThenBy(r => r.Symbol != preferred).FirstOrDefault();
            if (top is not null)
                return (Stem(name), partSymbol, top.Symbol);
            var whole = rules.FirstOrDefault(r => !IsTop(r)) ?? References(Stem(name)).FirstOrDefault();
            if (whole is null)
                return null;
            partSymbol ??= whole.Symbol;
            name = whole.Goal + ".o";
        }
        return null;
    }

    /// <summary>Lists that take in the parts of another: "bar-objs := $(foo-y)".</summary>
    private IEnumerable<KbuildRule> References(string name) =>
        Naming($"$({name}-y)").Concat(Naming($"$({name}-objs)")).Where(r => r.Goal != name);

    /// <summary>A path without ".o".</summary>
    public static string Stem(string path) => path.EndsWith(".o", StringComparison.Ordinal) ? path[..^2] : path;
}
