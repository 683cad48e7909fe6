namespace KernelTracker.Data.Model;

/// <summary>
/// What a device id is matched against (include/linux/mod_devicetable.h has the tables of most).
/// Stored as a number: append only, never renumber.
/// </summary>
public enum DeviceBus : byte
{
    /// <summary>PCI: vendor, device, subsystem vendor and device, class.</summary>
    Pci = 1,

    /// <summary>USB: vendor, product, device or interface class.</summary>
    Usb = 2,

    /// <summary>A device-tree compatible.</summary>
    DeviceTree = 3,

    /// <summary>An ACPI id.</summary>
    Acpi = 4,

    /// <summary>HID: vendor, product.</summary>
    Hid = 5,

    /// <summary>SDIO: vendor, device, class.</summary>
    Sdio = 6,

    /// <summary>The name of an I2C device.</summary>
    I2c = 7,

    /// <summary>The name of an SPI device.</summary>
    Spi = 8,

    /// <summary>The name of a platform device.</summary>
    Platform = 9,

    /// <summary>A PNP id.</summary>
    Pnp = 10,

    /// <summary>An HD-audio codec: its vendor id, 16 bits of vendor and 16 of device.</summary>
    HdaCodec = 11,

    /// <summary>A PCI subsystem that a sound driver knows by name (SND_PCI_QUIRK).</summary>
    SoundSubsystem = 12,

    /// <summary>A core of a Sonics Silicon Backplane: vendor, core.</summary>
    Ssb = 13,

    /// <summary>A core of a Broadcom AMBA bus: manufacturer, core.</summary>
    Bcma = 14,

    /// <summary>A virtio device: vendor, device.</summary>
    Virtio = 15,

    /// <summary>PCMCIA: manufacturer, card, or product strings.</summary>
    Pcmcia = 16,

    /// <summary>Input devices matched by event bits.</summary>
    Input = 17,

    /// <summary>An AMBA PrimeCell peripheral: its id register.</summary>
    Amba = 18,
}

/// <summary>
/// A device id in a table of a driver, with the span of releases that have it there. A null number matches any value.
/// </summary>
public sealed class DeviceId
{
    /// <summary>Number of the row.</summary>
    public int Id { get; set; }

    /// <summary>What it is matched against.</summary>
    public DeviceBus Bus { get; set; }

    /// <summary>Vendor, manufacturer: 16 bits (AMBA: the id register, 32 bits).</summary>
    public int? Vendor { get; set; }

    /// <summary>Device, product, core: 16 bits.</summary>
    public int? Device { get; set; }

    /// <summary>Vendor of the subsystem (PCI).</summary>
    public int? SubVendor { get; set; }

    /// <summary>Device of the subsystem (PCI).</summary>
    public int? SubDevice { get; set; }

    /// <summary>Class, subclass and protocol or interface, 8 bits each; of SDIO the class.</summary>
    public int? Class { get; set; }

    /// <summary>Which bits of <see cref="Class"/> count.</summary>
    public int? ClassMask { get; set; }

    /// <summary><see cref="Class"/> is that of an interface, not of the device (USB).</summary>
    public bool IsInterfaceClass { get; set; }

    /// <summary>The id of a bus whose ids are names, as the source spells it: "brcm,bcm53xx-spi", "INT33A0".</summary>
    public string? Name { get; set; }

    /// <summary>
    /// The whole id as one text, unique within its bus and file: "8086:1533", "0bda:8179 if ff/ff/00",
    /// "10ec:8139 sub 103c:30b7", "class 0c0330", or the name.
    /// </summary>
    public required string Text { get; set; }

    /// <summary>What the source calls the device: a comment, a product string, the names of the constants; null when nothing.</summary>
    public string? Label { get; set; }

    /// <summary>The source file: <see cref="TreePath"/>.</summary>
    public int PathId { get; set; }

    /// <summary>The first release that has it in this file.</summary>
    public int AddedReleaseId { get; set; }

    /// <summary>It is in the first tree of the history: <see cref="AddedReleaseId"/> or any release before may be its first.</summary>
    public bool IsInitial { get; set; }

    /// <summary>The first release that has it in this file no longer; null while it is there.</summary>
    public int? RemovedReleaseId { get; set; }

    /// <summary>The changeset that added it; null for the first tree and when a merge did.</summary>
    public int? CommitId { get; set; }

    /// <summary>The <see cref="HardwareAddition"/> it belongs to; null for the first tree, moves, and ids without a nameable device.</summary>
    public int? AdditionId { get; set; }
}

/// <summary>What builds a source file: its Kconfig symbol and module, as the newest release with the file has it.</summary>
public sealed class DriverSource
{
    /// <summary>The <see cref="TreePath"/>.</summary>
    public int PathId { get; set; }

    /// <summary>The Kconfig symbol without CONFIG_; null when it is always built or not known.</summary>
    public string? Symbol { get; set; }

    /// <summary>The module or built-in object it becomes part of, without suffix.</summary>
    public string? Module { get; set; }
}
