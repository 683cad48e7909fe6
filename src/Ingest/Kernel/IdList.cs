using System.Globalization;

namespace KernelTracker.Ingest.Kernel;

/// <summary>
/// Names of vendors, devices and subsystems by number, from a list in the format of pci.ids and usb.ids: vendor lines,
/// devices behind one tab, subsystems behind two, then sections that begin with a letter, such as "C 03  Display controller"
/// for classes.
/// </summary>
internal sealed class IdList
{
    private readonly Dictionary<int, string> _vendors = [];
    private readonly Dictionary<(int Vendor, int Device), string> _devices = [];
    private readonly Dictionary<(int Vendor, int Device, int SubVendor, int SubDevice), string> _subsystems = [];
    private readonly Dictionary<int, string> _classes = [];

    /// <summary>A list that knows no name.</summary>
    public static IdList Empty { get; } = new();

    /// <summary>Number of vendors.</summary>
    public int VendorCount => _vendors.Count;

    /// <summary>Reads a list; lines that it does not understand it skips. Of several names of one number the first holds.</summary>
    public static IdList Parse(string text)
    {
        var list = new IdList();
        var place = new Place(null, null, false);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).TrimEnd();
            if (!line.IsEmpty && line[0] != '#')
                list.Read(line, ref place);
        }
        return list;
    }

    /// <summary>The name of a vendor; null when not listed.</summary>
    public string? Vendor(int vendor) => _vendors.GetValueOrDefault(vendor);

    /// <summary>The name of a device; null when not listed.</summary>
    public string? Device(int vendor, int device) => _devices.GetValueOrDefault((vendor, device));

    /// <summary>The name of a subsystem; null when not listed.</summary>
    public string? Subsystem(int vendor, int device, int subVendor, int subDevice) =>
        _subsystems.GetValueOrDefault((vendor, device, subVendor, subDevice));

    /// <summary>The name of a class, or of a subclass where that is listed; null when neither is.</summary>
    /// <param name="number">Class, subclass and programming interface, 8 bits each.</param>
    public string? Class(int number) => _classes.GetValueOrDefault((number >> 8) & 0xffff) ?? _classes.GetValueOrDefault(ClassKey(number >> 16));

    // A class without subclass is kept beyond the subclasses.
    private static int ClassKey(int number) => 0x10000 | (number & 0xff);

    private void Read(ReadOnlySpan<char> line, ref Place place)
    {
        var depth = line[0] != '\t' ? 0 : line.Length > 1 && line[1] == '\t' ? 2 : 1;
        var rest = line[depth..];
        if (depth == 0)
        {
            place = rest.StartsWith("C ") ? new Place(Hex(rest[2..], 2), null, true) : new Place(Hex(rest, 4), null, false);
            if (place.Vendor is { } number)
                Add(place.IsClass ? _classes : _vendors, place.IsClass ? ClassKey(number) : number, rest[4..]);
        }
        else if (depth == 1 && place.Vendor is { } vendor)
        {
            place = place with { Device = Hex(rest, place.IsClass ? 2 : 4) };
            if (place.Device is { } device && place.IsClass)
                Add(_classes, (vendor << 8) | device, rest[2..]);
            else if (place.Device is { } known)
                Add(_devices, (vendor, known), rest[4..]);
        }
        else if (depth == 2 && place is { IsClass: false, Vendor: { } of, Device: { } chip } && rest.Length > 9
            && Hex(rest, 4) is { } subVendor && Hex(rest[5..], 4) is { } subDevice)
        {
            Add(_subsystems, (of, chip, subVendor, subDevice), rest[9..]);
        }
    }

    private static void Add<TKey>(Dictionary<TKey, string> names, TKey key, ReadOnlySpan<char> name) where TKey : notnull
    {
        if (name.Trim() is { IsEmpty: false } text)
            names.TryAdd(key, text.ToString());
    }

    /// <summary>The number of that many digits before a blank; null when there is none.</summary>
    private static int? Hex(ReadOnlySpan<char> text, int digits) =>
        text.Length > digits && text[digits] is ' ' or '\t' && int.TryParse(text[..digits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>What the lines behind tabs belong to.</summary>
    private readonly record struct Place(int? Vendor, int? Device, bool IsClass);
}
