using System.Text.RegularExpressions;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Classification;

/// <summary>What the place of a driver tells of its hardware.</summary>
/// <param name="Category">The heading.</param>
/// <param name="Kind">Plural noun for a device whose name tells no kind.</param>
/// <param name="IsStrong">Whether the place tells more than the kind in the name does.</param>
internal sealed record HardwarePlace(HardwareCategory Category, string Kind, bool IsStrong);

/// <summary>Where hardware of which kind has its driver (Rules/hardware-places.txt).</summary>
internal static class HardwarePlaces
{
    private static readonly List<(string Prefix, HardwarePlace Place)> Plain = [];
    private static readonly List<(string Prefix, HardwarePlace Place)> Symbols = [];
    private static readonly List<(string Prefix, HardwarePlace Place)> Needs = [];
    private static readonly List<(Regex Pattern, int Length, HardwarePlace Place)> Patterns = [];

    static HardwarePlaces()
    {
        foreach (var line in RuleText.Load("Classification.Rules", "hardware-places.txt"))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (space < 1 || colon < space || !HardwareCategoryNames.TryParse(line[space..colon].Trim(), out var category))
                throw new FormatException($"Not a place: \"{line}\".");
            var prefix = line[..space].TrimStart('!', '=', '+');
            var place = new HardwarePlace(category, line[(colon + 1)..].Trim(), line[0] == '!');
            if (line[0] == '=')
                Symbols.Add((prefix, place));
            else if (line[0] == '+')
                Needs.Add((prefix, place));
            else if (prefix.Contains('*', StringComparison.Ordinal))
                Patterns.Add((new Regex("^" + Regex.Escape(prefix).Replace("\\*", "[^/]+", StringComparison.Ordinal), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking), prefix.Length, place));
            else
                Plain.Add((prefix, place));
        }
        Plain.Sort((a, b) => b.Prefix.Length.CompareTo(a.Prefix.Length));
    }

    /// <summary>What a path tells; null when no rule covers it.</summary>
    public static HardwarePlace? Of(string path)
    {
        var (prefix, place) = Plain.Find(p => path.StartsWith(p.Prefix, StringComparison.Ordinal));
        var best = prefix?.Length ?? 0;
        foreach (var (pattern, length, other) in Patterns)
        {
            if (length > best && pattern.IsMatch(path))
                (best, place) = (length, other);
        }
        return place is null ? null : place with { IsStrong = place.IsStrong || InheritsStrength(path) };
    }

    /// <summary>What the symbol of an architecture tells by its name; null when nothing.</summary>
    public static HardwarePlace? OfSymbol(HardwareEvidence evidence) =>
        evidence.KconfigPath?.StartsWith("arch/", StringComparison.Ordinal) == true && evidence.Symbol is { } symbol
            ? Symbols.Find(s => symbol.StartsWith(s.Prefix, StringComparison.Ordinal)).Place
            : null;

    /// <summary>What the symbols that a driver depends on tell of it; null when nothing.</summary>
    public static HardwarePlace? OfNeeds(HardwareEvidence evidence)
    {
        var needed = evidence.DependsOn.SelectMany(d => d.Split([' ', '&', '|', '(', ')', '!', '='], StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
        return needed.Count == 0 ? null : Needs.Find(n => needed.Contains(n.Prefix)).Place;
    }

    /// <summary>A place within a strong one is strong as well.</summary>
    private static bool InheritsStrength(string path) => Plain.Exists(p => p.Place.IsStrong && path.StartsWith(p.Prefix, StringComparison.Ordinal));
}
