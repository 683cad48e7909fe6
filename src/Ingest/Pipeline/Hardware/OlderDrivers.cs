using KernelTracker.Data.Model;
using KernelTracker.Ingest.Classification;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Tells of a device whether a driver in another part of the release before supported it: its words are looked up in those drivers' sources.</summary>
/// <param name="texts">The texts of trees.</param>
/// <param name="baseTree">The tree of the release before; null when there is none.</param>
/// <param name="sources">The words of sources read before: from release to release most stay as they are.</param>
internal sealed class OlderDrivers(TreeText texts, ObjectId? baseTree, WordsOfSources sources)
{
    /// <summary>Fewer letters tell nothing.</summary>
    private const int LeastLetters = 3;

    private readonly Dictionary<OlderDriverPlace, HashSet<string>> _words = [];

    /// <summary>Whether an older driver names all parts of a device, or all words of its name where it has no part number.</summary>
    /// <param name="name">The device.</param>
    /// <param name="symbol">The symbol of its driver.</param>
    /// <param name="path">Where that driver is.</param>
    /// <param name="isSymbol">Whether the release before had a symbol.</param>
    public bool Had(DeviceName name, string? symbol, string path, Func<string, bool> isSymbol)
    {
        if (OlderDriverPlaces.Of(path) is not { } place)
            return false;
        if (place.Twins(symbol).Any(isSymbol))
            return true;
        var words = Telling(name);
        return words.Count > 0 && words.TrueForAll(Words(place).Contains);
    }

    /// <summary>The part numbers that a name prints; else its words in capitals.</summary>
    private static List<string> Telling(DeviceName name)
    {
        var model = name.Name.EndsWith(name.Kind, StringComparison.Ordinal) ? name.Name[..^name.Kind.Length] : name.Name;
        if (name.Vendor is { } vendor && model.StartsWith(vendor + " ", StringComparison.Ordinal))
            model = model[(vendor.Length + 1)..];
        var parts = PartNumbers.Find(model).Where(p => p.Length > LeastLetters && p.Any(char.IsAsciiLetter)).ToList();
        var telling = parts.Count > 0 ? parts : model.Split([' ', ',', '/'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(char.IsAsciiLetterUpper) && !PhraseRules.IsSpelt(w) && !PhraseRules.IsBus(w));
        return [.. telling.Concat(PartNumbers.Find(model)).Select(Bare).Where(w => w.Length >= LeastLetters).Distinct()];
    }

    private HashSet<string> Words(OlderDriverPlace place)
    {
        if (_words.TryGetValue(place, out var words))
            return words;
        words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in baseTree is { } tree ? texts.Files(tree) : [])
        {
            if (IsSource(file.Path) && place.Covers(file.Path))
                words.UnionWith(sources.Of(file.NewId, texts));
        }
        _words.Add(place, words);
        return words;
    }

    private static bool IsSource(string path) => path.EndsWith(".c", StringComparison.Ordinal) || path.EndsWith(".h", StringComparison.Ordinal) || path.EndsWith("/Kconfig", StringComparison.Ordinal);

    private static string Bare(string word) => string.Concat(word.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
