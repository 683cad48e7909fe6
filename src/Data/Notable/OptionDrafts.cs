using System.Text.RegularExpressions;
using KernelTracker.Data.Model;

namespace KernelTracker.Data.Notable;

/// <summary>Lines about configuration options that are features, and about drivers and features that went.</summary>
internal static partial class OptionDrafts
{
    /// <summary>Removed drivers of one area that a line spells out.</summary>
    private const int Spelled = 12;

    /// <summary>How much options of a folder are noticed; the longest match counts.</summary>
    private static readonly (string Folder, int Strength)[] Folders =
    [
        ("", 30), ("fs/", 74), ("net/", 62), ("net/netfilter/", 48), ("net/mac80211/", 40), ("security/", 76), ("kernel/", 66), ("mm/", 64), ("init/", 66),
        ("usr/", 45), ("ipc/", 62), ("block/", 66), ("crypto/", 55), ("lib/", 56), ("virt/", 60), ("arch/", 26), ("arch/x86/", 46), ("drivers/", 15),
        ("drivers/pci/", 50), ("drivers/base/", 50), ("drivers/acpi/", 45), ("drivers/md/", 56), ("drivers/cpufreq/", 45), ("drivers/cpuidle/", 50),
        ("drivers/virtio/", 50), ("drivers/xen/", 50), ("drivers/staging/", 20), ("sound/", 10), ("samples/", 10),
    ];

    /// <summary>Endings of options that only fine-tune another one.</summary>
    private static readonly string[] Tuning = ["_DEBUG", "_STATS", "_HISTOGRAM", "_VERBOSE", "_PROC_FS", "_TEST", "_SELFTEST", "_DEFAULT_ENABLED", "_DEBUGFS"];

    /// <summary>Folders whose options are of one kind: several of them are told together.</summary>
    private static readonly string[] Collections = ["kernel/trace/", "net/netfilter/", "net/ipv4/netfilter/", "net/ipv6/netfilter/", "net/bridge/netfilter/", "net/sched/", "crypto/"];

    /// <summary>A line for each option, or for the options of one choice.</summary>
    public static IEnumerable<Draft> Of(FactGroups groups)
    {
        var added = groups.Facts.Options.Where(o => o.Change == Happening.Added).ToList();
        var symbols = added.Select(o => o.Symbol).ToHashSet(StringComparer.Ordinal);
        // "FSCACHE_STATS" beside "FSCACHE" is told with it.
        var details = added.Where(o => Base(o.Symbol, symbols) is not null).ToLookup(o => Base(o.Symbol, symbols)!);
        var collected = added
            .Where(o => Base(o.Symbol, symbols) is null && !IsTuning(o) && Collections.Any(c => o.Path.StartsWith(c, StringComparison.Ordinal)))
            .GroupBy(o => o.Path).Where(g => g.Count() > 2).ToList();
        foreach (var options in collected)
            yield return Collection([.. options], groups);
        var told = collected.SelectMany(g => g).ToHashSet();
        foreach (var options in added.Where(o => !told.Contains(o) && Base(o.Symbol, symbols) is null).GroupBy(o => (o.Commit, o.Path, o.Menu, Family(o.Symbol))))
        {
            // The ways of one choice are told together.
            if (options.Count() > 1 && options.Key.Menu.Length > 0)
            {
                yield return Choice([.. options], groups);
                continue;
            }
            foreach (var option in options)
                yield return Added(option, [.. details[option.Symbol]], groups);
        }
        var removed = groups.Facts.Options.Where(o => o.Change == Happening.Removed).ToList();
        foreach (var drivers in removed.Where(IsDriver).GroupBy(o => Places.IsStaging(o.Path)))
            yield return Drivers([.. drivers]);
        foreach (var option in removed.Where(o => !IsDriver(o) && !removed.Exists(m => IsTold(o, m)) && !groups.Of(InterfaceKind.Filesystem).Any(f => IsTold(o, f))))
            yield return Removed(option);
    }

