using KernelTracker.Data.Model;

namespace KernelTracker.Data.Notable;

/// <summary>Lines about the interfaces of user space.</summary>
internal static class UserDrafts
{
    /// <summary>What is in one architecture only is noticed by its users.</summary>
    private const int OneArchitecture = -25;

    /// <summary>What was only written down now may be older.</summary>
    private const int OnlyDescribed = -25;

    private static readonly (string Folder, string One, string Many)[] FileSystems =
    [
        ("/sys/kernel/debug/", "debugfs file", "debugfs files"),
        ("/sys/", "sysfs file", "sysfs files"),
        ("/proc/", "procfs file", "procfs files"),
        ("/dev/", "device file", "device files"),
    ];

    /// <summary>A line for each group of names.</summary>
    public static IEnumerable<Draft> Of(FactGroups groups) =>
    [
        .. Kind(groups, InterfaceKind.Directory, f => f.Name, (_, _) => new("architecture", "architectures", "", "new folder ", 90, Area.Architecture), IsArchitecture),
        .. groups.Renamed.GroupBy(r => (r.After.Kind, Constants.Of(r.After.Name, r.After.Paths)?.One, groups.Origin(r.After))).Select(g => Renamed([.. g])),
        .. Kind(groups, InterfaceKind.SystemCall, groups.Origin, SystemCalls),
        .. Kind(groups, InterfaceKind.Filesystem, f => f.Name, (_, _) => new("filesystem", "filesystems", "", "registered in ", 92, Area.FilesystemsAndBlock)),
        .. Kind(groups, InterfaceKind.Tool, f => CommandsOf(f) ?? f.Name, (facts, _) => CommandsOf(facts[0]) is { } tool
            ? new($"command of {tool}", $"commands of {tool}", "", "the source ", 72, Area.TracingAndTools)
            : new("tool", "tools", "", "new folder ", 85, null)),
        .. Kind(groups, InterfaceKind.MountOption, FilesystemOf, MountOptions),
        .. Kind(groups, InterfaceKind.Ioctl, f => (f.Paths[0], groups.Origin(f)), Ioctls, f => !IsCompatible(f, groups)),
        .. Kind(groups, InterfaceKind.Constant, f => (IsAlone(f, groups) ? null : Constants.Of(f.Name, f.Paths)?.One, Header([f]), groups.Origin(f)), FlagsAndCommands),
        .. Kind(groups, InterfaceKind.NetlinkAttribute, f => f.Paths[0],
            (facts, area) => new("netlink attribute or command", "netlink attributes and commands", Header(facts), "enumerated in ", 58 + Places.Weight(area), null)),
        .. Kind(groups, InterfaceKind.AbiFile, f => (f.Paths[0], IsOnlyDescribed(f, groups)), (facts, area) => Files(facts, area, groups), f => !IsKnob(f)),
        .. Kind(groups, InterfaceKind.AbiFile, f => (f.Name[..f.Name.IndexOf(' ', StringComparison.Ordinal)], groups.Origin(f)), Knobs, IsKnob),
        .. Kind(groups, InterfaceKind.BootParameter, f => (groups.AreaOf(f.Commits), IsRead(f), IsDescribed(f), IsOnlyDescribed(f, groups)), (facts, area) => BootParameters(facts, area, groups)),
        .. Kind(groups, InterfaceKind.ModuleParameter, f => f.Name.Split('.')[0],
            (facts, area) => new("parameter", "parameters", $" of the module {facts[0].Name.Split('.')[0]}", "defined in ", 45 + Places.Weight(area), null)),
        .. Kind(groups, InterfaceKind.Document, f => (Places.Folder(f.Paths[0]), groups.Origin(f)),
            (facts, area) => new("document", "documents", "", "new file ", 46 + Places.Weight(area), null)),
    ];

    /// <summary>A folder of an architecture as a whole: "arch/microblaze".</summary>
    private static bool IsArchitecture(NameFact fact) => Places.IsArchitecture(fact.Name) && fact.Name.Split('/').Length == 2;

    private static Words SystemCalls(IReadOnlyList<NameFact> facts, Area area)
    {
        var architectures = Architectures(facts);
        return architectures.Count == 1 && architectures[0] != "x86"
            ? new("system call", "system calls", "", "has a number in ", 95 + (2 * OneArchitecture), Area.Architecture) { After = $" (only {architectures[0]})" }
            : new("system call", "system calls", "", "has a number in ", 95, area is Area.Architecture or Area.Documentation or Area.Miscellaneous ? Area.CoreKernel : null);
    }

    private static Words Ioctls(IReadOnlyList<NameFact> facts, Area area) => new("ioctl", "ioctls", Header(facts), "defined in ", 66 + Places.Weight(area), null);

