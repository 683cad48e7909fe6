using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Classification;

/// <summary>A kind of hardware.</summary>
/// <param name="Plural">As lists print it: "touchscreens".</param>
/// <param name="Category">Its heading; null when the word alone does not tell ("chips").</param>
internal sealed record DeviceKind(string Plural, HardwareCategory? Category);

/// <summary>The kinds of hardware and the words for them (Rules/kinds.txt).</summary>
internal static class DeviceKinds
{
    private static readonly Dictionary<string, DeviceKind> ByWords = new(StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase);
    private static readonly int Longest;

    static DeviceKinds()
    {
        var groups = RuleGroups.Read(RuleText.Load("Classification.Rules", "kinds.txt"));
        foreach (var group in groups)
        {
            HardwareCategory? category = null;
            if (group.Key != "any")
                category = HardwareCategoryNames.TryParse(group.Key, out var known) ? known : throw new FormatException($"No such category: \"{group.Key}\".");
            foreach (var line in group)
            {
                var equals = line.IndexOf('=', StringComparison.Ordinal);
                if (equals < 1)
                    throw new FormatException($"Not a kind: \"{line}\".");
                var kind = new DeviceKind(line[..equals].Trim(), category);
                foreach (var form in line[(equals + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Append(kind.Plural))
                {
                    ByWords.TryAdd(form, kind);
                    var words = form.Split(' ');
                    Longest = Math.Max(Longest, words.Length);
                    Words.UnionWith(words);
                }
            }
        }
    }

    /// <summary>The kind that the last words name, of the longest form that fits, and how many words that is; null when they name none.</summary>
    public static (DeviceKind Kind, int Words)? AtEnd(IReadOnlyList<string> words)
    {
        for (var count = Math.Min(Longest, words.Count); count > 0; count--)
        {
            var form = string.Join(' ', words.Skip(words.Count - count)).TrimEnd(',', '.', ':');
            if (Of(form) is { } kind)
                return (kind, count);
        }
        return null;
    }

    /// <summary>The kind that a form names; null when it names none.</summary>
    public static DeviceKind? Of(string form) =>
        ByWords.TryGetValue(form, out var kind) || (form.Length > 2 && form[^1] is 's' or 'S' && ByWords.TryGetValue(form[..^1], out kind)) ? kind : null;

    /// <summary>Whether a word is one of those that kinds are named with.</summary>
    public static bool IsKindWord(string word) => Words.Contains(word) || (word.Length > 2 && word[^1] == 's' && Words.Contains(word[..^1]));
}
