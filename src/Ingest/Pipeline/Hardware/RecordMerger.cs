using KernelTracker.Data.Model;

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
    private static string Stem(HardwareRecord record)
    {
        var name = record.Name.Name;
        if (name.EndsWith(record.Name.Kind, StringComparison.OrdinalIgnoreCase))
            name = name[..^record.Name.Kind.Length];
        return $"{record.Name.Category} {string.Concat(name.Replace("-based", "", StringComparison.OrdinalIgnoreCase).Where(char.IsLetterOrDigit))}{(record.IsWithdrawn ? " withdrawn" : "")}";
    }

    /// <summary>What an existing driver learned is not told apart from a new driver's device by kind: the part decides.</summary>
    private static bool IsSame(HardwareRecord first, HardwareRecord second) =>
        IsTwin(first.Symbol, second.Symbol) || IsTwin(second.Symbol, first.Symbol)
        || (second.Basis == AdditionBasis.ExistingDriver
            && !first.IsWithdrawn
            && second.Name.Parts.Count > 0
            && (first.Name.Category == second.Name.Category || second.Name.Vendor is null)
            && second.Name.Parts.All(p => first.Name.Parts.Contains(p, StringComparer.OrdinalIgnoreCase)));

    /// <summary>A USB device controller's choice and its module: USB_GADGET_LANGWELL and USB_LANGWELL.</summary>
    private static bool IsTwin(string? choice, string? module) =>
        choice is not null && module is not null && choice.StartsWith("USB_GADGET_", StringComparison.Ordinal) && string.Concat("USB_", choice.AsSpan("USB_GADGET_".Length)) == module;

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