    /// <summary>The form for 32-bit programs of one that is told of.</summary>
    private static bool IsCompatible(NameFact fact, FactGroups groups)
    {
        const string Ending = "32";
        return fact.Name.EndsWith(Ending, StringComparison.Ordinal)
            && groups.Of(InterfaceKind.Ioctl).Any(o => o.Change == fact.Change && o.Name == fact.Name[..^Ending.Length].TrimEnd('_'));
    }

    private static Words MountOptions(IReadOnlyList<NameFact> facts, Area area)
    {
        var filesystem = FilesystemOf(facts[0]);
        var before = filesystem.Length > 0 ? filesystem + " " : "";
        return new(before + "mount option", before + "mount options", "", "in the table of options of ", 75, Area.FilesystemsAndBlock);
    }

    private static Words FlagsAndCommands(IReadOnlyList<NameFact> facts, Area area)
    {
        var commands = facts.Where(f => !f.IsArgument).ToList();
        if (commands.Count == 0)
            return new("constant", "constants", Header(facts), "defined in ", 40 + Places.Weight(area), null);
        var architecture = Architectures(facts) is [var only] && only != "x86" && facts.SelectMany(f => f.Paths).All(Places.IsArchitecture) ? OneArchitecture : 0;
        return Constants.Of(facts[0].Name, facts[0].Paths) is { } family
            ? new(family.One, family.Many, "", "defined in ", family.Strength + architecture, architecture == 0 ? family.Area : null) { With = [.. facts.Where(f => f.IsArgument)] }
            : new("constant", "constants", Header(facts), "defined in ", 40 + Places.Weight(area), null);
    }

    /// <summary>What it describes may be older than the description.</summary>
    private static bool IsOnlyDescribed(NameFact fact, FactGroups groups) =>
        fact.Commits.Count > 0 && fact.Commits.All(c => groups.Facts.Commits.TryGetValue(c, out var commit) && (commit.IsOfDocuments || commit.Area == Area.Documentation));

    /// <summary>The tool that a name is a command of: "perf" of "perf sched"; null for a tool of its own.</summary>
    private static string? CommandsOf(NameFact fact) => fact.Name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? fact.Name[..space] : null;

    /// <summary>What sources define and not documents: "sysctl printk_delay", "controller blkio".</summary>
    private static bool IsKnob(NameFact fact) => fact.Name.StartsWith(Wording.Sysctl, StringComparison.Ordinal) || fact.Name.StartsWith(Wording.Controller, StringComparison.Ordinal);

    private static Words Knobs(IReadOnlyList<NameFact> facts, Area area) => facts[0].Name.StartsWith(Wording.Sysctl, StringComparison.Ordinal)
        ? new("sysctl", "sysctls", "", "defined in ", 64 + Places.Weight(area), null)
        : new("controller of control groups", "controllers of control groups", "", "listed in ", 76, null);

    private static Words Files(IReadOnlyList<NameFact> facts, Area area, FactGroups groups)
    {
        var (_, one, many) = FileSystems.FirstOrDefault(
            s => facts.All(f => f.Name.StartsWith(s.Folder, StringComparison.Ordinal)), (Folder: "", One: "file of sysfs, procfs or the like", Many: "files of sysfs, procfs and the like"));
        return IsOnlyDescribed(facts[0], groups)
            ? new(one, many, "", "described in ", 64 + OnlyDescribed, null) { IsOnlyDescribed = true }
            : new(one, many, "", "described in ", 64 + Places.Weight(area), null);
    }

    private static Words BootParameters(IReadOnlyList<NameFact> facts, Area area, FactGroups groups)
    {
        var (isRead, isDescribed) = (IsRead(facts[0]), IsDescribed(facts[0]));
        return !isRead && IsOnlyDescribed(facts[0], groups)
            ? new("boot parameter", "boot parameters", "", "described in ", 62 + OnlyDescribed, null) { IsOnlyDescribed = true }
            : new("boot parameter", "boot parameters", "", isRead ? "read by " : "described in ", 62 + Places.Weight(area) - (isDescribed ? 0 : 20), null);
    }

    private static bool IsRead(NameFact fact) => fact.Paths.Any(p => !IsDocument(p));

    private static bool IsDescribed(NameFact fact) => fact.Paths.Any(IsDocument);

    private static bool IsDocument(string path) => path.StartsWith("Documentation/", StringComparison.Ordinal);

    private static string FilesystemOf(NameFact fact) =>
        fact.Name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? fact.Name[..space] : "";

    private static string Header(IReadOnlyList<NameFact> facts) => Places.Header(facts[0].Paths[0]) is { } header ? $" of {header}" : "";

    /// <summary>The architectures whose files have it; none when others do.</summary>
    private static List<string> Architectures(IReadOnlyList<NameFact> facts)
    {
        var paths = facts.SelectMany(f => f.Paths).ToList();
        return paths.All(p => Places.Architecture(p) is not null) ? [.. paths.Select(p => Places.Architecture(p)!).Distinct()] : [];
    }

