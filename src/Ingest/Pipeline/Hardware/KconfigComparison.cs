using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Something that happened to a symbol, by names.</summary>
/// <param name="Symbol">Name without CONFIG_.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Changeset">The changeset; null when a merge did it.</param>
/// <param name="Path">The Kconfig file after it (before it, when removed).</param>
internal sealed record SymbolEvent(string Symbol, KconfigEventKind Kind, RangeChangeset? Changeset, string Path)
{
    /// <summary>The file before a move.</summary>
    public string? OldPath { get; init; }

    /// <summary>The other symbol of a renaming.</summary>
    public string? Other { get; init; }

    /// <summary>Type, prompt or dependencies before.</summary>
    public string? Before { get; init; }

    /// <summary>Type, prompt or dependencies after; of an addition the prompt.</summary>
    public string? After { get; init; }
}

/// <summary>
/// Compares the symbols of two releases. What counts is the difference of the two trees; the changesets in between say
/// who made it, and what came and went unseen.
/// </summary>
internal sealed class KconfigComparison
{
    private readonly KconfigTree _base;
    private readonly KconfigTree _tip;
    private readonly Dictionary<string, SymbolTrail> _trails = [];
    private readonly RenameChains _renames;
    private readonly List<SymbolEvent> _events = [];
    private readonly List<SymbolAddition> _added = [];
    private readonly List<SymbolAddition> _withdrawn = [];
    private readonly List<SymbolLoss> _removed = [];

    /// <param name="before">The release before.</param>
    /// <param name="tip">The release.</param>
    /// <param name="edits">What the changesets in between did, in order.</param>
    public KconfigComparison(KconfigTree before, KconfigTree tip, IEnumerable<KconfigEdit> edits)
    {
        (_base, _tip) = (before, tip);
        var renames = new List<SymbolRename>();
        foreach (var edit in edits)
        {
            edit.Symbols.ToList().ForEach(s => Trail(s.Symbol).Add(s));
            renames.AddRange(KconfigRenames.Of(edit, s => !tip.Has(s), s => !before.Has(s)));
        }
        renames.InsertRange(0, RenamesOfTheRelease());
        _renames = new RenameChains(renames);
        foreach (var symbol in before.Symbols.Concat(tip.Symbols).Concat(_trails.Keys).Distinct().Order(StringComparer.Ordinal))
            Compare(symbol);
    }

    /// <summary>The net changes.</summary>
    public KconfigChanges Changes => new(_added, _withdrawn, _removed, _tip);

    /// <summary>What happened, by symbol.</summary>
    public IReadOnlyList<SymbolEvent> Events => _events;

    private SymbolTrail Trail(string symbol)
    {
        if (!_trails.TryGetValue(symbol, out var trail))
            _trails.Add(symbol, trail = new SymbolTrail(_base.Of(symbol).Select(d => d.Path)));
        return trail;
    }

    /// <summary>
    /// A symbol that goes in one changeset while another brings one with the same prompt to the same file: where a
    /// changeset tells of a rename itself, that is preferred.
    /// </summary>
    private List<SymbolRename> RenamesOfTheRelease()
    {
        var gone = _base.Symbols.Where(s => !_tip.Has(s)).Select(s => Shown(_base.Of(s)))
            .Where(d => KconfigRenames.Wording(d.Entry.Prompt).Contains(' ', StringComparison.Ordinal))
            .ToLookup(d => (d.Path, KconfigRenames.Wording(d.Entry.Prompt)), d => d.Entry.Symbol);
        return [.. _tip.Symbols.Where(s => !_base.Has(s)).Select(s => Shown(_tip.Of(s)))
            .Select(d => (From: gone[(d.Path, KconfigRenames.Wording(d.Entry.Prompt))].Order(StringComparer.Ordinal).FirstOrDefault(), To: d.Entry.Symbol))
            .Where(r => r.From is not null)
            .Select(r => new SymbolRename(r.From!, r.To, _trails.GetValueOrDefault(r.To)?.Addition?.Changeset))];
    }

    private void Compare(string symbol)
    {
        var (before, after) = (_base.Of(symbol), _tip.Of(symbol));
        switch (before.Count, after.Count)
        {
            case (0, 0):
                CameAndWent(symbol, _trails[symbol]);
                break;
            case (0, _):
                Came(symbol, Shown(after));
                break;
            case (_, 0):
                Went(symbol, Shown(before));
                break;
            default:
                Stayed(symbol, before, after);
                break;
        }
    }

