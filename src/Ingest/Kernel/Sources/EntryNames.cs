namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>What an entry of an id table itself calls its device.</summary>
internal static class EntryNames
{
    private const int MaxLength = 200;

    private static readonly string[] IdFields =
        ["vendor", "idVendor", "manuf", "manf_id", "subvendor", "device", "idProduct", "product", "coreid", "card_id", "subdevice"];

    /// <summary>Its product strings; null when it has none.</summary>
    public static string? Label(DeviceEntry entry, MacroScope macros)
    {
        if (entry["product_name"] is { } product && macros.Literal(product)?.Trim() is { Length: > 0 } productName)
        {
            var vendor = entry["vendor_name"] is { } vendorField ? macros.Literal(vendorField)?.Trim() : null;
            return Cut(string.IsNullOrEmpty(vendor) || productName.StartsWith(vendor, StringComparison.OrdinalIgnoreCase) ? productName : $"{vendor} {productName}");
        }
        return entry.Layout.Structure is "hda_codec_preset" or "hda_device_id" or "snd_pci_quirk" or "hda_quirk" or "ac97_quirk" && entry["name"] is { } name
            && macros.Literal(name)?.Trim() is { Length: > 0 } text ? Cut(text) : null;
    }

    /// <summary>The names of the constants of its ids, separated by spaces; null when all are numbers.</summary>
    public static string? Constants(DeviceEntry entry)
    {
        var names = new List<string>();
        foreach (var field in IdFields)
        {
            if (entry[field] is not { } value)
                continue;
            for (var i = 0; i < value.Count && names.Count < 4; i++)
            {
                if (value[i].Kind == TokenKind.Identifier && value[i].Span is not ("PCI_ANY_ID" or "HID_ANY_ID" or "SDIO_ANY_ID" or "VIRTIO_DEV_ANY_ID"))
                    names.Add(value[i].ToString());
            }
        }
        return names.Count == 0 ? null : Cut(string.Join(' ', names));
    }

    private static string? Cut(string text) => text.Length > MaxLength ? null : text;
}
