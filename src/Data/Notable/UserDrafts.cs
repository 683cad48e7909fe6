using KernelTracker.Data.Model;

namespace KernelTracker.Data.Notable;

/// <summary>Lines about the interfaces of user space.</summary>
internal static class UserDrafts
{
    /// <summary>Constants that belong to a system call, by how they begin, and what one of them is.</summary>
    private static readonly (string Prefix, string One, string Many)[] Families =
    [
        ("PR_", "prctl() command", "prctl() commands"),
        ("MADV_", "madvise() advice", "madvise() advices"),
        ("F_", "fcntl() command", "fcntl() commands"),
        ("CLONE_", "clone() flag", "clone() flags"),
        ("O_", "open() flag", "open() flags"),
        ("MAP_", "mmap() flag", "mmap() flags"),
        ("MS_", "mount flag", "mount flags"),
        ("AT_", "auxiliary-vector entry or flag of the …at() calls", "auxiliary-vector entries or flags of the …at() calls"),
        ("SO_", "socket option", "socket options"),
        ("TCP_", "TCP socket option", "TCP socket options"),
        ("IP_", "IP socket option", "IP socket options"),
        ("IPV6_", "IPv6 socket option", "IPv6 socket options"),
        ("MSG_", "send()/recv() flag", "send()/recv() flags"),
        ("SCHED_", "scheduling policy or flag", "scheduling policies or flags"),
        ("EPOLL", "epoll flag", "epoll flags"),
        ("IN_", "inotify flag", "inotify flags"),
        ("FALLOC_", "fallocate() flag", "fallocate() flags"),
        ("SPLICE_", "splice() flag", "splice() flags"),
        ("RLIMIT_", "resource limit", "resource limits"),
        ("PTRACE_", "ptrace() request", "ptrace() requests"),
        ("CAP_", "capability", "capabilities"),
        ("AF_", "socket family", "socket families"),
        ("IPPROTO_", "IP protocol", "IP protocols"),
        ("SECCOMP_", "seccomp mode or flag", "seccomp modes or flags"),
        ("FUTEX_", "futex() operation", "futex() operations"),
        ("MEMBARRIER_", "membarrier() command", "membarrier() commands"),
        ("KEYCTL_", "keyctl() operation", "keyctl() operations"),
    ];

    /// <summary>The headers that hold a family; elsewhere the same beginning means something else.</summary>
    private static readonly string[] FamilyHeaders =
    [
        "prctl.h", "mman.h", "mman-common.h", "fcntl.h", "sched.h", "fs.h", "mount.h", "auxvec.h", "socket.h", "tcp.h", "in.h", "in6.h", "eventpoll.h",
        "inotify.h", "falloc.h", "splice.h", "resource.h", "ptrace.h", "capability.h", "seccomp.h", "futex.h", "membarrier.h", "keyctl.h",
    ];

    /// <summary>A line for each group of names.</summary>
    public static IEnumerable<Draft> Of(FactGroups groups) =>
    [
        .. Kind(groups, InterfaceKind.SystemCall, f => (IsOfOneArchitecture(f), groups.Origin(f)), _ => ("", ""), 95, "entered in "),
        .. Kind(groups, InterfaceKind.Filesystem, f => f.Name, _ => ("", ""), 92, "registered in "),
        .. Kind(groups, InterfaceKind.Tool, f => f.Name, _ => ("", ""), 85, "new folder "),
        .. Kind(groups, InterfaceKind.MountOption, f => f.Name.Split(' ')[0], f => (f.Name.Contains(' ', StringComparison.Ordinal) ? f.Name.Split(' ')[0] + " " : "", ""), 75, "in the table of options of "),
        .. Kind(groups, InterfaceKind.Ioctl, f => (f.Paths[0], groups.Origin(f)), f => ("", Of(f)), 66, "defined in "),
        .. Constants(groups),
        .. Kind(groups, InterfaceKind.NetlinkAttribute, f => (f.Paths[0], groups.Origin(f)), f => ("", Of(f)), 58, "enumerated in "),
        .. Kind(groups, InterfaceKind.AbiFile, f => f.Paths[0], _ => ("", ""), 64, "described in "),
        .. Kind(groups, InterfaceKind.BootParameter, f => groups.First(f)?.Id ?? 0, _ => ("", ""), 62, "read by or described in "),
        .. Kind(groups, InterfaceKind.ModuleParameter, f => (f.Name.Split('.')[0], groups.First(f)?.Id ?? 0), f => ("", $" of {f.Name.Split('.')[0]}"), 45, "defined in "),
        .. Kind(groups, InterfaceKind.Document, f => (Places.Folder(f.Paths[0]), groups.Origin(f)), _ => ("", ""), 46, "new file "),
    ];