    private void Came(string symbol, PlacedEntry definition)
    {
        var origin = _renames.Origin(symbol);
        // What replaced a symbol of this very release is as new as that one was.
        var addition = (_trails.GetValueOrDefault(origin)?.Addition ?? _trails.GetValueOrDefault(symbol)?.Addition)?.Changeset;
        _added.Add(new SymbolAddition(symbol, definition.Entry, definition.Path, definition.Menu, addition, _base.Has(origin) ? origin : null, null));
        if (_renames.To(symbol) is { } rename)
            NoteRename(rename, definition.Path);
        else
            _events.Add(new SymbolEvent(symbol, KconfigEventKind.Added, addition, definition.Path) { After = definition.Entry.Prompt });
    }

    private void Went(string symbol, PlacedEntry definition)
    {
        var removal = _trails.GetValueOrDefault(symbol)?.Removal?.Changeset;
        var successors = Successors(symbol);
        _removed.Add(new SymbolLoss(symbol, definition.Path, removal, successors.FirstOrDefault(_tip.Has)));
        if (!_renames.Of(symbol).Any())
            _events.Add(new SymbolEvent(symbol, KconfigEventKind.Removed, removal, definition.Path) { Before = definition.Entry.Prompt });
    }

    private void CameAndWent(string symbol, SymbolTrail trail)
    {
        // A changeset made on an older release may have touched what is gone since.
        if (trail.Addition is not { } addition)
            return;
        var added = addition.After.FirstOrDefault(e => e.Entry.Prompt is not null) ?? addition.After[0];
        if (_renames.To(symbol) is { } rename)
            NoteRename(rename, added.Path);
        else
            _events.Add(new SymbolEvent(symbol, KconfigEventKind.Added, addition.Changeset, added.Path) { After = added.Entry.Prompt });
        if (_renames.Of(symbol).Any())
            return;
        var removal = trail.Removal?.Changeset;
        _events.Add(new SymbolEvent(symbol, KconfigEventKind.Removed, removal, added.Path) { Before = added.Entry.Prompt });
        var place = _tip.PlaceOf(added.Path) ?? _base.PlaceOf(added.Path) ?? KconfigPlace.Top;
        var origin = _renames.Origin(symbol);
        _withdrawn.Add(new SymbolAddition(
            symbol, added.Entry, added.Path, place.Menu(added.Entry), addition.Changeset, _base.Has(origin) ? origin : null, removal));
    }

    private void NoteRename(SymbolRename rename, string path)
    {
        _events.Add(new SymbolEvent(rename.To, KconfigEventKind.RenamedFrom, rename.Changeset, path) { Other = rename.From });
        _events.Add(new SymbolEvent(rename.From, KconfigEventKind.RenamedTo, rename.Changeset, path) { Other = rename.To });
    }

    private void Stayed(string symbol, IReadOnlyList<PlacedEntry> before, IReadOnlyList<PlacedEntry> after)
    {
        if (before.Count == after.Count && before.Zip(after).All(p => p.First.Path == p.Second.Path && KconfigFields.AreSame(p.First.Entry, p.Second.Entry)))
            return;
        var pairs = before.Join(after, d => (d.Path, d.Ordinal), d => (d.Path, d.Ordinal), (old, now) => (Old: old, Now: now)).ToList();
        var lost = before.FirstOrDefault(d => after.All(a => a.Path != d.Path));
        var gained = after.FirstOrDefault(d => before.All(b => b.Path != d.Path));
        if (lost is not null && gained is not null)
        {
            _events.Add(new SymbolEvent(symbol, KconfigEventKind.Moved, _trails.GetValueOrDefault(symbol)?.BroughtInto(gained.Path), gained.Path) { OldPath = lost.Path });
            pairs.Add((lost, gained));
        }
        else if (before.Count != after.Count)
        {
            // One definition more or less: which of the others it stood before cannot be told from their order.
            return;
        }
        foreach (var (kind, value) in KconfigFields.All)
        {
            if (pairs.Find(p => value(p.Old.Entry) != value(p.Now.Entry)) is not ({ } old, { } now))
                continue;
            var current = value(now.Entry);
            _events.Add(new SymbolEvent(symbol, kind, _trails.GetValueOrDefault(symbol)?.Changed(value, current), now.Path)
            {
                Before = value(old.Entry),
                After = current,
            });
        }
    }

    /// <summary>The symbols that took the place of one, and of those, and so on.</summary>
    private IEnumerable<string> Successors(string symbol)
    {
        var seen = new HashSet<string>();
        var pending = new Queue<string>([symbol]);
        while (pending.TryDequeue(out var next))
        {
            foreach (var rename in _renames.Of(next).Where(r => seen.Add(r.To)))
            {
                yield return rename.To;
                pending.Enqueue(rename.To);
            }
        }
    }

    private static PlacedEntry Shown(IReadOnlyList<PlacedEntry> definitions) =>
        definitions.FirstOrDefault(d => d.Entry.Prompt is not null) ?? definitions[0];
}
