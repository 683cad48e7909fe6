using System.Globalization;
using KernelTracker.Data.Model;

namespace KernelTracker.Data.Notable;

/// <summary>What drafts of one stretch share: its changesets, and what the facts of one origin are grouped by.</summary>
internal sealed class FactGroups(NotableFacts facts)
{
    /// <summary>The facts.</summary>
    public NotableFacts Facts { get; } = facts with { Names = [.. WithoutMoves(facts.Names)] };

    private readonly Dictionary<int, string?> _prefixes = [];
    private readonly Dictionary<int, HashSet<string>> _words = [];
    private readonly HashSet<NameFact> _renamed = [.. Renames(facts.Names).SelectMany(r => new[] { r.Before, r.After })];

    /// <summary>What the subject of a changeset begins with (<see cref="Wording.Prefix"/>).</summary>
    public string? Prefix(int commit)
    {
        if (!_prefixes.TryGetValue(commit, out var prefix))
            _prefixes.Add(commit, prefix = Facts.Commits.TryGetValue(commit, out var fact) ? Wording.Prefix(fact.Subject) : null);
        return prefix;
    }

    /// <summary>Whether the subject of one of these changesets has the name as a whole word.</summary>
    public bool IsTold(IEnumerable<int> commits, string name) =>
        name.All(Wording.IsWord)
            ? commits.Any(c => SubjectWords(c).Contains(name))
            : commits.Any(c => Facts.Commits.TryGetValue(c, out var fact) && Wording.Mentions(fact.Subject, name));

    /// <summary>Taken apart once: a header's line asks for hundreds of names.</summary>
    private HashSet<string> SubjectWords(int commit)
    {
        if (!_words.TryGetValue(commit, out var words))
            _words.Add(commit, words = Facts.Commits.TryGetValue(commit, out var fact) ? Wording.Words(fact.Subject) : []);
        return words;
    }

    /// <summary>What became of names of a kind; the renamed ones are apart.</summary>
    public IEnumerable<NameFact> Of(InterfaceKind kind) => Facts.Names.Where(n => n.Kind == kind && n.Change is (Happening.Added or Happening.Removed) && !_renamed.Contains(n));

    /// <summary>System calls and constants of calls that one changeset took and gave back under another name with the same number.</summary>
    public IReadOnlyList<(NameFact Before, NameFact After)> Renamed { get; } = [.. Renames(facts.Names)];

    /// <summary>The pull, or else the changeset, that brought a fact: what one line may be about.</summary>
    public string Origin(NameFact fact)
    {
        if (fact.Commits.Count == 0 || !Facts.Commits.TryGetValue(fact.Commits[0], out var commit))
            return "";
        return Facts.Pulls.ContainsKey(commit.Position)
            ? string.Create(CultureInfo.InvariantCulture, $"pull {commit.Position}")
            : string.Create(CultureInfo.InvariantCulture, $"changeset {commit.Id}");
    }

    /// <summary>The first changeset of a fact.</summary>
    public CommitFact? First(NameFact fact) => fact.Commits.Count > 0 ? Facts.Commits.GetValueOrDefault(fact.Commits[0]) : null;

    /// <summary>What most changesets are about; documentation only when nothing else is.</summary>
    public Area? AreaOf(IEnumerable<int> commits) => commits
        .Select(c => Facts.Commits.GetValueOrDefault(c)?.Area)
        .OfType<Area>()
        .GroupBy(a => a)
        .OrderBy(g => g.Key is Area.Documentation or Area.Miscellaneous)
        .ThenByDescending(g => g.Count())
        .ThenBy(g => g.Key)
        .Select(g => (Area?)g.Key)
        .FirstOrDefault();

    /// <summary>Where the changeset, the file and the number leave no choice: one went, one came.</summary>
    private static IEnumerable<(NameFact Before, NameFact After)> Renames(IReadOnlyList<NameFact> names)
    {
        var pairs =
            from fact in names
            where fact.Kind is InterfaceKind.SystemCall or InterfaceKind.Constant && fact.Change is not Happening.CameAndWent
            from commit in fact.Commits
            from stand in fact.Stands
            where stand.Text.Length > 0
            group fact by (fact.Kind, Family: fact.Kind == InterfaceKind.Constant ? Constants.Of(fact.Name, fact.Paths)?.One : "", commit, stand) into same
            where same.Key.Family is not null && same.Count() == 2 && same.Any(f => f.Change != Happening.Added) && same.Any(f => f.Change == Happening.Added)
            // The old name may stay as a macro somewhere.
            select (Before: same.First(f => f.Change != Happening.Added), After: same.First(f => f.Change == Happening.Added));
        var found = pairs.Distinct().ToList();
        return found.Where(p => found.Count(o => o.Before == p.Before || o.After == p.After) == 1);
    }

    /// <summary>
    /// What only changed its place is no news: a function that became a macro, a document in another folder, an entry that
    /// a changeset worded otherwise.
    /// </summary>
    private static IEnumerable<NameFact> WithoutMoves(IReadOnlyList<NameFact> names)
    {
        var code = Both(names.Where(n => n.Kind.IsCode() && n.Kind != InterfaceKind.ExportedSymbol), n => n.Name);
        var documents = Both(names.Where(IsDocument), n => Places.Stem(n.Name));
        var entries = Both(names.Where(n => (IsEntry(n) || n.Kind is InterfaceKind.ScheduledRemoval) && n.Commits.Count > 0), n => (n.Kind, n.Commits[0]));
        return names.Where(n =>
            !(n.Kind.IsCode() && n.Kind != InterfaceKind.ExportedSymbol && code.Contains(n.Name))
            && !(IsDocument(n) && documents.Contains(Places.Stem(n.Name)))
            && !(IsEntry(n) && n.Commits.Count > 0 && entries.Contains((n.Kind, n.Commits[0])))
            && !(n is { Kind: InterfaceKind.ScheduledRemoval, Change: Happening.Removed } && n.Commits.Count > 0 && entries.Contains((n.Kind, n.Commits[0]))));

        static bool IsEntry(NameFact fact) => fact.Kind is InterfaceKind.AbiFile && fact.Paths.All(p => p.StartsWith("Documentation/", StringComparison.Ordinal));

        static bool IsDocument(NameFact fact) => fact.Kind is InterfaceKind.Document or InterfaceKind.DeveloperDocument;

        static HashSet<TKey> Both<TKey>(IEnumerable<NameFact> facts, Func<NameFact, TKey> key) =>
            facts.Where(f => f.Change is Happening.Added or Happening.Removed).GroupBy(key)
                .Where(g => g.Any(f => f.Change == Happening.Added) && g.Any(f => f.Change == Happening.Removed)).Select(g => g.Key).ToHashSet();
    }
}
