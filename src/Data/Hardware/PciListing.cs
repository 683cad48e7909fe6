using System.Globalization;
using System.Text.RegularExpressions;
using KernelTracker.Data.Model;

namespace KernelTracker.Data.Hardware;

/// <summary>Reads lines of lspci in its forms (lspci(8)).</summary>
internal static partial class PciListing
{
    /// <summary>Class and subclass, without the programming interface.</summary>
    private const int WithoutInterface = 0xffff00;

    /// <summary>
    /// Programming interfaces that the name of a device tells where lspci does not print them: class, word, interface
    /// (PCI Code and ID Assignment Specification).
    /// </summary>
    private static readonly (int Class, string Word, int Interface)[] Told =
    [
        (0x0106, "AHCI", 0x01),
        (0x0c03, "UHCI", 0x00),
        (0x0c03, "OHCI", 0x10),
        (0x0c03, "EHCI", 0x20),
        (0x0c03, "xHCI", 0x30),
        (0x0c00, "OHCI", 0x10),
        (0x0108, "NVMe", 0x02),
    ];

    /// <summary>A line that begins with a slot: plain, -n, -nn or -mm; null for any other.</summary>
    public static PastedDevice? Read(string text)
    {
        var slot = Slot().Match(text);
        if (!slot.Success)
            return null;
        var rest = slot.Groups["rest"].Value;
        return rest.StartsWith('"') ? Quoted(rest) : Plain(rest);
    }

    /// <summary>A field of lspci -vmm: its name and value; null for any other line.</summary>
    public static (string Field, string Value)? BlockField(string text)
    {
        var match = Field().Match(text);
        if (!match.Success)
            return null;
        var (field, value) = (match.Groups["field"].Value, match.Groups["value"].Value);
        // Older versions call the slot "Device", as they do the device.
        return (field == "Device" && BareSlot().IsMatch(value) ? "Slot" : field, value);
    }

    /// <summary>The device with a field of lspci -vmm.</summary>
    public static PastedDevice With(PastedDevice device, string field, string value)
    {
        var (name, id) = Split(value);
        return field switch
        {
            "Class" => Informed(device with { Class = id is { } c ? c << 8 : device.Class, ClassMask = id is null ? 0 : WithoutInterface }, name),
            "Vendor" => Titled(device with { Vendor = id }, name),
            "Device" => Informed(Titled(device with { Device = id }, name), name),
            "SVendor" => device with { SubVendor = id },
            "SDevice" => device with { SubDevice = id },
            "ProgIf" when Number(value) is { } i && device.Class is { } c => device with { Class = (c & WithoutInterface) | i, ClassMask = Modalias.WholeClass },
            _ => device,
        };
    }

    /// <summary>The device with what an indented line below it says.</summary>
    public static PastedDevice WithDetail(PastedDevice device, string text)
    {
        if (!text.StartsWith("Subsystem:", StringComparison.Ordinal) || Pair().Match(text) is not { Success: true } pair)
            return device;
        return device with { SubVendor = Hex(pair.Groups["vendor"].ValueSpan), SubDevice = Hex(pair.Groups["device"].ValueSpan) };
    }