    private static string Of(NameFact fact) => Places.Header(fact.Paths[0]) is { } header ? $" of {header}" : "";

    private static bool IsOfOneArchitecture(NameFact fact) => fact.Paths.All(Places.IsArchitecture);

    private static IEnumerable<Draft> Kind<TKey>(
        FactGroups groups, InterfaceKind kind, Func<NameFact, TKey> key, Func<NameFact, (string Before, string After)> qualified, int strength, string evidence) =>
        from fact in groups.Of(kind)
        group fact by (fact.Change, key(fact)) into line
        select Line(groups, [.. line], kind.One(), kind.Many(), qualified(line.First()), strength, evidence);

    private static IEnumerable<Draft> Constants(FactGroups groups)
    {
        foreach (var line in groups.Of(InterfaceKind.Constant).GroupBy(f => (f.Change, Family(f), f.Paths[0], groups.Origin(f))))
        {
            var (one, many) = line.Key.Item2 is { } family ? (family.One, family.Many) : ("constant", "constants");
            yield return Line(groups, [.. line], one, many, ("", line.Key.Item2 is null ? Of(line.First()) : ""), line.Key.Item2 is null ? 40 : 72, "defined in ");
        }
    }

    private static (string Prefix, string One, string Many)? Family(NameFact fact)
    {
        if (!fact.Paths.Any(p => FamilyHeaders.Any(h => p.EndsWith("/" + h, StringComparison.Ordinal))))
            return null;
        var family = Array.Find(Families, f => fact.Name.StartsWith(f.Prefix, StringComparison.Ordinal));
        return family.Prefix is null ? null : family;
    }

    private static Draft Line(
        FactGroups groups, IReadOnlyList<NameFact> facts, string one, string many, (string Before, string After) qualified, int strength, string evidence)
    {
        var kind = facts[0].Kind;
        var names = facts.Select(f => Wording.Name(kind, f.Name)).ToList();
        var start = facts[0].Change == Happening.Added ? "New " : "Removed ";
        var only = kind == InterfaceKind.SystemCall && facts.All(IsOfOneArchitecture)
            ? $" ({string.Join(", ", facts.SelectMany(f => f.Paths).Select(p => p.Split('/')[1]).Distinct())} only)" : "";
        IReadOnlyList<NotableRun> line =
        [
            new NotableRun($"{start}{qualified.Before}{(facts.Count == 1 ? one : many)}{qualified.After}: "), .. Wording.List(names),
            .. only.Length > 0 ? [new NotableRun(only)] : Array.Empty<NotableRun>(),
        ];
        var draft = Draft.Of(Audience.Users, facts, line, evidence + Paths(facts), strength);
        draft.Detail = facts.Count == 1 && kind is InterfaceKind.BootParameter or InterfaceKind.AbiFile or InterfaceKind.Document ? Wording.Sentence(facts[0].Text) : null;
        if (only.Length > 0)
            draft.Strength -= 20;
        if (kind is not (InterfaceKind.SystemCall or InterfaceKind.Filesystem or InterfaceKind.Tool))
            draft.Strength += Places.Weight(groups.AreaOf(draft.Commits) ?? Area.Miscellaneous);
        if (draft.Paths.All(Places.IsStaging))
            draft.Strength -= 30;
        if (kind == InterfaceKind.BootParameter && !draft.Paths.Any(p => p.StartsWith("Documentation/", StringComparison.Ordinal)))
            draft.Strength -= 20;
        return draft;
    }

    private static string Paths(IReadOnlyList<NameFact> facts)
    {
        const int Shown = 3;
        var paths = facts.SelectMany(f => f.Paths).Distinct().ToList();
        return string.Join(", ", paths.Take(Shown)) + (paths.Count > Shown ? $" and {Wording.Count(paths.Count - Shown)} more files" : "");
    }
}
