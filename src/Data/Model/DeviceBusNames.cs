using System.Collections.Frozen;

namespace KernelTracker.Data.Model;

/// <summary>How buses are written for people and in URLs.</summary>
public static class DeviceBusNames
{
    private static readonly (DeviceBus Bus, string Title, string Slug)[] Names =
    [
        (DeviceBus.Pci, "PCI", "pci"),
        (DeviceBus.Usb, "USB", "usb"),
        (DeviceBus.DeviceTree, "device tree", "of"),
        (DeviceBus.Acpi, "ACPI", "acpi"),
        (DeviceBus.Hid, "HID", "hid"),
        (DeviceBus.Sdio, "SDIO", "sdio"),
        (DeviceBus.I2c, "I2C", "i2c"),
        (DeviceBus.Spi, "SPI", "spi"),
        (DeviceBus.Platform, "platform", "platform"),
        (DeviceBus.Pnp, "PNP", "pnp"),
        (DeviceBus.HdaCodec, "HD-audio codec", "hdaudio"),
        (DeviceBus.SoundSubsystem, "sound subsystem", "sound"),
        (DeviceBus.Ssb, "SSB", "ssb"),
        (DeviceBus.Bcma, "BCMA", "bcma"),
        (DeviceBus.Virtio, "virtio", "virtio"),
        (DeviceBus.Pcmcia, "PCMCIA", "pcmcia"),
        (DeviceBus.Input, "input", "input"),
        (DeviceBus.Amba, "AMBA", "amba"),
    ];

    private static readonly FrozenDictionary<DeviceBus, (string Title, string Slug)> ByBus = Names.ToFrozenDictionary(n => n.Bus, n => (n.Title, n.Slug));

    private static readonly FrozenDictionary<string, DeviceBus> BySlug =
        Names.ToFrozenDictionary(n => n.Slug, n => n.Bus, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every bus.</summary>
    public static IReadOnlyList<DeviceBus> All { get; } = [.. Names.Select(n => n.Bus)];

    /// <summary>The bus as people write it: "PCI", "device tree".</summary>
    public static string Title(this DeviceBus bus) => ByBus[bus].Title;

    /// <summary>The bus in a URL, as modaliases name it: "pci", "of".</summary>
    public static string Slug(this DeviceBus bus) => ByBus[bus].Slug;

    /// <summary>Reads a slug; false when there is no such bus.</summary>
    public static bool TryParse(string? slug, out DeviceBus bus) => BySlug.TryGetValue(slug ?? "", out bus);
}
