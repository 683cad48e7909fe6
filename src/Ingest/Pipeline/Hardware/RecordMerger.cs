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
            var twin = byName.GetValueOrDefault(record.Name.Name) ?? kept.Find(k => IsSame(k, record));
            if (twin is null)
            {
                kept.Add(record);
                byName.TryAdd(record.Name.Name, record);
            }
            else if (twin.IsWithdrawn == record.IsWithdrawn)
            {
                Join(twin, record);
            }
        }
        return kept;
    }

    /// <summary>What an existing driver learned is not told apart from a new driver's device by kind: the part decides.</summary>
    private static bool IsSame(HardwareRecord first, HardwareRecord second) =>
        second.Basis == AdditionBasis.ExistingDriver
        && second.Name.Parts.Count > 0
        && first.Name.Category == second.Name.Category
        && second.Name.Parts.All(p => first.Name.Parts.Contains(p, StringComparer.OrdinalIgnoreCase));

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
