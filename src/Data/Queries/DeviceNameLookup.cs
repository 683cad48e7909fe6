using KernelTracker.Data.Hardware;
using KernelTracker.Data.Storage;

namespace KernelTracker.Data.Queries;

/// <summary>Finds records by what people or lspci call a device.</summary>
internal static class DeviceNameLookup
{
    private const int MinNumber = 3;

    /// <summary>The best record for each device that a record can be found for.</summary>
    public static async Task<Dictionary<PastedDevice, int>> ReadAsync(
        TrackerContext context, IEnumerable<PastedDevice> devices, CancellationToken cancellation)
    {
        var search = new HardwareSearch(context);
        var found = new Dictionary<PastedDevice, int>();
        foreach (var device in devices)
        {
            foreach (var expression in Expressions(device.Names.Count > 0 ? device.Names[0] : device.Title))
            {
                if (await search.FindAsync(expression, cancellation) is [var best, ..])
                {
                    found[device] = best;
                    break;
                }
            }
        }
        return found;
    }

    /// <summary>What to search for, the most certain first: all words; the vendor and each part number; a part number alone.</summary>
    private static IEnumerable<string> Expressions(string name)
    {
        var words = HardwareQuery.Parse(name).Words.Where(w => !w.IsExcluded).ToList();
        if (words.Count == 0)
            yield break;
        var parts = words.Where(w => IsPart(w.Text)).ToList();
        // Without a number, a name says what it is only as a whole.
        yield return In(words);
        if (parts.Count == 0)
            yield break;
        foreach (var part in parts)
            yield return In([words[0], part]);
        foreach (var part in parts.OrderByDescending(p => p.Text.Length))
            yield return In([part]);
    }

    private static bool IsPart(string word) => word.Count(char.IsAsciiDigit) is var digits
        && (digits >= MinNumber || (digits > 1 && word.Any(char.IsAsciiLetter) && word.Length > MinNumber));

    private static string In(IEnumerable<HardwareWord> words) =>
        $"{{name parts vendor ids driver forms}} : ({string.Join(" AND ", words.Select(w => $"({string.Join(" OR ", w.Forms.Select(f => f.Expression))})"))})";
}
