namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>
/// The symbols that a changeset took out, found by what a symbol that it brought may have in common with them. A
/// changeset may take out and bring thousands: not each is compared with each.
/// </summary>
internal sealed class RenameCandidates
{
    /// <summary>As many pairs are looked at one by one.</summary>
    private const int Few = 40;

    private readonly IReadOnlyList<SymbolEdit> _gone;
    private readonly ILookup<string, SymbolEdit> _byWording;
    private readonly ILookup<string, SymbolEdit> _byObject;

    public RenameCandidates(IReadOnlyList<SymbolEdit> gone, ILookup<string, string> builtBefore)
    {
        _gone = gone;
        _byWording = gone.Where(s => s.Before[0].Entry.Prompt is not null).ToLookup(s => KconfigRenames.Wording(s.Before[0].Entry.Prompt));
        _byObject = gone.SelectMany(s => builtBefore[s.Symbol].Select(item => (item, s))).ToLookup(p => p.item, p => p.s);
    }

    /// <summary>The symbols that one may have taken the place of.</summary>
    public IEnumerable<SymbolEdit> For(SymbolEdit symbol, ILookup<string, string> builtAfter) =>
        _gone.Count <= Few
            ? _gone
            : builtAfter[symbol.Symbol].SelectMany(item => _byObject[item])
                .Concat(_byWording[KconfigRenames.Wording(symbol.After[0].Entry.Prompt)].Take(Few)).Distinct();
}
