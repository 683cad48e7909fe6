namespace KernelTracker.Data.Model;

/// <summary>What a name that others rely on is: for users (below 64), or for kernel developers (64 and above).</summary>
public enum InterfaceKind : byte
{
    /// <summary>A system call, without "sys_": "inotify_init1" (SYSCALL_DEFINE, entries of the syscall tables).</summary>
    SystemCall = 1,

    /// <summary>An ioctl request: a constant made by _IO, _IOR, _IOW or _IOWR.</summary>
    Ioctl = 2,

    /// <summary>Another constant of a header that is exported to user space: prctl, madvise and fcntl commands, flags, socket options.</summary>
    Constant = 3,

    /// <summary>An attribute or command of a netlink family: an enumerator of a header that is exported to user space.</summary>
    NetlinkAttribute = 4,

    /// <summary>A file of sysfs, procfs or another interface, as Documentation/ABI names it ("What:").</summary>
    AbiFile = 5,

    /// <summary>A mount option: "ext4 auto_da_alloc" (match tables; fs_parameter_spec).</summary>
    MountOption = 6,

    /// <summary>A boot parameter (__setup, early_param, Documentation/kernel-parameters.txt and its later places).</summary>
    BootParameter = 7,

    /// <summary>A filesystem type, as mount names it.</summary>
    Filesystem = 8,

    /// <summary>A module parameter: "module.parameter".</summary>
    ModuleParameter = 9,

    /// <summary>A directory of a tool that comes with the kernel: "tools/perf".</summary>
    Tool = 10,

    /// <summary>A file below Documentation that is new, for users: "Documentation/filesystems/btrfs.txt".</summary>
    Document = 11,

    /// <summary>A symbol exported to modules (EXPORT_SYMBOL and its forms).</summary>
    ExportedSymbol = 64,

    /// <summary>A function declared or defined in include/ (architectures' own headers not counted).</summary>
    Function = 65,

    /// <summary>A macro of include/.</summary>
    Macro = 66,

    /// <summary>A struct, union or enum of include/.</summary>
    Type = 67,

    /// <summary>A member of a struct of function pointers of include/: "net_device_ops.ndo_start_xmit".</summary>
    Operation = 68,

    /// <summary>A directory below drivers/, fs/, net/, sound/, … that builds something.</summary>
    Directory = 69,

    /// <summary>An entry of the feature-removal schedule.</summary>
    ScheduledRemoval = 70,

    /// <summary>A document for kernel developers: APIs, coding rules, the build system.</summary>
    DeveloperDocument = 71,

    /// <summary>A command-line check, a make target or a variable of the build system.</summary>
    BuildTarget = 72,
}

/// <summary>A name that users or modules rely on. One row per kind and name, wherever it stands.</summary>
public sealed class InterfaceName
{
    /// <summary>Number of the row.</summary>
    public int Id { get; set; }

    /// <summary>What it is.</summary>
    public InterfaceKind Kind { get; set; }

    /// <summary>The name as the source spells it, case kept.</summary>
    public required string Name { get; set; }
}

/// <summary>
/// A span of releases whose trees have a name in a file, with one text. When its text changes, one span ends and another
/// begins with the same release: a name is new in a release when no span of it, of any file, holds the release before.
/// </summary>
public sealed class InterfaceSpan
{
    /// <summary>Number of the row.</summary>
    public int Id { get; set; }

    /// <summary>The <see cref="InterfaceName"/>.</summary>
    public int NameId { get; set; }

    /// <summary>The file: <see cref="TreePath"/>.</summary>
    public int PathId { get; set; }

    /// <summary>
    /// What stands with it, on one line, in every release of the span: a declaration, a value, the license of an
    /// export ("GPL"), the sentence of a document; empty when there is nothing.
    /// </summary>
    public required string Text { get; set; }

    /// <summary>The first release that has it in this file.</summary>
    public int FirstReleaseId { get; set; }

    /// <summary>It is in the first tree of the history: <see cref="FirstReleaseId"/> or any release before may be its first.</summary>
    public bool IsInitial { get; set; }

    /// <summary>The first release that has it in this file no longer; null while it is there.</summary>
    public int? EndReleaseId { get; set; }
}

/// <summary>What a changeset did to a name.</summary>
public enum InterfaceChangeKind : byte
{
    /// <summary>The changeset's files have it, and did not before.</summary>
    Added = 1,

    /// <summary>The changeset's files no longer have it.</summary>
    Removed = 2,

    /// <summary>It stands, with another text: another signature, another value.</summary>
    Changed = 3,
}

/// <summary>What one changeset did to a name, over all of its files: a move within the changeset is no change.</summary>
public sealed class InterfaceChange
{
    /// <summary>The <see cref="Commit"/>.</summary>
    public int CommitId { get; set; }

    /// <summary>The <see cref="InterfaceName"/>.</summary>
    public int NameId { get; set; }

    /// <summary>What it did.</summary>
    public InterfaceChangeKind Kind { get; set; }

    /// <summary>The file after it (before it, when removed): <see cref="TreePath"/>.</summary>
    public int PathId { get; set; }

    /// <summary>The text after it (before it, when removed), as in <see cref="InterfaceSpan.Text"/>.</summary>
    public required string Text { get; set; }
}

/// <summary>In which state a release was read for interfaces, and by which rules.</summary>
public sealed class InterfaceReading : IReleaseReading
{
    /// <summary>The <see cref="Release"/>.</summary>
    public int ReleaseId { get; set; }

    /// <summary>The commit that was read.</summary>
    public required byte[] TipSha { get; set; }

    /// <summary>The commit of the release before; null for the first release.</summary>
    public byte[]? BaseSha { get; set; }

    /// <summary>The rules.</summary>
    public required string RulesVersion { get; set; }
}
