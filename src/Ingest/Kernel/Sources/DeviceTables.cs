using System.Collections.Frozen;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>A structure whose arrays are tables of device ids.</summary>
/// <param name="Structure">Its name in C.</param>
/// <param name="Bus">What the ids are matched against.</param>
/// <param name="Fields">Its fields in order.</param>
internal sealed record DeviceTableLayout(string Structure, DeviceBus Bus, IReadOnlyList<string> Fields);

/// <summary>What is known of the kernel's id tables: the rule files device-id-tables.txt and device-id-macros.txt.</summary>
internal static class DeviceTables
{
    private static readonly FrozenDictionary<string, DeviceTableLayout> Layouts = ReadLayouts();

    private static readonly FrozenDictionary<string, DeviceTableLayout>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Layouts.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, Macro> Macros =
        CSource.Read(RuleText.Text("Kernel.Rules", "device-id-macros.txt")).Macros.ToFrozenDictionary(m => m.Name);

    /// <summary>The layout of a structure; null when its arrays are no id tables.</summary>
    public static DeviceTableLayout? Layout(ReadOnlySpan<char> structure) => BySpan.TryGetValue(structure, out var layout) ? layout : null;

    /// <summary>The macro of that name in the kernel's headers, as far as it fills tables.</summary>
    public static Macro? Macro(string name) => Macros.GetValueOrDefault(name);

    private static FrozenDictionary<string, DeviceTableLayout> ReadLayouts()
    {
        var layouts = new List<DeviceTableLayout>();
        foreach (var line in RuleText.Load("Kernel.Rules", "device-id-tables.txt"))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!DeviceBusNames.TryParse(words[1], out var bus))
                throw new InvalidDataException($"device-id-tables.txt: '{words[1]}' is no bus.");
            layouts.Add(new DeviceTableLayout(words[0], bus, words[2..]));
        }
        return layouts.ToFrozenDictionary(l => l.Structure);
    }
}
