using KernelTracker.Data.Model;

namespace KernelTracker.Data.Notable;

/// <summary>What constants of user space are, by how they begin.</summary>
internal static class Constants
{
    /// <summary>Beginnings, the header they are meant in (empty for any), what one of them is, and where it belongs.</summary>
    private static readonly (string Prefix, string Header, string One, string Many, Area Area, int Strength)[] Families =
    [
        ("PR_", "prctl", "prctl() command", "prctl() commands", Area.CoreKernel, 72),
        ("MADV_", "", "madvise() advice", "madvise() advices", Area.MemoryManagement, 72),
        ("MREMAP_", "", "mremap() flag", "mremap() flags", Area.MemoryManagement, 72),
        ("MCL_", "", "mlockall() flag", "mlockall() flags", Area.MemoryManagement, 72),
        ("MPOL_", "", "memory policy or flag of it", "memory policies or flags of them", Area.MemoryManagement, 72),
        ("MAP_", "", "mmap() flag", "mmap() flags", Area.MemoryManagement, 68),
        ("F_", "fcntl", "fcntl() command", "fcntl() commands", Area.FilesystemsAndBlock, 72),
        ("O_", "fcntl", "open() flag", "open() flags", Area.FilesystemsAndBlock, 72),
        ("AT_", "fcntl", "flag of the …at() calls", "flags of the …at() calls", Area.FilesystemsAndBlock, 72),
        ("AT_", "auxvec", "entry of the auxiliary vector", "entries of the auxiliary vector", Area.CoreKernel, 66),
        ("MS_", "fs", "mount flag", "mount flags", Area.FilesystemsAndBlock, 72),
        ("FALLOC_", "", "fallocate() flag", "fallocate() flags", Area.FilesystemsAndBlock, 72),
        ("SPLICE_", "", "splice() flag", "splice() flags", Area.FilesystemsAndBlock, 72),
        ("EPOLL", "", "epoll flag", "epoll flags", Area.FilesystemsAndBlock, 72),
        ("IN_", "inotify", "inotify flag", "inotify flags", Area.FilesystemsAndBlock, 72),
        ("FAN_", "", "fanotify flag", "fanotify flags", Area.FilesystemsAndBlock, 72),
        ("CLONE_", "", "clone() flag", "clone() flags", Area.CoreKernel, 72),
        ("SCHED_", "", "scheduling policy or flag", "scheduling policies or flags", Area.CoreKernel, 70),
        ("FUTEX_", "", "futex() operation", "futex() operations", Area.CoreKernel, 70),
        ("RLIMIT_", "", "resource limit", "resource limits", Area.CoreKernel, 72),
        ("PTRACE_", "", "ptrace() request", "ptrace() requests", Area.CoreKernel, 66),
        ("CLOCK_", "", "clock", "clocks", Area.CoreKernel, 66),
        ("MEMBARRIER_", "", "membarrier() command", "membarrier() commands", Area.CoreKernel, 70),
        ("PERF_", "", "constant of performance counters", "constants of performance counters", Area.TracingAndTools, 50),
        ("BPF_", "", "BPF constant", "BPF constants", Area.Networking, 50),
        ("CAP_", "", "capability", "capabilities", Area.Security, 72),
        ("SECCOMP_", "", "seccomp mode or flag", "seccomp modes or flags", Area.Security, 72),
        ("KEYCTL_", "", "keyctl() operation", "keyctl() operations", Area.Security, 70),
        ("SO_EE_", "", "origin of a socket error", "origins of socket errors", Area.Networking, 45),
        ("SO_", "", "socket option", "socket options", Area.Networking, 70),
        ("TCP_", "tcp", "TCP socket option", "TCP socket options", Area.Networking, 70),
        ("IP_", "in", "IP socket option", "IP socket options", Area.Networking, 68),
        ("IPV6_", "", "IPv6 socket option", "IPv6 socket options", Area.Networking, 68),
        ("MSG_", "socket", "send()/recv() flag", "send()/recv() flags", Area.Networking, 68),
        ("AF_", "", "socket family", "socket families", Area.Networking, 70),
        ("IPPROTO_", "", "IP protocol", "IP protocols", Area.Networking, 68),
        ("ETHTOOL_", "", "ethtool command", "ethtool commands", Area.Networking, 58),
        ("KVM_CAP_", "", "KVM capability", "KVM capabilities", Area.Virtualization, 46),
        ("V4L2_", "", "Video4Linux constant", "Video4Linux constants", Area.DeviceDrivers, 45),
    ];

    /// <summary>Families whose calls take one command of many, and with it what may be called likewise.</summary>
    private static readonly string[] Commands = ["PR_", "F_", "KEYCTL_", "PTRACE_", "FUTEX_", "SO_", "TCP_", "IP_", "IPV6_", "ETHTOOL_"];

    /// <summary>Whether a constant is of such a family.</summary>
    public static bool IsOfCommands(NameFact fact) =>
        fact.Kind == InterfaceKind.Constant && Array.Exists(Commands, c => fact.Name.StartsWith(c, StringComparison.Ordinal)) && Of(fact.Name, fact.Paths) is not null;

    /// <summary>The family of a constant; null when it belongs to none.</summary>
    public static (string One, string Many, Area Area, int Strength)? Of(string name, IReadOnlyList<string> paths)
    {
        foreach (var (prefix, header, one, many, area, strength) in Families)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && (header.Length == 0 || paths.Any(p => Places.Stem(p) == header)))
                return (one, many, area, strength);
        }
        return null;
    }
}
