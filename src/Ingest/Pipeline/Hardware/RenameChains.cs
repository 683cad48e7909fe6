namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>The renames of a release, which may follow each other.</summary>
internal sealed class RenameChains
{
    private readonly Dictionary<string, SymbolRename> _to = [];
    private readonly ILookup<string, SymbolRename> _from;

    public RenameChains(IEnumerable<SymbolRename> renames)
    {
        // A later changeset knows better than an earlier one.
        foreach (var rename in renames)
            _to[rename.To] = rename;
        _from = _to.Values.ToLookup(r => r.From);
    }

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<SymbolRename> All => _to.Values;

    /// <summary>The symbol at the beginning of the renames that led to this one; itself when none did.</summary>
    public string Origin(string symbol)
    {
        var seen = new HashSet<string>();
        while (seen.Add(symbol) && _to.TryGetValue(symbol, out var rename))
            symbol = rename.From;
        return symbol;
    }

    /// <summary>The symbols that took the place of this one.</summary>
    public IEnumerable<SymbolRename> Of(string symbol) => _from[symbol];

    /// <summary>The rename that led to this symbol; null when none did.</summary>
    public SymbolRename? To(string symbol) => _to.GetValueOrDefault(symbol);
}
