using System.Globalization;
using System.Text;
using KernelTracker.Data.Model;

namespace KernelTracker.Data.Hardware;

/// <summary>How device ids are written: as lspci and lsusb print them.</summary>
public static class DeviceIdText
{
    /// <summary>
    /// The id as one text: "8086:1533", "0bda:8179 if ff/ff/00", "10ec:8139 sub 103c:30b7", "class 0c0330", or the name.
    /// "*" stands for any value, "x" for a digit that does not count.
    /// </summary>
    public static string Of(DeviceMatch id)
    {
        var text = new StringBuilder();
        if (id.Bus == DeviceBus.Amba)
            return (id.Vendor ?? 0).ToString("x8", CultureInfo.InvariantCulture);
        if (id.Vendor is not null || id.Device is not null)
            text.Append(Word(id.Vendor)).Append(':').Append(Word(id.Device));
        if (id.SubVendor is not null || id.SubDevice is not null)
            Add(text, $"sub {Word(id.SubVendor)}:{Word(id.SubDevice)}");
        if (id.Class is { } number)
            Add(text, Class(id, number));
        if (id.Name is { } name)
            Add(text, name);
        return text.ToString();
    }

    private static void Add(StringBuilder text, string part)
    {
        if (text.Length > 0)
            text.Append(' ');
        text.Append(part);
    }

    private static string Word(int? value) => value?.ToString("x4", CultureInfo.InvariantCulture) ?? "*";

    private static string Class(DeviceMatch id, int number)
    {
        var mask = id.ClassMask ?? 0xffffff;
        if (id.Bus == DeviceBus.Sdio)
            return $"class {number.ToString("x2", CultureInfo.InvariantCulture)}";
        if (id.Bus == DeviceBus.Usb)
            return $"{(id.IsInterfaceClass ? "if" : "class")} {Part(number, mask, 16)}/{Part(number, mask, 8)}/{Part(number, mask, 0)}";
        var digits = number.ToString("x6", CultureInfo.InvariantCulture).ToCharArray();
        for (var i = 0; i < digits.Length; i++)
        {
            if (((mask >> (20 - (4 * i))) & 0xf) == 0)
                digits[i] = 'x';
        }
        return $"class {new string(digits)}";
    }

    private static string Part(int number, int mask, int shift) =>
        ((mask >> shift) & 0xff) == 0 ? "*" : ((number >> shift) & 0xff).ToString("x2", CultureInfo.InvariantCulture);
}
