using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using KernelTracker.Data.Model;

namespace KernelTracker.Data.Hardware;

/// <summary>
/// Reads a modalias: what the kernel calls a device for modprobe (scripts/mod/file2alias.c builds the patterns that are
/// matched against them).
/// </summary>
public static partial class Modalias
{
    /// <summary>Longer ones are not read; those of input devices with all their keys have some 1,500 characters.</summary>
    public const int MaxLength = 4096;

    /// <summary>Bits of class, subclass and interface.</summary>
    internal const int WholeClass = 0xffffff;

    private const int UsbOfInput = 3;

    /// <summary>Reads a modalias; false for anything else. The device's line is 0, its title the modalias.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PastedDevice? device)
    {
        device = null;
        text = text?.Trim() ?? "";
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || text.Length > MaxLength || colon + 1 == text.Length)
            return false;
        var empty = new PastedDevice { Line = 0, Title = text };
        var rest = text[(colon + 1)..];
        device = text[..colon].ToUpperInvariant() switch
        {
            "PCI" => Pci(empty, rest),
            "USB" => Usb(empty, rest),
            "OF" => DeviceTree(empty, rest),
            "ACPI" => Named(empty, DeviceBus.Acpi, rest.Split(':')),
            "PNP" => Named(empty, DeviceBus.Pnp, PnpId().Matches(rest).Select(m => m.Groups["id"].Value)),
            "I2C" => Named(empty, DeviceBus.I2c, [rest]),
            "SPI" => Named(empty, DeviceBus.Spi, [rest]),
            "PLATFORM" => Named(empty, DeviceBus.Platform, [rest]),
            "HID" => Pair(empty, DeviceBus.Hid, Hid().Match(rest)),
            "SDIO" => Pair(empty, DeviceBus.Sdio, Sdio().Match(rest)),
            "HDAUDIO" => Pair(empty, DeviceBus.HdaCodec, HdAudio().Match(rest)),
            "SSB" => Pair(empty, DeviceBus.Ssb, Ssb().Match(rest)),
            "BCMA" => Pair(empty, DeviceBus.Bcma, Bcma().Match(rest)),
            "VIRTIO" => Pair(empty, DeviceBus.Virtio, Virtio().Match(rest)),
            "PCMCIA" => Pair(empty, DeviceBus.Pcmcia, Pcmcia().Match(rest)),
            "AMBA" => Amba(empty, Amba().Match(rest)),
            "INPUT" => Input(empty, Input().Match(rest)),
            _ => null,
        };
        return device is not null;
    }

    private static PastedDevice? Pci(PastedDevice device, string rest)
    {
        var match = PciForm().Match(rest);
        if (!match.Success)
            return null;
        var (subVendor, subDevice) = (Hex(match, "sv"), Hex(match, "sd"));
        return device with
        {
            Bus = DeviceBus.Pci,
            Vendor = Hex(match, "v"),
            Device = Hex(match, "d"),
            // A device without subsystem has zeroes there.
            SubVendor = subVendor is 0 ? null : subVendor,
            SubDevice = subVendor is 0 ? null : subDevice,
            Class = Class(match, "bc", "sc", "i"),
            ClassMask = match.Groups["bc"].Success ? WholeClass : 0,
        };
    }

    private static PastedDevice? Usb(PastedDevice device, string rest)
    {
        var match = UsbForm().Match(rest);
        return !match.Success ? null : device with
        {
            Bus = DeviceBus.Usb,
            Vendor = Hex(match, "v"),
            Device = Hex(match, "p"),
            Class = Class(match, "dc", "dsc", "dp"),
            ClassMask = match.Groups["dc"].Success ? WholeClass : 0,
            InterfaceClasses = Class(match, "ic", "isc", "ip") is { } one ? [one] : [],
        };
    }

    /// <summary>"of:NethernetT(null)Cfsl,etsec2Cgianfar": node name, device type, compatibles, the most special one first.</summary>
    private static PastedDevice? DeviceTree(PastedDevice device, string rest)
    {
        var type = rest.IndexOf('T', StringComparison.Ordinal);
        var first = type < 0 ? -1 : rest.IndexOf('C', type);
        if (!rest.StartsWith('N') || first < 0)
            return null;
        var whole = rest[(first + 1)..];
        // A compatible may itself hold a C; the whole is tried as well.
        return Named(device, DeviceBus.DeviceTree, whole.Split('C').Append(whole));
    }

    private static PastedDevice? Named(PastedDevice device, DeviceBus bus, IEnumerable<string> names)
    {
        List<string> clean = [.. names.Select(n => n.TrimEnd('*').Trim()).Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        return clean.Count == 0 ? null : device with { Bus = bus, Names = clean };
    }

    private static PastedDevice? Pair(PastedDevice device, DeviceBus bus, Match match) =>
        match.Success ? device with { Bus = bus, Vendor = Hex(match, "v"), Device = Hex(match, "p") } : null;

    private static PastedDevice? Amba(PastedDevice device, Match match) =>
        match.Success ? device with { Bus = DeviceBus.Amba, Vendor = unchecked((int)uint.Parse(match.Groups["id"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)) } : null;

    /// <summary>An input device tells the bus it hangs on, and of USB its ids.</summary>
    private static PastedDevice? Input(PastedDevice device, Match match) =>
        !match.Success ? null : device with
        {
            Bus = Hex(match, "b") == UsbOfInput ? DeviceBus.Usb : DeviceBus.Input,
            Vendor = Hex(match, "v"),
            Device = Hex(match, "p"),
        };

    private static int? Class(Match match, string @class, string subclass, string protocol) =>
        match.Groups[@class].Success
            ? (Hex(match, @class)!.Value << 16) | (Hex(match, subclass)!.Value << 8) | Hex(match, protocol)!.Value
            : null;

    private static int? Hex(Match match, string group)
    {
        if (!match.Groups[group].Success)
            return null;
        // Vendors and devices have 16 bits; some buses print them with 32.
        var value = uint.Parse(match.Groups[group].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return (int)(value & 0xffff);
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex("^v(?<v>[0-9a-f]{8})d(?<d>[0-9a-f]{8})(sv(?<sv>[0-9a-f]{8})sd(?<sd>[0-9a-f]{8}))?(bc(?<bc>[0-9a-f]{2})sc(?<sc>[0-9a-f]{2})i(?<i>[0-9a-f]{2}))?", Options)]
    private static partial Regex PciForm();

    [GeneratedRegex("^v(?<v>[0-9a-f]{4})p(?<p>[0-9a-f]{4})(d[0-9a-f]{4})?(dc(?<dc>[0-9a-f]{2})dsc(?<dsc>[0-9a-f]{2})dp(?<dp>[0-9a-f]{2}))?(ic(?<ic>[0-9a-f]{2})isc(?<isc>[0-9a-f]{2})ip(?<ip>[0-9a-f]{2}))?", Options)]
    private static partial Regex UsbForm();

    [GeneratedRegex("[cd](?<id>[A-Z@]{3}[0-9A-F]{4})", Options)]
    private static partial Regex PnpId();

    [GeneratedRegex("^b[0-9a-f]{4}(g[0-9a-f]{4})?v(?<v>[0-9a-f]{8})p(?<p>[0-9a-f]{8})", Options)]
    private static partial Regex Hid();

    [GeneratedRegex("^c[0-9a-f]{2}v(?<v>[0-9a-f]{4})d(?<p>[0-9a-f]{4})", Options)]
    private static partial Regex Sdio();

    [GeneratedRegex("^v(?<v>[0-9a-f]{4})(?<p>[0-9a-f]{4})", Options)]
    private static partial Regex HdAudio();

    [GeneratedRegex("^v(?<v>[0-9a-f]{4})id(?<p>[0-9a-f]{4})", Options)]
    private static partial Regex Ssb();

    [GeneratedRegex("^m(?<v>[0-9a-f]{4})id(?<p>[0-9a-f]{4})", Options)]
    private static partial Regex Bcma();

    [GeneratedRegex("^d(?<p>[0-9a-f]{8})v(?<v>[0-9a-f]{8})", Options)]
    private static partial Regex Virtio();

    [GeneratedRegex("^m(?<v>[0-9a-f]{4})c(?<p>[0-9a-f]{4})", Options)]
    private static partial Regex Pcmcia();

    [GeneratedRegex("^d(?<id>[0-9a-f]{8})", Options)]
    private static partial Regex Amba();

    [GeneratedRegex("^b(?<b>[0-9a-f]{4})v(?<v>[0-9a-f]{4})p(?<p>[0-9a-f]{4})", Options)]
    private static partial Regex Input();
}
