namespace KernelTracker.Data.Model;

/// <summary>By what a hardware addition was recognised.</summary>
public enum AdditionBasis : byte
{
    /// <summary>A new driver: a Kconfig entry with its sources.</summary>
    Driver = 1,

    /// <summary>A machine or board definition, or a processor.</summary>
    Machine = 2,

    /// <summary>A device that an existing driver learned: new device ids, a new source of the driver, or the changeset's subject.</summary>
    ExistingDriver = 3,
}

/// <summary>
/// A device, or a family of devices with one driver, that a release supports and the one before it did not.
/// </summary>
public sealed class HardwareAddition
{
    /// <summary>Number of the row; another one after each reading of the release.</summary>
    public int Id { get; set; }

    /// <summary>
    /// Its permanent name in URLs: the release and what the record hangs on (module, symbol or changeset), for
    /// instance "v2.6.30-wm8988". Unique, and the same after every reading.
    /// </summary>
    public required string Key { get; set; }

    /// <summary>The first <see cref="Release"/> with it.</summary>
    public int ReleaseId { get; set; }

    /// <summary>"Vendor Part kind" as an editor prints it, for instance "Dialog Semiconductor DA9213 regulators".</summary>
    public required string Name { get; set; }

    /// <summary>The vendor in its one spelling; null when not known.</summary>
    public string? Vendor { get; set; }

    /// <summary>What kind of thing it is, as a plural noun: "voltage regulators".</summary>
    public required string Kind { get; set; }

    /// <summary>The heading it is listed under; <see cref="HardwareCategory.Staging"/> while only a staging driver supports it.</summary>
    public HardwareCategory Category { get; set; }

    /// <summary>By what it was recognised.</summary>
    public AdditionBasis Basis { get; set; }

    /// <summary>Name of the Kconfig symbol that enables it, without CONFIG_; null when it has none of its own nor its driver one.</summary>
    public string? Symbol { get; set; }

    /// <summary>The driver's main source file, or the folder of a driver of many; null when not known.</summary>
    public string? Driver { get; set; }

    /// <summary>The kernel module, without .ko; null when it cannot be one or is not known.</summary>
    public string? Module { get; set; }

    /// <summary>The changeset that brought it first; null when a merge itself did.</summary>
    public int? CommitId { get; set; }

    /// <summary>It was added and went again before the release was out: it is no addition of the release.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>The changeset that took it out again; null when it is still there or a merge did it.</summary>
    public int? RemovalCommitId { get; set; }

    /// <summary>The first release that no longer has it; null while it is supported.</summary>
    public int? RemovedReleaseId { get; set; }

    /// <summary>The release in which its driver left staging; null when it is still there or never was.</summary>
    public int? GraduatedReleaseId { get; set; }
}

/// <summary>A part number, model or product name that an addition covers.</summary>
public sealed class HardwarePart
{
    /// <summary>The <see cref="HardwareAddition"/>.</summary>
    public int AdditionId { get; set; }

    /// <summary>Order as printed, from 0.</summary>
    public int Ordinal { get; set; }

    /// <summary>As printed: "DA9213".</summary>
    public required string Name { get; set; }
}

/// <summary>What a changeset did for an addition.</summary>
public enum EvidenceRole : byte
{
    /// <summary>Brought the driver's sources or its Kconfig entry.</summary>
    Driver = 1,

    /// <summary>Added device ids.</summary>
    Ids = 2,

    /// <summary>Defined the machine or board.</summary>
    Machine = 3,

    /// <summary>Says so in its subject.</summary>
    Subject = 4,

    /// <summary>Moved the driver out of staging.</summary>
    Graduation = 5,

    /// <summary>Took it out again.</summary>
    Removal = 6,
}

/// <summary>A changeset that is evidence for an addition.</summary>
public sealed class HardwareChangeset
{
    /// <summary>The <see cref="HardwareAddition"/>.</summary>
    public int AdditionId { get; set; }

    /// <summary>The <see cref="Commit"/>.</summary>
    public int CommitId { get; set; }

    /// <summary>What it did.</summary>
    public EvidenceRole Role { get; set; }
}

/// <summary>A source file that belongs to an addition.</summary>
public sealed class HardwareFile
{
    /// <summary>The <see cref="HardwareAddition"/>.</summary>
    public int AdditionId { get; set; }

    /// <summary>The <see cref="TreePath"/>.</summary>
    public int PathId { get; set; }

    /// <summary>The release that brought it under this path: that of the addition, or of a later move.</summary>
    public int ReleaseId { get; set; }
}

/// <summary>Tells for which state of a release its hardware and Kconfig symbols were read.</summary>
public sealed class HardwareReading : IReleaseReading
{
    /// <summary>The <see cref="Release"/>.</summary>
    public int ReleaseId { get; set; }

    /// <summary>The commit that was read.</summary>
    public required byte[] TipSha { get; set; }

    /// <summary>The commit of the release before; null for the first release.</summary>
    public byte[]? BaseSha { get; set; }

    /// <summary>The rules it was read by.</summary>
    public required string RulesVersion { get; set; }
}
