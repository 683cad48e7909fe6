using KernelTracker.Data.Model;

namespace KernelTracker.Data.Hardware;

/// <summary>
/// What a device must have for a driver to take it: the columns of <see cref="DeviceId"/>. A null number matches any value.
/// </summary>
/// <param name="Bus">What it is matched against.</param>
public sealed record DeviceMatch(DeviceBus Bus)
{
    /// <summary>
    /// Vendor, manufacturer: 16 bits. AMBA: the id register, 32 bits. Sound subsystem: the vendor of the subsystem.
    /// </summary>
    public int? Vendor { get; init; }

    /// <summary>Device, product, core: 16 bits. Sound subsystem: the device of the subsystem.</summary>
    public int? Device { get; init; }

    /// <summary>Vendor of the subsystem (PCI).</summary>
    public int? SubVendor { get; init; }

    /// <summary>Device of the subsystem (PCI).</summary>
    public int? SubDevice { get; init; }

    /// <summary>Class, subclass and protocol or interface, 8 bits each; of SDIO the class.</summary>
    public int? Class { get; init; }

    /// <summary>Which bits of <see cref="Class"/> count; null when there is no class.</summary>
    public int? ClassMask { get; init; }

    /// <summary><see cref="Class"/> is that of an interface, not of the device (USB).</summary>
    public bool IsInterfaceClass { get; init; }

    /// <summary>The id of a bus whose ids are names; of PCMCIA the product strings, separated by " / ".</summary>
    public string? Name { get; init; }

    /// <summary>The whole id as one text, as <see cref="DeviceId.Text"/> has it: numbers in lower-case hex.</summary>
    public string Text => DeviceIdText.Of(this);
}
