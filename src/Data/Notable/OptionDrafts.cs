using System.Text.RegularExpressions;
using KernelTracker.Data.Model;

namespace KernelTracker.Data.Notable;

/// <summary>Lines about configuration options that are features, not devices.</summary>
internal static partial class OptionDrafts
{
    /// <summary>How much options of a folder are noticed; the longest match counts.</summary>
    private static readonly (string Folder, int Strength)[] Folders =
    [
        ("", 30), ("fs", 74), ("net", 62), ("net/netfilter", 52), ("net/mac80211", 40), ("security", 76), ("kernel", 66), ("mm", 64), ("init", 66),
        ("usr", 45), ("ipc", 62), ("block", 66), ("crypto", 55), ("lib", 56), ("virt", 60), ("arch", 26), ("arch/x86", 46), ("drivers", 15),
        ("drivers/pci", 50), ("drivers/base", 50), ("drivers/acpi", 45), ("drivers/md", 56), ("drivers/cpufreq", 45), ("drivers/cpuidle", 50),
        ("drivers/virtio", 50), ("drivers/xen", 50), ("drivers/staging", 20), ("sound", 10), ("samples", 10),
    ];

    /// <summary>Endings of options that only fine-tune another one.</summary>
    private static readonly string[] Tuning = ["_DEBUG", "_STATS", "_HISTOGRAM", "_VERBOSE", "_PROC_FS", "_TEST", "_SELFTEST", "_DEFAULT_ENABLED"];

    /// <summary>A line for each option, or for the options of one changeset and menu.</summary>
    public static IEnumerable<Draft> Of(FactGroups groups)
    {
        var options = groups.Facts.Options;
        var symbols = options.Where(o => o.Change == Happening.Added).Select(o => o.Symbol).ToHashSet(StringComparer.Ordinal);
        // "FSCACHE_STATS" beside "FSCACHE" is told with it.
        var details = options.Where(o => o.Change == Happening.Added).ToLookup(o => Base(o.Symbol, symbols));
        foreach (var option in options.Where(o => o.Change == Happening.Added && Base(o.Symbol, symbols) is null).GroupBy(o => (o.Commit, o.Path, o.Menu, Alone: IsAlone(o))))
            yield return option.Key.Alone || option.Count() == 1 ? Added(option.First(), [.. details[option.First().Symbol]], groups) : Choice([.. option], groups);
        foreach (var option in options.Where(o => o.Change == Happening.Removed))
            yield return Removed(option);

        // Options are told together only as the ways of one choice.
        bool IsAlone(OptionFact option) => !options.Any(o => o != option && o.Commit == option.Commit && o.Path == option.Path && o.Menu == option.Menu && AreOneChoice(o, option));
    }

    private static Draft Added(OptionFact option, IReadOnlyList<OptionFact> details, FactGroups groups)
    {
        var (prompt, isExperimental) = Prompt(option.Prompt);
        List<NotableRun> line =
        [
            new(prompt), new(isExperimental ? " (new, experimental option " : " (new option "), Symbol(option.Symbol),
            new(details.Count == 0 ? ")" : $", with {Wording.Count(details.Count)} more)"),
        ];
        var draft = Draft(option, line, Strength(option));
        draft.Names = [option.Symbol, .. details.Select(d => d.Symbol)];
        draft.Commits.UnionWith(details.Select(d => d.Commit).OfType<int>());
        draft.Detail = string.Join(' ', new[] { Wording.Sentence(option.Help), Choices(option.Type) }.OfType<string>());
        return Driverless(draft, groups);
    }

    private static Draft Choice(IReadOnlyList<OptionFact> options, FactGroups groups)
    {
        var menu = options[0].Menu.Split(" › ")[^1];
        List<NotableRun> line = [new($"{(menu.Length == 0 ? "A new choice" : menu)}: "), .. Wording.List([.. options.Select(o => Symbol(o.Symbol, Prompt(o.Prompt).Text))]), new(" (new options)")];
        var draft = Draft(options[0], line, options.Max(Strength));
        draft.Names = [.. options.Select(o => o.Symbol)];
        draft.Detail = Wording.Sentence(options[0].Help);
        return Driverless(draft, groups);
    }

