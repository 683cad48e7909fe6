using KernelTracker.Data.Hardware;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>Tells what an entry of an id table matches.</summary>
internal static class DeviceEntryMatch
{
    private const int MaxName = 200;

    // Values of match_flags of struct usb_device_id (include/linux/mod_devicetable.h).
    private const long UsbVendor = 0x1, UsbProduct = 0x2;
    private const long UsbDeviceClass = 0x10, UsbDeviceSubclass = 0x20, UsbDeviceProtocol = 0x40;
    private const long UsbInterfaceClass = 0x80, UsbInterfaceSubclass = 0x100, UsbInterfaceProtocol = 0x200;

    /// <summary>What it matches; null for ends of tables, for entries that match everything, and where a constant is not known.</summary>
    public static DeviceMatch? Of(DeviceEntry entry, MacroScope macros)
    {
        var read = new Values(entry, macros);
        var match = entry.Layout.Bus switch
        {
            DeviceBus.Pci => Pci(read),
            DeviceBus.Usb => Usb(read),
            DeviceBus.DeviceTree => Named(read, DeviceBus.DeviceTree, entry.Layout.Structure == "vio_device_id" ? "compat" : "compatible"),
            DeviceBus.Acpi or DeviceBus.Pnp => Named(read, entry.Layout.Bus, "id"),
            DeviceBus.I2c or DeviceBus.Spi or DeviceBus.Platform => Named(read, entry.Layout.Bus, "name"),
            DeviceBus.Hid => Pair(read, DeviceBus.Hid, "vendor", "product"),
            DeviceBus.Sdio => Sdio(read),
            DeviceBus.HdaCodec => HdaCodec(read),
            DeviceBus.SoundSubsystem => read.Has("pci_subvendor")
                ? Pair(read, DeviceBus.SoundSubsystem, "pci_subvendor", "pci_subdevice")
                : Pair(read, DeviceBus.SoundSubsystem, "subvendor", "subdevice"),
            DeviceBus.Ssb => Pair(read, DeviceBus.Ssb, "vendor", "coreid"),
            DeviceBus.Bcma => Pair(read, DeviceBus.Bcma, "manuf", "id"),
            DeviceBus.Virtio => Pair(read, DeviceBus.Virtio, "vendor", "device"),
            DeviceBus.Pcmcia => Pcmcia(read),
            DeviceBus.Input => Pair(read, DeviceBus.Input, "vendor", "product"),
            DeviceBus.Amba => Amba(read),
            _ => null,
        };
        return read.IsUnknown ? null : match;
    }

    private static DeviceMatch? Pci(Values read)
    {
        var classMask = read.Number("class_mask") ?? 0;
        var match = new DeviceMatch(DeviceBus.Pci)
        {
            Vendor = read.Id("vendor"),
            Device = read.Id("device"),
            SubVendor = read.Id("subvendor"),
            SubDevice = read.Id("subdevice"),
            Class = classMask == 0 ? null : (int)((read.Number("class") ?? 0) & classMask & 0xffffff),
            ClassMask = classMask == 0 ? null : (int)(classMask & 0xffffff),
        };
        // Old tables leave the subsystem out, which then is zero; no subsystem has that number.
        if (match is { SubVendor: 0, SubDevice: 0 })
            match = match with { SubVendor = null, SubDevice = null };
        var isEnd = match is { Vendor: 0 or null, Device: 0 or null, Class: 0 or null };
        return isEnd ? null : match;
    }

    private static DeviceMatch? Usb(Values read)
    {
        var flags = read.Number("match_flags") ?? (read.Has("idVendor") ? UsbVendor | (read.Has("idProduct") ? UsbProduct : 0) : 0);
        var match = new DeviceMatch(DeviceBus.Usb)
        {
            Vendor = (flags & UsbVendor) != 0 ? read.Id("idVendor") ?? 0 : null,
            Device = (flags & UsbProduct) != 0 ? read.Id("idProduct") ?? 0 : null,
        };
        if ((flags & (UsbInterfaceClass | UsbInterfaceSubclass | UsbInterfaceProtocol)) != 0)
        {
            match = match with { IsInterfaceClass = true, ClassMask = Mask(flags, UsbInterfaceClass, UsbInterfaceSubclass, UsbInterfaceProtocol) };
            match = match with { Class = Class(read, "bInterfaceClass", "bInterfaceSubClass", "bInterfaceProtocol") & match.ClassMask };
        }
        else if ((flags & (UsbDeviceClass | UsbDeviceSubclass | UsbDeviceProtocol)) != 0)
        {
            match = match with { ClassMask = Mask(flags, UsbDeviceClass, UsbDeviceSubclass, UsbDeviceProtocol) };
            match = match with { Class = Class(read, "bDeviceClass", "bDeviceSubClass", "bDeviceProtocol") & match.ClassMask };
        }
        return match is { Vendor: null or 0, Device: null or 0, ClassMask: null } ? null : match;
    }

