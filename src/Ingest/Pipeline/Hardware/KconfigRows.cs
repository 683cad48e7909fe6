using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>The rows of symbols, definitions and events. One object writes one release after the other.</summary>
internal sealed class KconfigRows(TrackerContext context, Interning interning)
{
    private Dictionary<string, int>? _symbols;
    private Dictionary<(int SymbolId, int PathId, int Ordinal), KconfigDefinition> _open = [];
    private int _lastSymbol;
    private int _lastDefinition;
    private int _lastEvent;

    /// <summary>Takes back what releases from this one on wrote.</summary>
    public void ForgetFrom(int releaseId)
    {
        context.KconfigEvents.Where(e => e.ReleaseId >= releaseId).ExecuteDelete();
        context.KconfigDefinitions.Where(d => d.FirstReleaseId >= releaseId).ExecuteDelete();
        context.KconfigDefinitions.Where(d => d.EndReleaseId >= releaseId)
            .ExecuteUpdate(s => s.SetProperty(d => d.EndReleaseId, (int?)null));
        context.KconfigSymbols
            .Where(s => !context.KconfigDefinitions.Any(d => d.SymbolId == s.Id) && !context.KconfigEvents.Any(e => e.SymbolId == s.Id))
            .ExecuteDelete();
        _symbols = null;
    }

    /// <summary>Closes the definitions that a release has otherwise or not at all, and adds those that are new with it.</summary>
    public void WriteDefinitions(int releaseId, KconfigTree tip)
    {
        Load();
        var standing = new Dictionary<(int, int, int), KconfigDefinition>(_open.Count);
        using var ends = BulkTable.Update<KconfigDefinition>(context, nameof(KconfigDefinition.EndReleaseId));
        using var inserts = BulkTable.Insert<KconfigDefinition>(context);
        WriteSymbols(tip.Symbols);
        foreach (var placed in tip.Symbols.Order(StringComparer.Ordinal).SelectMany(tip.Of))
        {
            var row = Row(placed);
            var key = (row.SymbolId, row.PathId, row.Ordinal);
            if (_open.Remove(key, out var old))
            {
                if (AreSame(old, row))
                {
                    standing.Add(key, old);
                    continue;
                }
                End(ends, old, releaseId);
            }
            row.Id = ++_lastDefinition;
            row.FirstReleaseId = releaseId;
            inserts.Write(row);
            standing.Add(key, row);
        }
        foreach (var gone in _open.Values)
            End(ends, gone, releaseId);
        _open = standing;
    }

    /// <summary>Writes what happened in a release.</summary>
    public void WriteEvents(int releaseId, IReadOnlyList<SymbolEvent> events)
    {
        Load();
        WriteSymbols(events.SelectMany(e => e.Other is { } other ? [e.Symbol, other] : new[] { e.Symbol }));
        using var table = BulkTable.Insert<KconfigEvent>(context);
        foreach (var happening in events)
        {
            table.Write(new KconfigEvent
            {
                Id = ++_lastEvent,
                SymbolId = _symbols![happening.Symbol],
                ReleaseId = releaseId,
                CommitId = happening.Changeset?.Id,
                Kind = happening.Kind,
                PathId = interning.Path(happening.Path),
                OldPathId = happening.OldPath is { } old ? interning.Path(old) : null,
                OtherSymbolId = happening.Other is { } other ? _symbols[other] : null,
                Before = happening.Before,
                After = happening.After,
            });
        }
    }

    private void Load()
    {
        if (_symbols is not null)
            return;
        _symbols = context.KconfigSymbols.ToDictionary(s => s.Name, s => s.Id);
        _open = context.KconfigDefinitions.Where(d => d.EndReleaseId == null).AsEnumerable().ToDictionary(d => (d.SymbolId, d.PathId, d.Ordinal));
        _lastSymbol = _symbols.Values.DefaultIfEmpty().Max();
        _lastDefinition = context.KconfigDefinitions.Max(d => (int?)d.Id) ?? 0;
        _lastEvent = context.KconfigEvents.Max(e => (int?)e.Id) ?? 0;
    }

    private void WriteSymbols(IEnumerable<string> names)
    {
        using var table = BulkTable.Insert<KconfigSymbol>(context);
        foreach (var name in names.Where(n => !_symbols!.ContainsKey(n)).Distinct().Order(StringComparer.Ordinal).ToList())
        {
            _symbols!.Add(name, ++_lastSymbol);
            table.Write(new KconfigSymbol { Id = _lastSymbol, Name = name });
        }
    }

    private KconfigDefinition Row(PlacedEntry placed) => new()
    {
        SymbolId = _symbols![placed.Entry.Symbol],
        PathId = interning.Path(placed.Path),
        Ordinal = placed.Ordinal,
        Type = placed.Entry.Type,
        Prompt = placed.Entry.Prompt,
        Help = placed.Entry.Help,
        Menu = placed.Menu,
        DependsOn = string.Join('\n', placed.DependsOn),
        Selects = string.Join('\n', placed.Entry.Selects),
        Defaults = string.Join('\n', placed.Entry.Defaults),
    };

    private static void End(BulkTable<KconfigDefinition> table, KconfigDefinition row, int releaseId)
    {
        row.EndReleaseId = releaseId;
        table.Write(row);
    }

    private static bool AreSame(KconfigDefinition left, KconfigDefinition right) =>
        left.Type == right.Type && left.Prompt == right.Prompt && left.Help == right.Help && left.Menu == right.Menu
        && left.DependsOn == right.DependsOn && left.Selects == right.Selects && left.Defaults == right.Defaults;
}
