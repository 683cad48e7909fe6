using KernelTracker.Data.Model;
using KernelTracker.Ingest.Classification;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Makes one record of those that name the same device.</summary>
internal static class RecordMerger
{
    /// <summary>The records, each device once, in the order in which they were found.</summary>
    public static IReadOnlyList<HardwareRecord> Merge(IReadOnlyList<HardwareRecord> records)
    {
        var kept = new List<HardwareRecord>();
        var byName = new Dictionary<string, HardwareRecord>(StringComparer.OrdinalIgnoreCase);
        foreach (var record in records)
        {
            var twin = byName.GetValueOrDefault(Stem(record)) ?? kept.Find(k => IsSame(k, record));
            if (twin is null)
            {
                kept.Add(record);
                byName.TryAdd(Stem(record), record);
            }
            else
            {
                Join(twin, record);
            }
        }
        return kept;
    }

    /// <summary>The category, and the name without its kind, dashes and spaces: "X100 codecs" and "X-100 audio codecs" are one device.</summary>
    private static string Stem(HardwareRecord record) =>
        $"{record.Name.Category} {Bare(record.Name)}{(record.IsWithdrawn ? " withdrawn" : "")}";

    private static string Bare(DeviceName device)
    {
        var name = device.Name;
        return Bare(name.EndsWith(device.Kind, StringComparison.OrdinalIgnoreCase) ? name[..^device.Kind.Length] : name);
    }

    private static string Bare(string name) => string.Concat(name.Replace("-based", "", StringComparison.OrdinalIgnoreCase).Where(char.IsLetterOrDigit));

    /// <summary>What an existing driver learned is not told apart from a new driver's device by kind: the part decides.</summary>
    private static bool IsSame(HardwareRecord first, HardwareRecord second) =>
        IsTwin(first.Symbol, second.Symbol) || IsTwin(second.Symbol, first.Symbol) || IsOnlyMachine(first, second)
        || (second.Basis == AdditionBasis.ExistingDriver
            && !first.IsWithdrawn
            && second.Name.Parts.Count > 0
            && (first.Name.Category == second.Name.Category || second.Name.Vendor is null)
            && second.Name.Parts.All(p => first.Name.Parts.Contains(p, StringComparer.OrdinalIgnoreCase)));

    /// <summary>A USB device controller's choice and its module: USB_GADGET_LANGWELL and USB_LANGWELL.</summary>
    private static bool IsTwin(string? choice, string? module) =>
        choice is not null && module is not null && choice.StartsWith("USB_GADGET_", StringComparison.Ordinal) && string.Concat("USB_", choice.AsSpan("USB_GADGET_".Length)) == module;

    /// <summary>The board under a platform's symbol that is called as the platform is: "BCMRING boards" of "Broadcom BCMRING platforms".</summary>
    private static bool IsOnlyMachine(HardwareRecord platform, HardwareRecord board) =>
        platform is { Basis: AdditionBasis.Machine, IsWithdrawn: false } && board is { Basis: AdditionBasis.Machine, IsWithdrawn: false, Name.Vendor: null }
        && platform.Symbol is not null && platform.Symbol == board.Symbol && platform.Name.Vendor is { } vendor
        && Bare(platform.Name) == Bare(vendor) + Bare(board.Name);

    private static void Join(HardwareRecord record, HardwareRecord twin)
    {
        record.Changesets.UnionWith(twin.Changesets);
        record.Files.UnionWith(twin.Files);
        record.Ids.AddRange(twin.Ids);
        record.Texts.AddRange(twin.Texts);
        record.Symbol ??= twin.Symbol;
        record.Module ??= twin.Module;
        record.Driver ??= twin.Driver;
    }
}
