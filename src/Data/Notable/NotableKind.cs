namespace KernelTracker.Data.Notable;

/// <summary>What kind of change a notable change is. Kinds of interfaces keep the numbers of <see cref="Model.InterfaceKind"/>.</summary>
public enum NotableKind : byte
{
    /// <summary>System calls.</summary>
    SystemCall = 1,

    /// <summary>ioctl requests.</summary>
    Ioctl = 2,

    /// <summary>Constants of headers that are exported to user space.</summary>
    Constant = 3,

    /// <summary>Attributes and commands of netlink families.</summary>
    NetlinkAttribute = 4,

    /// <summary>Files of sysfs, procfs and the like.</summary>
    AbiFile = 5,

    /// <summary>Mount options.</summary>
    MountOption = 6,

    /// <summary>Boot parameters.</summary>
    BootParameter = 7,

    /// <summary>Filesystems.</summary>
    Filesystem = 8,

    /// <summary>Module parameters.</summary>
    ModuleParameter = 9,

    /// <summary>Tools that come with the kernel.</summary>
    Tool = 10,

    /// <summary>Documents for users.</summary>
    Document = 11,

    /// <summary>Configuration options.</summary>
    Option = 32,

    /// <summary>Drivers that went.</summary>
    Driver = 33,

    /// <summary>Defaults and behaviour, by the words of a changeset or pull request.</summary>
    Behaviour = 34,

    /// <summary>Exported symbols.</summary>
    ExportedSymbol = 64,

    /// <summary>Functions of headers.</summary>
    Function = 65,

    /// <summary>Macros of headers.</summary>
    Macro = 66,

    /// <summary>Types of headers.</summary>
    Type = 67,

    /// <summary>Members of structs of function pointers.</summary>
    Operation = 68,

    /// <summary>Directories of sources.</summary>
    Directory = 69,

    /// <summary>The schedule of removals.</summary>
    ScheduledRemoval = 70,

    /// <summary>Documents for developers.</summary>
    DeveloperDocument = 71,

    /// <summary>The build system.</summary>
    BuildTarget = 72,
}
