using KernelTracker.Data.Model;
using KernelTracker.Ingest.Classification;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>What an existing driver tells of a device that was added to it: whose it is, and of which kind.</summary>
/// <param name="kconfig">The symbols of the release.</param>
/// <param name="texts">The texts of trees.</param>
/// <param name="tipTree">The tree of the release.</param>
internal sealed class ExistingDriver(KconfigTree kconfig, TreeText texts, ObjectId tipTree)
{
    /// <summary>The name with the vendor and kind that the driver tells, where it has none of its own.</summary>
    /// <param name="name">What is known of the device.</param>
    /// <param name="symbol">The driver's symbol; null when not known.</param>
    /// <param name="path">Its main source.</param>
    /// <param name="sources">All of its sources that the changeset touched.</param>
    public DeviceName Completed(DeviceName name, string? symbol, string path, IReadOnlyList<string> sources)
    {
        var prompt = symbol is null ? "" : kconfig.Of(symbol).Select(d => d.Entry.Prompt).FirstOrDefault(p => p is not null) ?? "";
        if (name.Vendor is null && (OfDriver(name, prompt, path) ?? sources.Select(s => InTable(name, s)).FirstOrDefault(v => v is not null)) is { } vendor)
            name = name with { Name = $"{vendor} {name.Name}", Vendor = vendor };
        var said = DeviceKinds.AtEnd(PhraseRules.Clean(prompt).Split(' '))?.Kind;
        // "USB ZR364XX Camera support": then its devices are cameras, whatever others in that folder are.
        if (name.Category == HardwareCategory.Media && name.Kind == HardwarePlaces.Of(path)?.Kind && said is { Category: HardwareCategory.Media, Plural: "cameras" or "webcams" })
            return name with { Name = name.Name[..^name.Kind.Length] + said.Plural, Kind = said.Plural };
        if (name is { Kind: "devices", Category: HardwareCategory.Miscellaneous } && said is { Category: { } category })
            return name with { Name = name.Name[..^name.Kind.Length] + said.Plural, Kind = said.Plural, Category = category };
        return name;
    }

    /// <summary>The vendor of the driver's chips, for a chip named by its bare number, where drivers are of one vendor's chips.</summary>
    private static string? OfDriver(DeviceName name, string prompt, string path)
    {
        // Flash chips of all vendors share drivers.
        if (path.StartsWith("drivers/mtd/", StringComparison.Ordinal) || name.Parts is not [var part, ..] || !name.Name.StartsWith(part, StringComparison.OrdinalIgnoreCase)
            || name.Category is not (HardwareCategory.Networking or HardwareCategory.BlockAndStorage or HardwareCategory.Graphics or HardwareCategory.HardwareMonitoring or HardwareCategory.I2cAndSpi or HardwareCategory.RealTimeClocks))
            return null;
        return VendorNames.Find(prompt) is [var mention, ..] ? mention.Vendor : null;
    }

    /// <summary>The vendor that stands before the model in a string of the driver's source: its tables hold full names.</summary>
    private string? InTable(DeviceName name, string path)
    {
        var model = name.Name[..^name.Kind.Length].TrimEnd();
        if (model.Length < 4 || texts.Find(tipTree, path) is not { } blob || texts.Read(blob, out _) is not { } text)
            return null;
        for (var at = text.IndexOf(model, StringComparison.OrdinalIgnoreCase); at > 0; at = text.IndexOf(model, at + model.Length, StringComparison.OrdinalIgnoreCase))
        {
            var line = text.LastIndexOf('\n', at) + 1;
            var quote = text.LastIndexOf('"', at - 1, at - line);
            if (quote < line || VendorNames.Find(text[(quote + 1)..at]) is not [{ Start: 0 } vendor, ..])
                continue;
            return vendor.Vendor;
        }
        return null;
    }
}
