namespace KernelTracker.Data.Model;

/// <summary>
/// What a changeset or pull is about, in the taxonomy of a kernel news page.
/// Stored as a number: append only, never renumber.
/// </summary>
public enum Area : byte
{
    /// <summary>Anything the rules cannot place; kept under 5 % of any release.</summary>
    Miscellaneous = 0,

    /// <summary>Code of one processor architecture (arch/*, without its KVM part).</summary>
    Architecture = 1,

    /// <summary>Scheduler, locking, timers, signals, init, IPC, generic lib/ code.</summary>
    CoreKernel = 2,

    /// <summary>mm/ and its headers.</summary>
    MemoryManagement = 3,

    /// <summary>fs/, the block layer, device mapper and software RAID.</summary>
    FilesystemsAndBlock = 4,

    /// <summary>Protocols and the network core (network device drivers are <see cref="DeviceDrivers"/>).</summary>
    Networking = 5,

    /// <summary>Drivers for devices; the area part names the class (graphics, media, …).</summary>
    DeviceDrivers = 6,

    /// <summary>What drivers stand on: driver core, buses, firmware interfaces, power management.</summary>
    DeviceDriverInfrastructure = 7,

    /// <summary>KVM, Xen, lguest, virtio, control groups and namespaces.</summary>
    Virtualization = 8,

    /// <summary>Security modules, keys, cryptographic API, audit.</summary>
    Security = 9,

    /// <summary>Tracers, perf, kprobes, debuggers, tools/, self tests.</summary>
    TracingAndTools = 10,

    /// <summary>Documentation, MAINTAINERS, CREDITS.</summary>
    Documentation = 11,

    /// <summary>Kbuild, Kconfig machinery, scripts/, top-level Makefile.</summary>
    BuildSystem = 12,
}