    private static int Mask(long flags, long class1, long class2, long class3) =>
        ((flags & class1) != 0 ? 0xff0000 : 0) | ((flags & class2) != 0 ? 0xff00 : 0) | ((flags & class3) != 0 ? 0xff : 0);

    private static int Class(Values read, string class1, string class2, string class3) =>
        (int)((((read.Number(class1) ?? 0) & 0xff) << 16) | (((read.Number(class2) ?? 0) & 0xff) << 8) | ((read.Number(class3) ?? 0) & 0xff));

    private static DeviceMatch? Named(Values read, DeviceBus bus, string field) =>
        read.Text(field) is { Length: > 0 and <= MaxName } name ? new DeviceMatch(bus) { Name = name } : null;

    private static DeviceMatch? Pair(Values read, DeviceBus bus, string vendor, string device)
    {
        var match = new DeviceMatch(bus) { Vendor = read.Id(vendor), Device = read.Id(device) };
        return match is { Vendor: 0 or null, Device: 0 or null } ? null : match;
    }

    private static DeviceMatch? Sdio(Values read)
    {
        var match = new DeviceMatch(DeviceBus.Sdio) { Vendor = read.Id("vendor"), Device = read.Id("device") };
        if (read.Number("class") is { } number && number >= 0 && number != 0xff && number != 0xffffffff && (number != 0 || match.Vendor is null))
            match = match with { Class = (int)(number & 0xff), ClassMask = 0xff };
        return match is { Vendor: 0 or null, Device: 0 or null, Class: 0 or null } ? null : match;
    }

    private static DeviceMatch? HdaCodec(Values read)
    {
        var id = read.Number("vendor_id") ?? read.Number("id") ?? 0;
        return id == 0 ? null : new DeviceMatch(DeviceBus.HdaCodec) { Vendor = (int)((id >> 16) & 0xffff), Device = (int)(id & 0xffff) };
    }

    private static DeviceMatch? Pcmcia(Values read)
    {
        var strings = Enumerable.Range(1, 4).Select(i => read.Text($"prod_id{i}")).OfType<string>().Where(s => s.Length > 0).ToList();
        var name = strings.Count == 0 ? null : string.Join(" / ", strings.Select(s => s.Trim()));
        var match = new DeviceMatch(DeviceBus.Pcmcia) { Vendor = read.Id("manf_id"), Device = read.Id("card_id"), Name = name };
        return match is { Vendor: null, Device: null, Name: null or { Length: > MaxName } } ? null : match;
    }

    private static DeviceMatch? Amba(Values read) =>
        read.Number("id") is { } id and not 0 ? new DeviceMatch(DeviceBus.Amba) { Vendor = unchecked((int)id) } : null;

    /// <summary>Values of fields; remembers whether one could not be told.</summary>
    private sealed class Values(DeviceEntry entry, MacroScope macros)
    {
        public bool IsUnknown { get; private set; }

        public bool Has(string field) => entry[field] is not null;

        /// <summary>A number; null when the field is not given or not known.</summary>
        public long? Number(string field)
        {
            if (entry[field] is not { } value)
                return null;
            var number = macros.Number(value);
            IsUnknown |= number is null;
            return number;
        }

        /// <summary>16 bits of an id; null for any.</summary>
        public int? Id(string field) => Number(field) is { } number && number is not (-1 or 0xffff or 0xffffffff) ? (int)(number & 0xffff) : null;

        /// <summary>A text; null when the field is not given, and when it is no text.</summary>
        public string? Text(string field)
        {
            if (entry[field] is not { } value)
                return null;
            if (value.Count > 0 && value[0].Is('{'))
                value = value.Slice(1, Math.Max(0, value.Count - 2));
            return macros.Literal(value)?.Trim();
        }
    }
}
