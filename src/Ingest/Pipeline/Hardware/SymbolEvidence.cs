using KernelTracker.Ingest.Classification;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Gathers what is known of a new symbol: its entry, what it builds, and what the new sources among that say.</summary>
internal sealed class SymbolEvidence(ReleaseEvidence evidence)
{
    private readonly NewFiles _newFiles = evidence.NewFiles;

    /// <summary>What the entry alone says.</summary>
    public static HardwareEvidence Described(SymbolAddition symbol) => new()
    {
        Symbol = symbol.Symbol,
        IsNewSymbol = true,
        Type = symbol.Entry.Type,
        Prompt = symbol.Entry.Prompt,
        Help = symbol.Entry.Help,
        Menu = symbol.Menu,
        KconfigPath = symbol.Path,
        Selects = symbol.Entry.Selects,
        DependsOn = symbol.Entry.DependsOn,
        IsMenuConfig = symbol.Entry.IsMenuConfig,
        IsInChoice = symbol.Entry.IsInChoice,
        Subject = symbol.Changeset?.Subject,
    };

    /// <summary>All there is.</summary>
    public HardwareEvidence Of(SymbolAddition symbol)
    {
        var built = evidence.Kbuild.Built(symbol.Symbol);
        var fresh = built.Sources.Where(_newFiles.IsNew).ToList();
        var facts = fresh.ConvertAll(f => evidence.FactsOf(f));
        var guarded = built.Sources.Count == 0 ? Guarded(symbol) : [];
        var ids = guarded.Count > 0 ? guarded : [.. evidence.Sources.Ids.Where(i => fresh.Contains(i.Path))];
        return Described(symbol) with
        {
            NewSources = fresh,
            OldSources = [.. built.Sources.Except(fresh).Concat(guarded.Select(i => i.Path).Distinct())],
            HasOwnIds = guarded.Count > 0,
            Modules = built.Modules,
            PartOf = Whole(symbol.Symbol, fresh.Count > 0 ? fresh : built.Sources),
            Descriptions = [.. facts.SelectMany(f => f.Descriptions).Distinct()],
            Titles = [.. facts.Select(f => f.Title).OfType<string>().Distinct()],
            Labels = [.. ids.Select(i => i.Row.Label).OfType<string>().Distinct()],
            Buses = [.. ids.Select(i => i.Row.Bus).Distinct()],
            MachineNames = [.. facts.SelectMany(f => f.Machines).Select(m => m.Name).Distinct()],
        };
    }

    /// <summary>The new ids of a driver that was there before which hold only with a symbol that builds nothing.</summary>
    public IReadOnlyList<IdAddition> Guarded(SymbolAddition symbol) =>
        symbol.Changeset is { } changeset
            ? evidence.Guarded.Of(symbol.Symbol, [.. evidence.Sources.Ids.Where(i => i.Changeset?.Id == changeset.Id && !_newFiles.IsNew(i.Path))])
            : [];

    /// <summary>The symbol of the module that all sources become part of; null when one of them is the symbol's own, however many others build it too.</summary>
    private string? Whole(string symbol, IReadOnlyList<string> sources)
    {
        var modules = sources.Select(s => evidence.Kbuild.Of(s, symbol)?.ModuleSymbol).ToList();
        return modules.TrueForAll(m => m is not null && m != symbol) ? modules.FirstOrDefault() : null;
    }
}
