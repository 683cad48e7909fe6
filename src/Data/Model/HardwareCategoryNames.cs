using System.Collections.Frozen;

namespace KernelTracker.Data.Model;

/// <summary>How hardware categories are written for people and in URLs.</summary>
public static class HardwareCategoryNames
{
    private static readonly (HardwareCategory Category, string Title, string Slug)[] Names =
    [
        (HardwareCategory.SystemsAndProcessors, "Systems and processors", "systems"),
        (HardwareCategory.Audio, "Audio", "audio"),
        (HardwareCategory.BlockAndStorage, "Block and storage", "storage"),
        (HardwareCategory.Clock, "Clock", "clock"),
        (HardwareCategory.Crypto, "Crypto accelerators", "crypto"),
        (HardwareCategory.DmaAndMemory, "DMA and memory controllers", "memory"),
        (HardwareCategory.GpioAndPins, "GPIO and pin control", "gpio"),
        (HardwareCategory.Graphics, "Graphics", "graphics"),
        (HardwareCategory.HardwareMonitoring, "Hardware monitoring", "monitoring"),
        (HardwareCategory.HumanInput, "Human input/output", "input"),
        (HardwareCategory.I2cAndSpi, "I2C and SPI", "i2c-spi"),
        (HardwareCategory.IndustrialIo, "Industrial I/O", "iio"),
        (HardwareCategory.LedsAndBacklight, "LEDs and backlight", "leds"),
        (HardwareCategory.Media, "Media", "media"),
        (HardwareCategory.Multifunction, "Multifunction devices", "multifunction"),
        (HardwareCategory.Networking, "Networking", "networking"),
        (HardwareCategory.PciAndBuses, "PCI and bus bridges", "buses"),
        (HardwareCategory.Phy, "PHY", "phy"),
        (HardwareCategory.PowerSupply, "Power supply", "power"),
        (HardwareCategory.RealTimeClocks, "Real-time clocks", "rtc"),
        (HardwareCategory.Regulators, "Regulators", "regulators"),
        (HardwareCategory.Serial, "Serial", "serial"),
        (HardwareCategory.Thermal, "Thermal", "thermal"),
        (HardwareCategory.Usb, "USB", "usb"),
        (HardwareCategory.Watchdog, "Watchdog", "watchdog"),
        (HardwareCategory.Miscellaneous, "Miscellaneous", "misc"),
        (HardwareCategory.Staging, "Staging", "staging"),
    ];

    private static readonly FrozenDictionary<HardwareCategory, (string Title, string Slug)> ByCategory =
        Names.ToFrozenDictionary(n => n.Category, n => (n.Title, n.Slug));

    private static readonly FrozenDictionary<string, HardwareCategory> BySlug =
        Names.ToFrozenDictionary(n => n.Slug, n => n.Category, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every category, in the order pages list them.</summary>
    public static IReadOnlyList<HardwareCategory> All { get; } = [.. Names.Select(n => n.Category)];

    /// <summary>The category as a heading, for instance "Human input/output".</summary>
    public static string Title(this HardwareCategory category) => ByCategory[category].Title;

    /// <summary>The category in a URL, for instance "input".</summary>
    public static string Slug(this HardwareCategory category) => ByCategory[category].Slug;

    /// <summary>Reads a slug; false when there is no such category.</summary>
    public static bool TryParse(string? slug, out HardwareCategory category) => BySlug.TryGetValue(slug ?? "", out category);
}
