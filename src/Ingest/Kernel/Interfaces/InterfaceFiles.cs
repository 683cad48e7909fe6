using System.Buffers;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>How the names in a file are found.</summary>
internal enum InterfaceFormat : byte
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>A source: exports, parameters, filesystems, requests.</summary>
    Source,

    /// <summary>A header of include/: what it declares, too.</summary>
    Header,

    /// <summary>A header of an architecture, with the numbers of system calls and other constants.</summary>
    Constants,

    /// <summary>A table of system calls.</summary>
    SystemCallTable,

    /// <summary>Entries of Documentation/ABI.</summary>
    Abi,

    /// <summary>The list of boot parameters.</summary>
    ParameterList,

    /// <summary>The feature-removal schedule.</summary>
    RemovalSchedule,

    /// <summary>A document.</summary>
    Document,

    /// <summary>A makefile: its directory builds something.</summary>
    Makefile,

    /// <summary>checkpatch.pl.</summary>
    Checks,

    /// <summary>A source that is a command of a tool.</summary>
    Command,
}

/// <summary>Tells how the files of a kernel tree are read for interfaces.</summary>
internal static class InterfaceFiles
{
    /// <summary>What a source has that holds any; others need not be looked at further.</summary>
    private static readonly SearchValues<string> SourceSigns = SearchValues.Create(
        [
            "EXPORT", "module_param", "MODULE_PARM", "__setup", "early_param", "core_param", "file_system_type", "match_table_t", "fsparam",
            "_IO(", "_IOR(", "_IOW(", "_IOWR(", "_IOC(", Sysctls.Sign,
        ],
        StringComparison.Ordinal);

    /// <summary>The longest start counts.</summary>
    private static readonly string[] BuildFolders = ["arch/", "block/", "crypto/", "drivers/", "fs/", "ipc/", "kernel/", "lib/", "mm/", "net/", "rust/", "security/", "sound/", "virt/", "io_uring/"];

    /// <summary>How a path is read.</summary>
    public static InterfaceFormat Of(string path)
    {
        if (CommandOf(path) is not null)
            return InterfaceFormat.Command;
        if (path.EndsWith(".c", StringComparison.Ordinal) || path.EndsWith(".S", StringComparison.Ordinal))
            return IsApart(path) ? InterfaceFormat.None : InterfaceFormat.Source;
        if (path.EndsWith(".h", StringComparison.Ordinal))
            return OfHeader(path);
        if (path.StartsWith("Documentation/", StringComparison.Ordinal))
            return OfDocument(path);
        if (path.EndsWith("/Makefile", StringComparison.Ordinal) || path.EndsWith("/Kbuild", StringComparison.Ordinal))
            return DirectoryOf(path) is not null || path is "scripts/kconfig/Makefile" ? InterfaceFormat.Makefile : InterfaceFormat.None;
        if (path.EndsWith(".tbl", StringComparison.Ordinal))
            return IsSystemCallTable(path) ? InterfaceFormat.SystemCallTable : InterfaceFormat.None;
        return path switch
        {
            "Makefile" => InterfaceFormat.Makefile,
            "scripts/checkpatch.pl" => InterfaceFormat.Checks,
            _ => InterfaceFormat.None,
        };
    }

    /// <summary>What a file of this format has when it holds any name; null when all are to be looked at.</summary>
    public static SearchValues<string>? Signs(InterfaceFormat format) => format == InterfaceFormat.Source ? SourceSigns : null;

    /// <summary>The directory that a makefile stands for, and what it is; null for none.</summary>
    public static (InterfaceKind Kind, string Name)? DirectoryOf(string path)
    {
        var folder = path[..Math.Max(0, path.LastIndexOf('/'))];
        if (folder.StartsWith("tools/", StringComparison.Ordinal))
        {
            // The directories of a tool's libraries, tests and documents are its own affair.
            return folder.AsSpan().Count('/') == 1 || (folder.AsSpan().Count('/') == 2 && IsToolFolder(folder)) ? (InterfaceKind.Tool, folder) : null;
        }
        foreach (var start in BuildFolders)
        {
            if (path.StartsWith(start, StringComparison.Ordinal))
                return folder.Contains("/boot", StringComparison.Ordinal) ? null : (InterfaceKind.Directory, folder);
        }
        return null;
    }

    /// <summary>The command that a source of a tool is: "perf sched" of tools/perf/builtin-sched.c; null for another file.</summary>
    public static string? CommandOf(string path)
    {
        const string Start = "tools/perf/builtin-", End = ".c";
        return path.Length > Start.Length + End.Length && path.StartsWith(Start, StringComparison.Ordinal) && path.EndsWith(End, StringComparison.Ordinal)
            ? "perf " + path[Start.Length..^End.Length]
            : null;
    }

    private static bool IsToolFolder(string folder) =>
        folder.StartsWith("tools/power/", StringComparison.Ordinal) || folder.StartsWith("tools/testing/", StringComparison.Ordinal) || folder.StartsWith("tools/net/", StringComparison.Ordinal);

    private static InterfaceFormat OfHeader(string path)
    {
        if (IsApart(path))
            return InterfaceFormat.None;
        var isArchitecture = (path.StartsWith("include/asm-", StringComparison.Ordinal) && !path.StartsWith("include/asm-generic/", StringComparison.Ordinal))
            || (path.StartsWith("arch/", StringComparison.Ordinal) && path.Contains("/include/", StringComparison.Ordinal));
        if (isArchitecture)
            return InterfaceFormat.Constants;
        return path.StartsWith("include/", StringComparison.Ordinal) ? InterfaceFormat.Header : InterfaceFormat.Source;
    }

    private static InterfaceFormat OfDocument(string path)
    {
        if (path is "Documentation/feature-removal-schedule.txt")
            return InterfaceFormat.RemovalSchedule;
        if (path is "Documentation/kernel-parameters.txt" or "Documentation/admin-guide/kernel-parameters.txt")
            return InterfaceFormat.ParameterList;
        if (path.StartsWith("Documentation/ABI/", StringComparison.Ordinal))
            return path.StartsWith("Documentation/ABI/removed/", StringComparison.Ordinal) || path.EndsWith("README", StringComparison.Ordinal) ? InterfaceFormat.None : InterfaceFormat.Abi;
        return Documents.KindOf(path) is null ? InterfaceFormat.None : InterfaceFormat.Document;
    }

    private static bool IsSystemCallTable(string path) =>
        path is "scripts/syscall.tbl" || (path.StartsWith("arch/", StringComparison.Ordinal) && path[path.LastIndexOf('/')..].Contains("syscall", StringComparison.Ordinal));

    /// <summary>Programs beside the kernel, examples, and copies of headers for tools.</summary>
    private static bool IsApart(string path) =>
        path.StartsWith("tools/", StringComparison.Ordinal) || path.StartsWith("scripts/", StringComparison.Ordinal) || path.StartsWith("samples/", StringComparison.Ordinal)
        || path.StartsWith("Documentation/", StringComparison.Ordinal) || path.StartsWith("usr/", StringComparison.Ordinal);
}
