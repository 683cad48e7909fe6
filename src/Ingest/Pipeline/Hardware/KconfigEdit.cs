using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>A symbol's definition with the file that has it.</summary>
/// <param name="Path">The Kconfig file.</param>
/// <param name="Entry">The definition.</param>
internal sealed record FiledEntry(string Path, KconfigEntry Entry);

/// <summary>What a changeset did to one symbol, as far as the files go that it touched.</summary>
/// <param name="Changeset">The changeset.</param>
/// <param name="Symbol">Name without CONFIG_.</param>
/// <param name="Before">Its definitions in these files before.</param>
/// <param name="After">Its definitions in these files after.</param>
internal sealed record SymbolEdit(
    RangeChangeset Changeset, string Symbol, IReadOnlyList<FiledEntry> Before, IReadOnlyList<FiledEntry> After);

/// <summary>What a changeset did to configuration symbols.</summary>
/// <param name="Changeset">The changeset.</param>
/// <param name="Symbols">The symbols whose definitions it added, removed, moved or changed.</param>
/// <param name="BuiltBefore">
/// By symbol what the makefiles that it touched built before: names of objects, and sources without suffix, these by the
/// name to which the changeset renamed them.
/// </param>
/// <param name="BuiltAfter">The same after.</param>
internal sealed record KconfigEdit(
    RangeChangeset Changeset, IReadOnlyList<SymbolEdit> Symbols, ILookup<string, string> BuiltBefore, ILookup<string, string> BuiltAfter);

/// <summary>Reads what the changesets of a release did to its Kconfig files.</summary>
internal sealed class KconfigEdits(TreeText texts, KconfigTexts files, KbuildTexts makefiles)
{
    private static readonly ILookup<string, string> _nothing = Array.Empty<string>().ToLookup(s => s);

    /// <summary>The edits, in the order of the changesets.</summary>
    /// <exception cref="Git.GitObjectException">A commit or tree is missing or corrupt.</exception>
    public IEnumerable<KconfigEdit> Of(TouchedPaths touched)
    {
        var kconfigs = ByChangeset(touched, KconfigTexts.IsKconfig);
        var builds = ByChangeset(touched, KbuildTexts.IsMakefile);
        var renames = ByChangeset(touched, IsSource);
        foreach (var (id, touches) in kconfigs.OrderBy(c => c.Key))
        {
            if (Of(touches[0].Touch.Changeset, touches, builds.GetValueOrDefault(id) ?? [], renames.GetValueOrDefault(id) ?? []) is { Symbols.Count: > 0 } edit)
                yield return edit;
        }
    }

    private KconfigEdit Of(
        RangeChangeset changeset, List<(string Path, PathTouch Touch)> touches, List<(string Path, PathTouch Touch)> builds,
        List<(string Path, PathTouch Touch)> sources)
    {
        var (tree, before) = texts.TreesOf(changeset.Sha);
        var edits = new Dictionary<string, (List<FiledEntry> Before, List<FiledEntry> After)>();
        foreach (var (path, touch) in touches)
        {
            var oldPath = touch.OldPath ?? path;
            var oldBlob = before is { } old && touch.Kind != ChangeKind.Added && KconfigTexts.IsKconfig(oldPath) ? texts.Find(old, oldPath) : null;
            var newBlob = touch.Kind != ChangeKind.Deleted && KconfigTexts.IsKconfig(path) ? texts.Find(tree, path) : null;
            if (oldBlob == newBlob && oldPath == path)
                continue;
            foreach (var entry in oldBlob is { } o ? files.Read(o).Entries : [])
                Lists(entry.Symbol).Before.Add(new FiledEntry(oldPath, entry));
            foreach (var entry in newBlob is { } n ? files.Read(n).Entries : [])
                Lists(entry.Symbol).After.Add(new FiledEntry(path, entry));
        }
        var symbols = edits.Where(e => !AreSame(e.Value.Before, e.Value.After))
            .Select(e => new SymbolEdit(changeset, e.Key, e.Value.Before, e.Value.After)).ToList();
        var canRename = symbols.Exists(s => s.Before.Count == 0) && symbols.Exists(s => s.After.Count == 0);
        if (!canRename)
            return new KconfigEdit(changeset, symbols, _nothing, _nothing);
        var newNames = sources.Where(t => t.Touch.OldPath is not null).DistinctBy(t => t.Touch.OldPath).ToDictionary(t => Stem(t.Touch.OldPath!), t => Stem(t.Path));
        return new KconfigEdit(changeset, symbols,
            Built(builds, before, isAfter: false).ToLookup(b => b.Symbol, b => newNames.GetValueOrDefault(b.Built, b.Built)),
            Built(builds, tree, isAfter: true).ToLookup(b => b.Symbol, b => b.Built));

        (List<FiledEntry> Before, List<FiledEntry> After) Lists(string symbol)
        {
            if (!edits.TryGetValue(symbol, out var lists))
                edits.Add(symbol, lists = ([], []));
            return lists;
        }
    }

    private IEnumerable<(string Symbol, string Built)> Built(List<(string Path, PathTouch Touch)> touches, ObjectId? tree, bool isAfter)
    {
        if (tree is not { } id)
            yield break;
        var gone = isAfter ? ChangeKind.Deleted : ChangeKind.Added;
        foreach (var touch in touches.Where(t => t.Touch.Kind != gone))
        {
            var path = isAfter ? touch.Path : touch.Touch.OldPath ?? touch.Path;
            if (texts.Find(id, path) is not { } blob)
                continue;
            var lists = makefiles.Read(blob);
            var folder = path[..(path.LastIndexOf('/') + 1)];
            foreach (var rule in lists.Rules.Where(r => r.Symbol is not null && KbuildLists.IsTop(r)))
            {
                foreach (var item in rule.Items.Where(i => i.EndsWith(".o", StringComparison.Ordinal)))
                {
                    yield return (rule.Symbol!, item);
                    yield return (rule.Symbol!, folder + KbuildLists.Stem(item));
                    foreach (var part in lists.PartsOf(KbuildLists.Stem(item)).SelectMany(r => r.Items))
                        yield return (rule.Symbol!, folder + KbuildLists.Stem(part));
                }
            }
        }
    }

    private static bool IsSource(string path) => path.EndsWith(".c", StringComparison.Ordinal) || path.EndsWith(".S", StringComparison.Ordinal);

    private static string Stem(string path) => path[..path.LastIndexOf('.')];

    private static bool AreSame(List<FiledEntry> before, List<FiledEntry> after)
    {
        if (before.Count != after.Count)
            return false;
        for (var i = 0; i < before.Count; i++)
        {
            if (before[i].Path != after[i].Path || !KconfigFields.AreSame(before[i].Entry, after[i].Entry))
                return false;
        }
        return true;
    }

    private static Dictionary<int, List<(string Path, PathTouch Touch)>> ByChangeset(TouchedPaths touched, Func<string, bool> isWanted)
    {
        var found = new Dictionary<int, List<(string Path, PathTouch Touch)>>();
        foreach (var (path, touches) in touched.ByPath)
        {
            foreach (var touch in touches)
            {
                if (!isWanted(path) && (touch.OldPath is not { } old || !isWanted(old)))
                    continue;
                if (!found.TryGetValue(touch.Changeset.Id, out var list))
                    found.Add(touch.Changeset.Id, list = []);
                list.Add((path, touch));
            }
        }
        return found;
    }
}
