using KernelTracker.Data.Model;

namespace KernelTracker.Data.Notable;

/// <summary>Lines about names that came and went within the stretch: no tree before or after it has them.</summary>
internal static class PassingDrafts
{
    /// <summary>A line for the names of each file.</summary>
    public static IEnumerable<Draft> Of(FactGroups groups) =>
        from fact in groups.Facts.Names
        where fact.Change == Happening.CameAndWent
        // Exported and declared, a name is told once.
        group fact by fact.Name into name
        let first = name.MinBy(n => n.Kind == InterfaceKind.ExportedSymbol)!
        group first by (first.Kind, first.Paths[0]) into line
        select Draft.Of(
            line.Key.Kind.IsForUsers() ? Audience.Users : Audience.Developers,
            [.. line],
            Wording.List([.. line.Select(f => Wording.Name(f.Kind, f.Name))]),
            $"added to {line.Key.Item2} and taken out again",
            20);
}