    private static Draft Removed(OptionFact option)
    {
        var prompt = Prompt(option.Prompt).Text;
        var draft = Draft(
            option,
            option.RemovedSources > 0
                ? [new(prompt), new(" was removed (option "), Symbol(option.Symbol), new(")")]
                : [new(prompt), new(" is no longer an option ("), Symbol(option.Symbol), new(")")],
            option.RemovedSources > 0 ? Math.Max(Strength(option), 50) : Strength(option) - 20);
        if (option.RemovedSources > 0)
            draft.Evidence += $", with {Wording.Count(option.RemovedSources)} source file{(option.RemovedSources == 1 ? "" : "s")}";
        return draft;
    }

    private static Draft Draft(OptionFact option, IReadOnlyList<NotableRun> line, int strength)
    {
        var draft = new Draft
        {
            Audience = IsForDevelopers(option) ? Audience.Developers : Audience.Users,
            Kind = NotableKind.Option,
            Change = option.Change,
            Line = line,
            Evidence = $"{(option.Change == Happening.Added ? "added to" : "taken out of")} {option.Path}",
            Strength = strength,
            Names = [option.Symbol],
            Paths = [option.Path],
        };
        if (option.Commit is { } commit)
            draft.Commits.Add(commit);
        return draft;
    }

    /// <summary>What only drivers are concerned with is less noticed than its folder says.</summary>
    private static Draft Driverless(Draft draft, FactGroups groups)
    {
        if (groups.AreaOf(draft.Commits) == Area.DeviceDrivers)
            draft.Strength -= 15;
        return draft;
    }

    private static int Strength(OptionFact option)
    {
        var strength = Folders.Where(f => f.Folder.Length == 0 || option.Path.StartsWith(f.Folder + "/", StringComparison.Ordinal)).MaxBy(f => f.Folder.Length).Strength;
        // Boards and platforms of an architecture are hardware.
        if (Places.IsArchitecture(option.Path) && option.Path.Split('/') is { Length: > 3 } parts && parts[2] != "kvm")
            strength = 15;
        if (IsTuning(option))
            strength -= 35;
        if (option.Type is not (KconfigType.Bool or KconfigType.Tristate))
            strength -= 25;
        if (option.Help.Length == 0)
            strength -= 15;
        return strength;
    }

    private static bool IsTuning(OptionFact option) =>
        Tuning.Any(t => option.Symbol.EndsWith(t, StringComparison.Ordinal)) || TuningPrompt().IsMatch(option.Prompt);

    private static bool IsForDevelopers(OptionFact option) =>
        option.Path.StartsWith("kernel/trace/", StringComparison.Ordinal) || option.Path.StartsWith("samples/", StringComparison.Ordinal)
        || option.Path.EndsWith("Kconfig.debug", StringComparison.Ordinal);

    private static bool AreOneChoice(OptionFact one, OptionFact other)
    {
        var cut = one.Symbol.LastIndexOf('_');
        return cut > 0 && other.Symbol.LastIndexOf('_') == cut && string.CompareOrdinal(one.Symbol, 0, other.Symbol, 0, cut + 1) == 0;
    }

    /// <summary>The other new option that an option begins with: FSCACHE of FSCACHE_STATS; null when there is none.</summary>
    private static string? Base(string symbol, HashSet<string> symbols)
    {
        for (var cut = symbol.LastIndexOf('_'); cut > 0; cut = symbol.LastIndexOf('_', cut - 1))
        {
            if (symbols.TryGetValue(symbol[..cut], out var found) || symbols.TryGetValue(symbol[..cut] + "_FS", out found))
                return found == symbol ? null : found;
        }
        return null;
    }

    private static string Choices(KconfigType type) => type switch
    {
        KconfigType.Tristate => "It can be built in, built as a module, or left out.",
        KconfigType.Bool => "It can be built in or left out.",
        _ => "",
    };

    private static NotableRun Symbol(string symbol, string? text = null) => new(text ?? "CONFIG_" + symbol, symbol);

    /// <summary>The prompt without the mark of what is experimental.</summary>
    private static (string Text, bool IsExperimental) Prompt(string prompt)
    {
        var text = ExperimentalForm().Replace(prompt, "").Trim();
        return (text, text.Length < prompt.Trim().Length);
    }

    [GeneratedRegex(@"\s*\((EXPERIMENTAL|DANGEROUS|NEW)\)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExperimentalForm();

    [GeneratedRegex(@"^(Debug|Enable debug|More verbose|Verbose|.*\b(debugging (support|messages|output)|statistics|selftests?|self-tests?|logging)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TuningPrompt();
}