    private static Draft Added(OptionFact option, IReadOnlyList<OptionFact> details, FactGroups groups)
    {
        var (prompt, isExperimental) = Prompt(option.Prompt);
        List<NotableRun> line =
        [
            // Many a prompt is an order and no name: "Use direct-mapped caching".
            new($"{(isExperimental ? "New, experimental option" : "New option")}: {prompt} ("), Symbol(option.Symbol),
            new(details.Count == 0 ? ")" : $", with {Wording.Count(details.Count)} more)"),
        ];
        var draft = Draft(option, line, Strength(option));
        draft.Names = [option.Symbol, .. details.Select(d => d.Symbol)];
        draft.Commits.UnionWith(details.Select(d => d.Commit).OfType<int>());
        draft.Detail = string.Join(' ', new[] { Wording.Sentence(option.Help), Default(option) }.OfType<string>());
        if (option.Choices > 0)
            draft.Line = [new($"New way of “{Leaf(option)}”: {prompt} ("), .. line.Skip(1)];
        return Driverless(draft, groups);
    }

    private static Draft Choice(IReadOnlyList<OptionFact> options, FactGroups groups)
    {
        List<NotableRun> line = [new($"New options of “{Leaf(options[0])}”: "), .. Wording.List([.. options.Select(o => Symbol(o.Symbol, Prompt(o.Prompt).Text))])];
        var draft = Draft(options[0], line, options.Max(Strength));
        draft.Names = [.. options.Select(o => o.Symbol)];
        return Driverless(draft, groups);
    }

    private static string Leaf(OptionFact option) => option.Menu.Split(" › ")[^1];

    private static Draft Collection(IReadOnlyList<OptionFact> options, FactGroups groups)
    {
        List<NotableRun> line = [new($"New options below {Places.Folder(options[0].Path)}: "), .. Wording.List([.. options.Select(o => Symbol(o.Symbol, Prompt(o.Prompt).Text))], Spelled)];
        var draft = Draft(options[0], line, options.Max(Strength) + 6);
        draft.Names = [.. options.Select(o => o.Symbol)];
        draft.Commits.UnionWith(options.Select(o => o.Commit).OfType<int>());
        return Driverless(draft, groups);
    }

    /// <summary>All drivers that went in one line: each is of interest to few.</summary>
    private static Draft Drivers(IReadOnlyList<OptionFact> options)
    {
        var draft = Draft(
            options[0],
            [new("Drivers removed: "), .. Wording.List([.. options.OrderBy(o => o.Prompt, StringComparer.OrdinalIgnoreCase).Select(o => Symbol(o.Symbol, Prompt(o.Prompt).Text))], Spelled)],
            options.All(o => Places.IsStaging(o.Path)) ? 40 : 58, NotableKind.Driver);
        draft.Evidence = $"options and sources removed with them below {string.Join(", ", options.Select(o => Places.Folder(o.Path)).Distinct().Order(StringComparer.Ordinal))}";
        draft.Names = [.. options.Select(o => o.Symbol)];
        draft.Paths = [.. options.Select(o => o.Path).Distinct()];
        draft.Commits.UnionWith(options.Select(o => o.Commit).OfType<int>());
        return draft;
    }

    /// <summary>"Anticipatory", to be chosen as the default, went with the "Anticipatory I/O scheduler".</summary>
    private static bool IsTold(OptionFact option, OptionFact more) =>
        option.Commit is not null && more.Commit == option.Commit && more.Path == option.Path && more.Prompt.Length > option.Prompt.Length
        && more.Prompt.StartsWith(option.Prompt, StringComparison.OrdinalIgnoreCase);

    /// <summary>"Enable ext4dev compatibility" went with the filesystem ext4dev.</summary>
    private static bool IsTold(OptionFact option, NameFact filesystem) =>
        filesystem.Change == Happening.Removed && option.Commit is { } commit && filesystem.Commits.Contains(commit) && Wording.Mentions(option.Prompt, filesystem.Name);

    private static Draft Removed(OptionFact option)
    {
        var prompt = Prompt(option.Prompt).Text;
        var isGone = option.RemovedSources > 0;
        var draft = Draft(
            option,
            isGone ? [new("Removed: "), Symbol(option.Symbol, prompt)] : [new("No longer an option: "), Symbol(option.Symbol, prompt)],
            Strength(option) - (isGone ? 0 : 20));
        if (isGone)
            draft.Evidence += $", with {Wording.Count(option.RemovedSources)} source file{(option.RemovedSources == 1 ? "" : "s")}";
        return draft;
    }

