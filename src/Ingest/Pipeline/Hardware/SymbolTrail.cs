namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Follows one symbol through the changesets of a release.</summary>
internal sealed class SymbolTrail(IEnumerable<string> basePaths)
{
    private readonly HashSet<string> _paths = [.. basePaths];
    private readonly List<SymbolEdit> _edits = [];

    /// <summary>The changesets' edits, in order.</summary>
    public IReadOnlyList<SymbolEdit> Edits => _edits;

    /// <summary>The edit that last defined the symbol where nothing defined it; null when none did.</summary>
    public SymbolEdit? Addition { get; private set; }

    /// <summary>The edit that last took the last definition away; null when none did.</summary>
    public SymbolEdit? Removal { get; private set; }

    /// <summary>Takes the next edit.</summary>
    public void Add(SymbolEdit edit)
    {
        _edits.Add(edit);
        var wasDefined = _paths.Count > 0;
        _paths.ExceptWith(edit.Before.Select(e => e.Path));
        _paths.UnionWith(edit.After.Select(e => e.Path));
        // A changeset that found the symbol where it touched it did not bring it: what it built on is outside of the range.
        if (!wasDefined && edit.Before.Count == 0 && edit.After.Count > 0)
            Addition = edit;
        else if (edit.After.Count == 0 && _paths.Count == 0)
            Removal = edit;
    }

    /// <summary>The changeset that last brought the symbol into a file.</summary>
    public RangeChangeset? BroughtInto(string path) =>
        _edits.LastOrDefault(e => e.After.Any(a => a.Path == path) && e.Before.All(b => b.Path != path))?.Changeset;

    /// <summary>The changeset that changed a field to what it is at the release, or else changed it last; null when a merge did.</summary>
    public RangeChangeset? Changed(Func<Kernel.KconfigEntry, string?> field, string? after)
    {
        SymbolEdit? last = null;
        foreach (var edit in _edits.AsEnumerable().Reverse())
        {
            if (edit.Before.Count == 0 || edit.After.Count == 0 || edit.Before.Select(e => field(e.Entry)).SequenceEqual(edit.After.Select(e => field(e.Entry))))
                continue;
            if (edit.After.Any(e => field(e.Entry) == after) && edit.Before.Any(e => field(e.Entry) != after))
                return edit.Changeset;
            last ??= edit;
        }
        return last?.Changeset;
    }
}
