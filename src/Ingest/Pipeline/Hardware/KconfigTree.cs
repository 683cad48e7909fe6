using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>A definition of a symbol in a tree.</summary>
/// <param name="Entry">The definition.</param>
/// <param name="Path">The Kconfig file.</param>
/// <param name="Ordinal">Which definition of the symbol in this file, from 0.</param>
/// <param name="Menu">Menus from the top, through the files that include this one, separated by " › ".</param>
/// <param name="DependsOn">All conditions, those of the including files first.</param>
internal sealed record PlacedEntry(KconfigEntry Entry, string Path, int Ordinal, string Menu, IReadOnlyList<string> DependsOn);

/// <summary>The configuration symbols of one tree.</summary>
internal sealed class KconfigTree
{
    private readonly Dictionary<string, List<PlacedEntry>> _bySymbol = [];
    private readonly IReadOnlyDictionary<string, KconfigPlace> _places;

    /// <summary>Puts the files of a tree together.</summary>
    /// <param name="files">Kconfig files by path.</param>
    public KconfigTree(IReadOnlyDictionary<string, KconfigFile> files)
    {
        Files = files;
        _places = KconfigPlaces.Of(files);
        foreach (var (path, file) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var place = _places[path];
            foreach (var entry in file.Entries)
            {
                if (!_bySymbol.TryGetValue(entry.Symbol, out var definitions))
                    _bySymbol.Add(entry.Symbol, definitions = []);
                // Files are taken in order: those of the same file are the last ones.
                var ordinal = definitions.Count > 0 && definitions[^1].Path == path ? definitions[^1].Ordinal + 1 : 0;
                definitions.Add(new PlacedEntry(entry, path, ordinal, place.Menu(entry), [.. place.Conditions, .. entry.DependsOn]));
            }
        }
    }

    /// <summary>A tree without Kconfig files.</summary>
    public static KconfigTree Empty { get; } = new(new Dictionary<string, KconfigFile>());

    /// <summary>Its Kconfig files by path.</summary>
    public IReadOnlyDictionary<string, KconfigFile> Files { get; }

    /// <summary>The symbols that it defines.</summary>
    public IReadOnlyCollection<string> Symbols => _bySymbol.Keys;

    /// <summary>The definitions of a symbol (without CONFIG_) in path order; none when it is not defined.</summary>
    public IReadOnlyList<PlacedEntry> Of(string symbol) => _bySymbol.TryGetValue(symbol, out var found) ? found : [];

    /// <summary>Where the menus put a file; null when the tree has no such file.</summary>
    public KconfigPlace? PlaceOf(string path) => _places.GetValueOrDefault(path);

    /// <summary>Whether the tree defines a symbol.</summary>
    public bool Has(string symbol) => _bySymbol.ContainsKey(symbol);
}