    /// <summary>"Ethernet controller [0200]: Intel Corporation … [8086:1533] (rev 03)", "0200: 8086:1533 (rev 03)".</summary>
    private static PastedDevice? Plain(string rest)
    {
        var colon = rest.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0)
            return null;
        var (kind, name) = (rest[..colon], rest[(colon + 2)..].Trim());
        int? programming = Programming().Match(name) is { Success: true } p ? Hex(p.Groups["if"].ValueSpan) : null;
        var pair = Pair().Match(name);
        var bare = Revision().Replace(pair.Success && pair.Index > 0 ? name[..pair.Index] : name, "").Trim().TrimEnd('[').Trim();
        if (!pair.Success && bare.Length == 0)
            return null;
        var given = ClassCode().Match(kind) is { Success: true } code ? Hex(code.Groups["code"].ValueSpan) << 8 : (int?)null;
        var device = new PastedDevice
        {
            Line = 0,
            Title = bare,
            Bus = DeviceBus.Pci,
            Vendor = pair.Success ? Hex(pair.Groups["vendor"].ValueSpan) : null,
            Device = pair.Success ? Hex(pair.Groups["device"].ValueSpan) : null,
            Class = given is { } c ? c | (programming ?? 0) : null,
            ClassMask = given is null ? 0 : programming is null ? WithoutInterface : Modalias.WholeClass,
            Names = pair.Success ? [] : [bare],
        };
        return Informed(device, name);
    }

    /// <summary>lspci -mm: class, vendor, device, then -r and -p, subsystem vendor and device, quoted.</summary>
    private static PastedDevice? Quoted(string rest)
    {
        var fields = QuotedField().Matches(rest).Select(m => m.Groups["value"].Value).ToList();
        if (fields.Count < 3)
            return null;
        var device = new PastedDevice { Line = 0, Title = "", Bus = DeviceBus.Pci };
        foreach (var (field, value) in ((string[])["Class", "Vendor", "Device", "SVendor", "SDevice"]).Zip(fields))
            device = With(device, field, value);
        if (device.Vendor is null && device.Names.Count == 0)
            return null;
        return QuotedInterface().Match(rest) is { Success: true } match ? With(device, "ProgIf", match.Groups["if"].Value) : device;
    }

    /// <summary>A name with its number in brackets; or the number alone.</summary>
    private static (string Name, int? Id) Split(string value)
    {
        var match = Bracketed().Match(value);
        return match.Success ? (match.Groups["name"].Value.Trim(), Hex(match.Groups["id"].ValueSpan))
            : BareNumber().IsMatch(value) ? ("", Hex(value))
            : (value.Trim(), null);
    }

    private static PastedDevice Titled(PastedDevice device, string name)
    {
        var title = $"{device.Title} {name}".Trim();
        return device with { Title = title, Names = device.Vendor is null && title.Length > 0 ? [title] : [] };
    }

    /// <summary>The device with the programming interface that its name tells.</summary>
    private static PastedDevice Informed(PastedDevice device, string name)
    {
        if (device.Class is not { } @class || device.ClassMask != WithoutInterface)
            return device;
        foreach (var (code, word, programming) in Told)
        {
            if (@class >> 8 == code && name.Contains(word, StringComparison.OrdinalIgnoreCase))
                return device with { Class = @class | programming, ClassMask = Modalias.WholeClass };
        }
        return device;
    }

    private static int? Number(string value) => BareByte().IsMatch(value) ? Hex(value) : null;

    private static int Hex(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^([0-9a-f]{4,8}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7] (?<rest>.+)$", Options)]
    private static partial Regex Slot();

    [GeneratedRegex(@"^([0-9a-f]{4,8}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]$", Options)]
    private static partial Regex BareSlot();

    [GeneratedRegex(@"^(?<field>Slot|Class|Vendor|Device|SVendor|SDevice|PhySlot|Rev|ProgIf|Driver|Module|NUMANode|IOMMUGroup|DTNode|Label):\s+(?<value>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Field();

    [GeneratedRegex(@"(?<![0-9a-f])\[?(?<vendor>[0-9a-f]{4}):(?<device>[0-9a-f]{4})(\]|(?![0-9a-f:]))", Options | RegexOptions.RightToLeft)]
    private static partial Regex Pair();

    [GeneratedRegex(@"(\[|^|^Class )(?<code>[0-9a-f]{4})(\]|$)", Options)]
    private static partial Regex ClassCode();

    [GeneratedRegex(@"\(prog-if (?<if>[0-9a-f]{2})", Options)]
    private static partial Regex Programming();

    [GeneratedRegex(@" *\((rev [0-9a-f]{2}|prog-if [^)]*)\)", Options)]
    private static partial Regex Revision();

    [GeneratedRegex("\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex QuotedField();

    [GeneratedRegex(" -p(?<if>[0-9a-f]{2})( |$)", Options)]
    private static partial Regex QuotedInterface();

    [GeneratedRegex(@"^(?<name>.*)\[(?<id>[0-9a-f]{4})\]$", Options)]
    private static partial Regex Bracketed();

    [GeneratedRegex("^[0-9a-f]{4}$", Options)]
    private static partial Regex BareNumber();

    [GeneratedRegex("^[0-9a-f]{2}$", Options)]
    private static partial Regex BareByte();
}
