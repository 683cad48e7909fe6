using System.IO.Enumeration;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Classification;

/// <summary>Where older drivers for the hardware of new ones may be.</summary>
/// <param name="Folder">The folder of the new ones.</param>
/// <param name="Prefix">What their symbols begin with; null when that tells nothing.</param>
/// <param name="Folders">Folders of the older ones; with "/**" at the end those within count too; else patterns of files.</param>
/// <param name="Prefixes">What the symbols of older drivers for the same device begin with.</param>
internal sealed record OlderDriverPlace(string Folder, string? Prefix, IReadOnlyList<string> Folders, IReadOnlyList<string> Prefixes)
{
    /// <summary>Whether a path is that of an older driver.</summary>
    public bool Covers(string path) => Folders.Any(f =>
        f.EndsWith("/**", StringComparison.Ordinal) ? path.StartsWith(f[..^2], StringComparison.Ordinal)
        : f.EndsWith('/') ? path.StartsWith(f, StringComparison.Ordinal) && path.IndexOf('/', f.Length) < 0
        : path.StartsWith(f[..f.IndexOf('*', StringComparison.Ordinal)], StringComparison.Ordinal) && FileSystemName.MatchesSimpleExpression(f, path, ignoreCase: false) && path.Count(c => c == '/') == f.Count(c => c == '/'));

    /// <summary>The symbols that an older driver for the device of a symbol may have.</summary>
    public IEnumerable<string> Twins(string? symbol) =>
        Prefix is { } prefix && symbol is not null && symbol.StartsWith(prefix, StringComparison.Ordinal) ? Prefixes.Select(p => p + symbol[prefix.Length..]) : [];
}

/// <summary>The places of older drivers (Rules/older-drivers.txt).</summary>
internal static class OlderDriverPlaces
{
    private static readonly List<OlderDriverPlace> Places = [.. RuleText.Load("Classification.Rules", "older-drivers.txt").Select(Read)];

    /// <summary>Where drivers that are older than one at a path may be; null where there are none to look for.</summary>
    public static OlderDriverPlace? Of(string path) => Places.Find(p => path.StartsWith(p.Folder, StringComparison.Ordinal));

    private static OlderDriverPlace Read(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1)
            throw new FormatException($"Not a place of older drivers: \"{line}\".");
        var young = line[..colon].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var old = line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToLookup(w => w.Contains('/', StringComparison.Ordinal));
        if (old[true].Any(f => !f.EndsWith('/') && !f.Contains('*', StringComparison.Ordinal)))
            throw new FormatException($"Neither a folder nor a pattern: \"{line}\".");
        return new OlderDriverPlace(young[0], young.Length > 1 ? young[1] : null, [.. old[true]], [.. old[false]]);
    }
}