    private static Draft Draft(OptionFact option, IReadOnlyList<NotableRun> line, int strength, NotableKind kind = NotableKind.Option)
    {
        var draft = new Draft
        {
            Audience = IsForDevelopers(option) ? Audience.Developers : Audience.Users,
            Kind = kind,
            Change = option.Change,
            Line = line,
            Evidence = $"{(option.Change == Happening.Added ? "added to" : "taken out of")} {option.Path}",
            Strength = strength,
            Names = [option.Symbol],
            Paths = [option.Path],
            Area = kind == NotableKind.Driver ? Area.DeviceDrivers : null,
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
        var strength = Folders.Where(f => option.Path.StartsWith(f.Folder, StringComparison.Ordinal)).MaxBy(f => f.Folder.Length).Strength;
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

    private static bool IsDriver(OptionFact option) =>
        option.RemovedSources > 0 && Places.IsDriver(option.Path) && option.Type is KconfigType.Bool or KconfigType.Tristate && !IsTuning(option) && !OrderForm().IsMatch(option.Prompt);

    private static bool IsTuning(OptionFact option) =>
        Tuning.Any(t => option.Symbol.EndsWith(t, StringComparison.Ordinal)) || TuningPrompt().IsMatch(option.Prompt);

    private static bool IsForDevelopers(OptionFact option) =>
        option.Path.StartsWith("kernel/trace/", StringComparison.Ordinal) || option.Path.StartsWith("samples/", StringComparison.Ordinal)
        || option.Path.EndsWith("Kconfig.debug", StringComparison.Ordinal);

    /// <summary>What the options of a choice begin with: KERNEL_ of KERNEL_GZIP and KERNEL_LZMA; the whole symbol when it has no parts.</summary>
    private static string Family(string symbol) => symbol.LastIndexOf('_') is > 0 and var cut ? symbol[..(cut + 1)] : symbol;

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

    /// <summary>What becomes of it where nobody decides, and what else it can be. Without a default, an option is off.</summary>
    private static string? Default(OptionFact option)
    {
        // Of a choice, one is taken in any case: "off by default" would say that nothing might be.
        if (option.Choices > 0)
            return $"One of {Wording.Count(option.Choices)} to choose from.";
        var isTristate = option.Type == KconfigType.Tristate;
        return (option.Type, option.Defaults) switch
        {
            (KconfigType.Bool or KconfigType.Tristate, [] or ["n", ..]) => isTristate ? "Off by default; can be a module." : "Off by default.",
            (KconfigType.Bool or KconfigType.Tristate, ["y", ..]) => isTristate ? "On by default; can be a module or left out." : "On by default; can be left out.",
            (KconfigType.Tristate, ["m", ..]) => "A module by default; can be built in or left out.",
            (_, [_, ..]) => $"By default “{string.Join("”, else “", option.Defaults)}”.",
            _ => null,
        };
    }

    private static NotableRun Symbol(string symbol, string? text = null) => new(text ?? "CONFIG_" + symbol, symbol);

    /// <summary>The prompt without the mark of what is experimental.</summary>
    private static (string Text, bool IsExperimental) Prompt(string prompt)
    {
        var text = ExperimentalForm().Replace(prompt, "").Trim();
        return (text, text.Length < prompt.Trim().Length);
    }

    [GeneratedRegex(@"\s*\((EXPERIMENTAL|DANGEROUS|NEW)\)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExperimentalForm();

    // "Load all HID drivers on hid core load" is an order, "Phidgets USB devices" a driver.
    [GeneratedRegex(@"^(Allow|Build|Compile|Default|Disable|Enable|Force|Include|Load|Override|Provide|Set|Show|Turn|Use)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrderForm();

    [GeneratedRegex(@"^(Debug|Enable debug|More verbose|Verbose|.*\b(debugging (support|messages|output)|statistics|selftests?|self-tests?|logging|firmware)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TuningPrompt();
}
