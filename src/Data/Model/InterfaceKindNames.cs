using System.Collections.Frozen;

namespace KernelTracker.Data.Model;

/// <summary>How kinds of interfaces are written for people and in URLs.</summary>
public static class InterfaceKindNames
{
    /// <summary>Kinds from here on are for kernel developers.</summary>
    private const InterfaceKind FirstOfDevelopers = InterfaceKind.ExportedSymbol;

    private static readonly (InterfaceKind Kind, string Slug, string One, string Many)[] Names =
    [
        (InterfaceKind.SystemCall, "system-calls", "system call", "system calls"),
        (InterfaceKind.Ioctl, "ioctls", "ioctl", "ioctls"),
        (InterfaceKind.Constant, "constants", "constant for user space", "constants for user space"),
        (InterfaceKind.NetlinkAttribute, "netlink", "netlink attribute or command", "netlink attributes and commands"),
        (InterfaceKind.AbiFile, "files", "file of sysfs, procfs or the like", "files of sysfs, procfs and the like"),
        (InterfaceKind.MountOption, "mount-options", "mount option", "mount options"),
        (InterfaceKind.BootParameter, "boot-parameters", "boot parameter", "boot parameters"),
        (InterfaceKind.Filesystem, "filesystems", "filesystem", "filesystems"),
        (InterfaceKind.ModuleParameter, "module-parameters", "module parameter", "module parameters"),
        (InterfaceKind.Tool, "tools", "tool", "tools"),
        (InterfaceKind.Document, "documents", "document", "documents"),
        (InterfaceKind.ExportedSymbol, "exported-symbols", "exported symbol", "exported symbols"),
        (InterfaceKind.Function, "functions", "function of a header", "functions of headers"),
        (InterfaceKind.Macro, "macros", "macro of a header", "macros of headers"),
        (InterfaceKind.Type, "types", "type of a header", "types of headers"),
        (InterfaceKind.Operation, "operations", "operation", "operations"),
        (InterfaceKind.Directory, "directories", "directory of sources", "directories of sources"),
        (InterfaceKind.ScheduledRemoval, "scheduled-removals", "scheduled removal", "scheduled removals"),
        (InterfaceKind.DeveloperDocument, "developer-documents", "document for developers", "documents for developers"),
        (InterfaceKind.BuildTarget, "build", "target or variable of the build", "targets and variables of the build"),
    ];

    private static readonly FrozenDictionary<InterfaceKind, (string Slug, string One, string Many)> ByKind =
        Names.ToFrozenDictionary(n => n.Kind, n => (n.Slug, n.One, n.Many));

    private static readonly FrozenDictionary<string, InterfaceKind> BySlug =
        Names.ToFrozenDictionary(n => n.Slug, n => n.Kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every kind, those for users first.</summary>
    public static IReadOnlyList<InterfaceKind> All { get; } = [.. Names.Select(n => n.Kind)];

    /// <summary>Its name in URLs: "system-calls".</summary>
    public static string Slug(this InterfaceKind kind) => ByKind[kind].Slug;

    /// <summary>One of the kind, in a sentence: "system call".</summary>
    public static string One(this InterfaceKind kind) => ByKind[kind].One;

    /// <summary>Several of the kind, in a sentence: "system calls".</summary>
    public static string Many(this InterfaceKind kind) => ByKind[kind].Many;

    /// <summary>Several of the kind, as a heading: "System calls".</summary>
    public static string Title(this InterfaceKind kind)
    {
        var many = kind.Many();
        return kind == InterfaceKind.Ioctl ? many : char.ToUpperInvariant(many[0]) + many[1..];
    }

    /// <summary>It is for users of the kernel, not only for its developers.</summary>
    public static bool IsForUsers(this InterfaceKind kind) => kind < FirstOfDevelopers;

    /// <summary>It is a name of C code that developers write: exported, declared or defined in a header.</summary>
    public static bool IsCode(this InterfaceKind kind) => kind is
        InterfaceKind.ExportedSymbol or InterfaceKind.Function or InterfaceKind.Macro or InterfaceKind.Type or InterfaceKind.Operation;

    /// <summary>
    /// Kinds that one name of C has by turns: a function becomes a macro, a request stands for another macro, a header hides
    /// a constant from user space. Whoever uses the name can go on doing so.
    /// </summary>
    public static IReadOnlyList<InterfaceKind> ByTurns { get; } =
        [InterfaceKind.Function, InterfaceKind.Macro, InterfaceKind.Constant, InterfaceKind.Ioctl, InterfaceKind.NetlinkAttribute];

    /// <summary>Reads a slug; false when there is no such kind.</summary>
    public static bool TryParse(string? slug, out InterfaceKind kind) => BySlug.TryGetValue(slug ?? "", out kind);
}