    /// <summary>An argument whose changeset brought no command for it.</summary>
    private static bool IsAlone(NameFact fact, FactGroups groups) =>
        fact.IsArgument && !groups.Of(InterfaceKind.Constant).Any(o => o.Change == fact.Change && !o.IsArgument && o.Commits.Intersect(fact.Commits).Any() && Constants.IsOfCommands(o));

    /// <summary>Programs that are built go on working: the numbers are the same.</summary>
    private static Draft Renamed(IReadOnlyList<(NameFact Before, NameFact After)> names)
    {
        var (before, after) = (names.Select(n => n.Before).ToList(), names.Select(n => n.After).ToList());
        var (one, many, area, strength) = after[0].Kind != InterfaceKind.SystemCall && Constants.Of(after[0].Name, after[0].Paths) is { } family
            ? (family.One, family.Many, family.Area, family.Strength)
            : ("system call", "system calls", Area.CoreKernel, 95);
        return Draft.Of(
            Audience.Users, [after[0] with { Change = Happening.Changed }, .. after.Skip(1), .. before],
            [
                new NotableRun($"Renamed {(names.Count == 1 ? one : many)}: "), .. Wording.List([.. before.Select(f => Wording.Name(f.Kind, f.Name))]),
                new NotableRun(names.Count == 1 ? " is now " : " are now "), .. Wording.List([.. after.Select(f => Wording.Name(f.Kind, f.Name))]),
            ],
            "the same number in " + Wording.Paths([.. after.SelectMany(f => f.Paths).Intersect(before.SelectMany(f => f.Paths))]), strength, area);
    }

    private static IEnumerable<Draft> Kind<TKey>(
        FactGroups groups, InterfaceKind kind, Func<NameFact, TKey> key, Func<IReadOnlyList<NameFact>, Area, Words> words, Func<NameFact, bool>? isMeant = null) =>
        from fact in groups.Of(kind)
        where isMeant is null || isMeant(fact)
        group fact by (fact.Change, key(fact)) into facts
        select Line(groups, [.. facts], words);

    private static Draft Line(FactGroups groups, IReadOnlyList<NameFact> facts, Func<IReadOnlyList<NameFact>, Area, Words> words)
    {
        var kind = facts[0].Kind;
        var said = words(facts, groups.AreaOf(facts.SelectMany(f => f.Commits)) ?? Area.Miscellaneous);
        var start = (facts[0].Change, said.IsOnlyDescribed) switch
        {
            (Happening.Removed, true) => "No longer documented ",
            (Happening.Removed, _) => "Removed ",
            (_, true) => "Newly documented ",
            _ => "New ",
        };
        var named = facts.Except(said.With).ToList();
        var draft = Draft.Of(
            Audience.Users, facts,
            [
                new NotableRun($"{start}{(named.Count == 1 ? said.One : said.Many)}{said.Of}: "),
                .. Wording.List([.. named.Select(Spelled)]),
                .. said.With.Count > 0 ? [new NotableRun(", with "), .. Wording.List([.. said.With.Select(f => Wording.Name(kind, f.Name))])] : Array.Empty<NotableRun>(),
                .. said.After.Length > 0 ? [new NotableRun(said.After)] : Array.Empty<NotableRun>(),
            ],
            said.Evidence + Wording.Paths([.. facts.SelectMany(f => f.Paths).Distinct()]), said.Strength, said.Area);
        draft.Detail = facts.Count == 1 && kind is InterfaceKind.BootParameter or InterfaceKind.AbiFile or InterfaceKind.Document ? Wording.Sentence(facts[0].Text) : null;
        // That one is not described where it is defined.
        if (IsKnob(facts[0]))
            draft.Detail = null;
        if (draft.Paths.All(Places.IsStaging))
            draft.Strength -= 20;
        return draft;
    }

    /// <summary>A sysctl with its folders, where they are known: "kernel.printk_delay".</summary>
    private static NotableRun Spelled(NameFact fact) =>
        IsKnob(fact) && fact.Text.Length > 0 ? new NotableRun(fact.Text, fact.Name, fact.Kind) : Wording.Name(fact.Kind, fact.Name);

    /// <summary>How the names of one line are called.</summary>
    /// <param name="One">One of them.</param>
    /// <param name="Many">Several.</param>
    /// <param name="Of">What they belong to, with a space before it; may be empty.</param>
    /// <param name="Evidence">How the files that follow prove it.</param>
    /// <param name="Strength">How much they are noticed.</param>
    /// <param name="Area">Where they belong, whatever the changesets touched; null when those tell.</param>
    private sealed record Words(string One, string Many, string Of, string Evidence, int Strength, Area? Area)
    {
        /// <summary>What follows the names.</summary>
        public string After { get; init; } = "";

        /// <summary>Those of the names that come with the others: arguments of the commands.</summary>
        public IReadOnlyList<NameFact> With { get; init; } = [];

        /// <summary>Only its description is known to be new.</summary>
        public bool IsOnlyDescribed { get; init; }
    }
}
