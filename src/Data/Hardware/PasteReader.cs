using System.Globalization;
using System.Text.RegularExpressions;
using KernelTracker.Data.Model;

namespace KernelTracker.Data.Hardware;

/// <summary>Reads pasted text line by line. Every line is looked at once, and a limited part of it.</summary>
internal sealed partial class PasteReader
{
    /// <summary>What is shown of a line that is not understood.</summary>
    private const int MostShown = 120;

    /// <summary>A bare name has no more words; what has is a sentence.</summary>
    private const int MostWords = 10;

    private const int MostNameLength = 100;

    private readonly List<PastedDevice> _devices = [];
    private readonly Dictionary<object, int> _known = [];
    private readonly List<PastedLine> _notUnderstood = [];

    /// <summary>Index of the device that indented lines belong to; -1 for none.</summary>
    private int _current = -1;

    /// <summary>The block of lspci -vmm that is being read; null for none.</summary>
    private PastedDevice? _block;

    private PasteReader() { }

    public static PastedDevices Read(string text)
    {
        if (text.Length > PastedDevices.MaxLength)
            return Refused($"The text has {text.Length / 1024:N0} KB; at most {PastedDevices.MaxLength / 1024} KB are read. Paste the output of lspci -nn or lsusb alone.");
        var reader = new PasteReader();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (++number > PastedDevices.MaxLines)
                return Refused($"The text has more than {PastedDevices.MaxLines:N0} lines; at most so many are read. Paste the output of lspci -nn or lsusb alone.");
            reader.Line(number, line);
            if (reader._devices.Count > PastedDevices.MaxDevices)
                return Refused($"The text names more than {PastedDevices.MaxDevices:N0} devices; at most so many are looked up at once.");
        }
        reader.EndBlock();
        return new PastedDevices(reader._devices, reader._notUnderstood, null);
    }

    private static PastedDevices Refused(string problem) => new([], [], problem);

    private void Line(int number, ReadOnlySpan<char> raw)
    {
        var line = Clean(raw);
        if (line.Length > 0 && Understood(number, line))
            return;
        if (line.AsSpan().IsWhiteSpace())
        {
            EndBlock();
            _current = -1;
            return;
        }
        _notUnderstood.Add(new PastedLine(number, Shown(line)));
    }

    private bool Understood(int number, string line)
    {
        var text = line.Trim();
        if (text.Length == 0 || Fence().IsMatch(text))
            return text.Length > 0;
        if (BlockField(number, text))
            return true;
        EndBlock();
        if (PciListing.Read(text) is { } pci)
            return Add(number, pci);
        if (UsbLine().Match(text) is { Success: true } usb)
            return Add(number, Usb(usb));
        if (Alias().Match(text) is { Success: true } alias && Modalias.TryParse(alias.Groups["alias"].Value, out var device))
            return Add(number, device);
        if (_current >= 0 && (char.IsWhiteSpace(line[0]) || UsbHeading().IsMatch(text)))
        {
            _devices[_current] = Detail(_devices[_current], text);
            return true;
        }
        if (BarePair().Match(text) is { Success: true } pair)
            return Add(number, Pair(pair, text));
        return IsName(text) && Add(number, new PastedDevice { Line = number, Title = text, Names = [text.TrimEnd(',', ';')] });
    }

    /// <summary>Adds a device, or what it tells beyond the one that is there already.</summary>
    private bool Add(int number, PastedDevice device)
    {
        object key = device.Vendor is null
            ? (device.Bus, string.Join('\n', device.Names).ToUpperInvariant())
            : (device.Bus, device.Vendor, device.Device, device.SubVendor, device.SubDevice, device.Bus == DeviceBus.Usb ? null : device.Class);
        if (_known.TryGetValue(key, out _current))
        {
            var there = _devices[_current];
            _devices[_current] = there with { Class = there.Class ?? device.Class, InterfaceClasses = UsbClass.Joined(there.InterfaceClasses, device.InterfaceClasses) };
            return true;
        }
        _current = _devices.Count;
        _known.Add(key, _current);
        var title = device.Title.Length > 0 ? device.Title : FormattableString.Invariant($"{device.Vendor:x4}:{device.Device:x4}");
        _devices.Add(device with { Line = number, Title = title });
        return true;
    }

    /// <summary>A line of a block of lspci -vmm: "Slot:" begins one, an empty line ends it.</summary>
    private bool BlockField(int number, string text)
    {
        if (PciListing.BlockField(text) is not var (field, value) || (_block is null && field != "Slot"))
            return false;
        if (field == "Slot")
            EndBlock();
        _block = PciListing.With(_block ?? new PastedDevice { Line = number, Title = "", Bus = DeviceBus.Pci }, field, value);
        return true;
    }

    private void EndBlock()
    {
        if (_block is not { } block)
            return;
        _block = null;
        if (block.Vendor is not null || block.Names.Count > 0)
            Add(block.Line, block);
        _current = -1;
    }

    private static PastedDevice Usb(Match match)
    {
        var vendor = Hex(match.Groups["vendor"]);
        return new PastedDevice
        {
            Line = 0,
            Title = match.Groups["name"].Value.Trim(),
            Bus = DeviceBus.Usb,
            Vendor = vendor,
            Device = Hex(match.Groups["device"]),
            Class = vendor == UsbClass.RootHubVendor ? UsbClass.Hub : null,
            ClassMask = vendor == UsbClass.RootHubVendor ? UsbClass.WholeClass : 0,
        };
    }

    private static PastedDevice Pair(Match match, string text) => new()
    {
        Line = 0,
        Title = text,
        Bus = match.Groups["bus"].Success && DeviceBusNames.TryParse(match.Groups["bus"].Value, out var bus) ? bus : null,
        Vendor = Hex(match.Groups["vendor"]),
        Device = Hex(match.Groups["device"]),
    };

    /// <summary>What an indented line below a device adds to it.</summary>
    private static PastedDevice Detail(PastedDevice device, string text) => device.Bus switch
    {
        DeviceBus.Pci => PciListing.WithDetail(device, text),
        DeviceBus.Usb => UsbClass.WithDetail(device, text),
        _ => device,
    };

    /// <summary>Without quotation marks of mails; control characters are spaces; cut where nothing is read any more.</summary>
    private static string Clean(ReadOnlySpan<char> raw)
    {
        while (raw.Length > 0 && raw[0] == '>')
            raw = raw[1..];
        if (raw.Length > Modalias.MaxLength + 512)
            raw = raw[..(Modalias.MaxLength + 512)];
        return string.Create(raw.Length, raw, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                to[i] = from[i] != '\t' && char.IsControl(from[i]) ? ' ' : from[i];
        });
    }

    private static string Shown(string line)
    {
        var text = line.Trim();
        return text.Length <= MostShown ? text : text[..MostShown] + "…";
    }

    private static bool IsName(string text) =>
        text.Length <= MostNameLength
        && char.IsLetterOrDigit(text[0])
        && text.Any(char.IsLetterOrDigit) && text.Length > 1
        && text[^1] is not (':' or '.' or '?' or '!')
        // What a modalias of an unknown bus looks like, a prompt, a setting.
        && !Colon().IsMatch(text) && !text.Contains('$', StringComparison.Ordinal) && !text.Contains('=', StringComparison.Ordinal)
        && text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWords;

    private static int Hex(Group group) => int.Parse(group.ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(Bus [0-9]{1,4} Device [0-9]{1,4}: |\|__ |)ID (?<vendor>[0-9a-f]{4}):(?<device>[0-9a-f]{4})(?<name> .*)?$", Options)]
    private static partial Regex UsbLine();

    [GeneratedRegex(@"^(\S*/modalias:|(E: )?modalias=|modalias: ?)?(?<alias>[a-z0-9]{2,8}:[^\s].*)$", Options)]
    private static partial Regex Alias();

    [GeneratedRegex(@"^((?<bus>[a-z0-9]{2,8})[: ] ?)?\[?(0x)?(?<vendor>[0-9a-f]{4}):(0x)?(?<device>[0-9a-f]{4})\]?$", Options)]
    private static partial Regex BarePair();

    /// <summary>Lines of lsusb -v that are not indented.</summary>
    [GeneratedRegex("^(Device Descriptor|Device Qualifier|Device Status|Binary Object Store|Negotiated speed|Couldn't open device|can't get|cannot read|Hub Descriptor|Hub Port Status)", Options)]
    private static partial Regex UsbHeading();

    [GeneratedRegex(@"^[a-z0-9_-]+:\S", Options)]
    private static partial Regex Colon();

    /// <summary>Rules and fences that people put around pasted text.</summary>
    [GeneratedRegex("^([-=_*#~]{3,}|`{3}[a-z]*)$", Options)]
    private static partial Regex Fence();
}
