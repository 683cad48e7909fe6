using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>
/// Finds the ids of a driver that hold only with an option of it: "#ifdef CONFIG_TOUCHSCREEN_USB_ZYTRONIC" around them in
/// its table. Such an option stands for the device that it adds.
/// </summary>
/// <param name="texts">The texts of trees.</param>
/// <param name="tipTree">The tree of the release.</param>
internal sealed partial class GuardedIds(TreeText texts, ObjectId tipTree)
{
    /// <summary>Those of some ids that stand in a block that hangs on a symbol.</summary>
    public IReadOnlyList<IdAddition> Of(string symbol, IReadOnlyList<IdAddition> ids)
    {
        var found = new List<IdAddition>();
        foreach (var file in ids.GroupBy(i => i.Path))
        {
            if (texts.Find(tipTree, file.Key) is { } blob && texts.Read(blob, out _) is { } text && Blocks(text, symbol) is { Length: > 0 } blocks)
                found.AddRange(file.Where(i => IsIn(i, blocks)));
        }
        return found;
    }

    /// <summary>What stands in the blocks that hang on a symbol.</summary>
    internal static string Blocks(string text, string symbol)
    {
        if (!text.Contains("CONFIG_" + symbol, StringComparison.Ordinal))
            return "";
        var blocks = new StringBuilder();
        // How many conditions are open since the one on the symbol, that one too.
        var depth = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.TrimStart() is not ['#', ..])
            {
                if (depth > 0)
                    blocks.Append(line).Append('\n');
                continue;
            }
            var directive = line.TrimStart().TrimStart("# \t");
            if (directive.StartsWith("if"))
                depth += depth > 0 || (!directive.StartsWith("ifndef") && Symbol().Match(directive.ToString()).Groups["symbol"].Value == symbol) ? 1 : 0;
            else if (depth > 0 && directive.StartsWith("endif"))
                depth--;
            else if (depth == 1 && directive.StartsWith("el"))
                depth = 0;
        }
        return blocks.ToString();
    }

    /// <summary>Whether a block has an id: its number, or the names of its constants.</summary>
    private static bool IsIn(IdAddition id, string blocks) =>
        id.Row.Device is { } device && Regex.IsMatch(blocks, string.Create(CultureInfo.InvariantCulture, $@"\b0x0*{device:x}\b"), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)
        || id.Row.Label?.Split(' ').Any(w => w.Contains('_', StringComparison.Ordinal) && blocks.Contains(w, StringComparison.Ordinal)) == true;

    [GeneratedRegex(@"\bCONFIG_(?<symbol>\w+?)(?:_MODULE)?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Symbol();
}
