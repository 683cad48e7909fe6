namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>A symbol that took the place of another.</summary>
/// <param name="From">The older symbol.</param>
/// <param name="To">The newer one.</param>
/// <param name="Changeset">The changeset; null when more than one did it.</param>
internal sealed record SymbolRename(string From, string To, RangeChangeset? Changeset);

/// <summary>
/// Finds renamed symbols: one is gone from the tree, another is new, one changeset (or at least the release) did both,
/// and they build the same object or say the same to the user.
/// </summary>
internal static class KconfigRenames
{
    private const int SameObject = 4;
    private const int SamePrompt = 3;
    private const int SimilarPrompt = 2;
    private const int SimilarHelp = 1;

    /// <summary>Words that two help texts must have, and the share they must have in common, to be the same text edited.</summary>
    private const int FewWords = 8;

    private const double MostWords = 0.7;

    /// <summary>The renames of one changeset.</summary>
    /// <param name="edit">What it did.</param>
    /// <param name="isGone">Whether a symbol is in neither tree's end state any more.</param>
    /// <param name="isNew">Whether a symbol was not in the release before.</param>
    public static IEnumerable<SymbolRename> Of(KconfigEdit edit, Func<string, bool> isGone, Func<string, bool> isNew)
    {
        var gone = edit.Symbols.Where(s => s.After.Count == 0 && isGone(s.Symbol)).ToList();
        var fresh = edit.Symbols.Where(s => s.Before.Count == 0 && isNew(s.Symbol)).ToList();
        if (gone.Count == 0 || fresh.Count == 0)
            yield break;
        var pairs = new RenameCandidates(gone, edit.BuiltBefore);
        var heirs = new List<(SymbolEdit Origin, SymbolEdit Heir, int Score)>();
        foreach (var symbol in fresh)
        {
            var (origin, score) = pairs.For(symbol, edit.BuiltAfter)
                .Select(old => (Old: old, Score: Score(old, symbol, edit, isOnly: gone.Count == 1 && fresh.Count == 1)))
                .Where(o => o.Score > 0)
                .OrderByDescending(o => o.Score).ThenByDescending(o => Alike(o.Old.Symbol, symbol.Symbol)).ThenBy(o => o.Old.Symbol, StringComparer.Ordinal)
                .FirstOrDefault();
            if (origin is not null)
                heirs.Add((origin, symbol, score));
        }
        foreach (var (origin, heir, _) in heirs.GroupBy(h => h.Origin.Symbol).SelectMany(Renamed))
            yield return new SymbolRename(origin.Symbol, heir.Symbol, edit.Changeset);
    }

    /// <summary>
    /// The heirs of a symbol that have its place. All parts of a driver that was split do; but of two boards in the place
    /// of one, BOARD_ATNGW100_MKI and _MKII, the other one is new.
    /// </summary>
    private static IEnumerable<(SymbolEdit Origin, SymbolEdit Heir, int Score)> Renamed(IEnumerable<(SymbolEdit Origin, SymbolEdit Heir, int Score)> heirs)
    {
        var all = heirs.ToList();
        return all.TrueForAll(h => h.Heir.After[0].Path.StartsWith("arch/", StringComparison.Ordinal))
            ? all.OrderByDescending(h => h.Score).ThenBy(h => Wording(h.Heir.After[0].Entry.Prompt).Length).ThenBy(h => h.Heir.Symbol, StringComparer.Ordinal).Take(1)
            : all;
    }

    /// <summary>A prompt without what editors of Kconfig files change lightly.</summary>
    public static string Wording(string? prompt) => string.Join(' ', Words(prompt ?? "").Where(w => w is not ("experimental" or "support" or "driver" or "for" or "the")));

    private static int Score(SymbolEdit old, SymbolEdit now, KconfigEdit edit, bool isOnly)
    {
        if (edit.BuiltBefore[old.Symbol].Intersect(edit.BuiltAfter[now.Symbol]).Any())
            return SameObject;
        var (before, after) = (old.Before[0], now.After[0]);
        var (was, isNow) = (Wording(before.Entry.Prompt), Wording(after.Entry.Prompt));
        if (was.Length > 0 && was == isNow && (before.Path == after.Path || was.Contains(' ', StringComparison.Ordinal)))
            return SamePrompt;
        if (was.Length > 0 && isNow.Length > 0 && Numbers(was).SetEquals(Numbers(isNow)) && Share(was.Split(' '), isNow.Split(' ')) >= MostWords)
            return SimilarPrompt;
        var (oldHelp, newHelp) = (Words(before.Entry.Help).ToList(), Words(after.Entry.Help).ToList());
        if (oldHelp.Count >= FewWords && newHelp.Count >= FewWords && Share(oldHelp, newHelp) >= MostWords && Numbers(was).SetEquals(Numbers(isNow)))
            return SimilarHelp;
        // Users see neither of them: the one that went and the one that came in the same place are the same switch.
        return isOnly && was.Length == 0 && isNow.Length == 0 && before.Path == after.Path && before.Entry.Type == after.Entry.Type ? SimilarHelp : 0;
    }

    private static HashSet<string> Numbers(string wording) => [.. wording.Split(' ').Where(w => w.Any(char.IsAsciiDigit))];

    private static double Share(IEnumerable<string> left, IEnumerable<string> right)
    {
        var (a, b) = (left.ToHashSet(), right.ToHashSet());
        var common = a.Count(b.Contains);
        return a.Count + b.Count == common ? 1 : (double)common / (a.Count + b.Count - common);
    }

    private static int Alike(string left, string right) => left.AsSpan().CommonPrefixLength(right);

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isLetter = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (isLetter && start < 0)
                start = i;
            else if (!isLetter && start >= 0)
            {
                yield return text[start..i].ToLowerInvariant();
                start = -1;
            }
        }
    }
}
