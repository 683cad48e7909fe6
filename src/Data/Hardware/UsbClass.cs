using System.Globalization;
using System.Text.RegularExpressions;

namespace KernelTracker.Data.Hardware;

/// <summary>Reads the class of a device and of its interfaces from lsusb -v (https://www.usb.org/defined-class-codes).</summary>
internal static partial class UsbClass
{
    /// <summary>The vendor of the kernel's own root hubs.</summary>
    public const int RootHubVendor = 0x1d6b;

    /// <summary>Class of hubs.</summary>
    public const int Hub = 0x090000;

    /// <summary>Bits of class, subclass and protocol.</summary>
    public const int WholeClass = 0xffffff;

    /// <summary>A configuration has at most 32 interfaces (USB 2.0, 9.6.3 as drivers take it: USB_MAXINTERFACES).</summary>
    private const int MostInterfaces = 32;

    /// <summary>The device with what a line of its descriptors says: "bInterfaceClass 3 Human Interface Device".</summary>
    public static PastedDevice WithDetail(PastedDevice device, string text)
    {
        if (Field().Match(text) is not { Success: true } match)
            return device;
        var value = int.Parse(match.Groups["value"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) & 0xff;
        var shift = match.Groups["level"].Value switch { "Class" => 16, "SubClass" => 8, _ => 0 };
        if (match.Groups["of"].Value == "Device")
        {
            // A device of class 0 leaves it to its interfaces.
            return device with { Class = ((device.Class ?? 0) & ~(0xff << shift)) | (value << shift), ClassMask = WholeClass };
        }
        // Class comes first and begins an interface, subclass and protocol complete it.
        if (shift == 16)
            return device with { InterfaceClasses = Joined(device.InterfaceClasses, [value << shift]) };
        return device.InterfaceClasses.Count == 0 ? device
            : device with { InterfaceClasses = [.. device.InterfaceClasses.SkipLast(1), device.InterfaceClasses[^1] | (value << shift)] };
    }

    /// <summary>Interface classes of both lists, each once; of no more interfaces than a configuration can have.</summary>
    public static IReadOnlyList<int> Joined(IReadOnlyList<int> some, IReadOnlyList<int> others) => [.. some.Concat(others).Distinct().Take(MostInterfaces)];

    [GeneratedRegex("^b(?<of>Device|Interface)(?<level>Class|SubClass|Protocol) +(?<value>[0-9]{1,3})( |$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Field();
}
