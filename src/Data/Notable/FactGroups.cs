using System.Globalization;
using KernelTracker.Data.Model;

namespace KernelTracker.Data.Notable;

/// <summary>What drafts of one stretch share: its changesets, and what the facts of one origin are grouped by.</summary>
internal sealed class FactGroups(NotableFacts facts)
{
    /// <summary>The facts.</summary>
    public NotableFacts Facts { get; } = facts;

    /// <summary>What became of names of a kind.</summary>
    public IEnumerable<NameFact> Of(InterfaceKind kind) => Facts.Names.Where(n => n.Kind == kind && n.Change is (Happening.Added or Happening.Removed));

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

    /// <summary>Whether a subject of the changesets has one of the names.</summary>
    public bool AreTold(IEnumerable<int> commits, IReadOnlyList<string> names) =>
        commits.Select(c => Facts.Commits.GetValueOrDefault(c)?.Subject).OfType<string>().Distinct().Any(s => names.Any(n => Wording.Mentions(s, n)));
}
