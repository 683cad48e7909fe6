using KernelTracker.Data.Model;

namespace KernelTracker.Data.Notable;

/// <summary>Lines for developers that are about no code: folders, documents, the schedule of removals, the build system.</summary>
internal static class DeveloperDrafts
{
    /// <summary>A line for each.</summary>
    public static IEnumerable<Draft> Of(FactGroups groups) =>
    [
        .. from fact in groups.Of(InterfaceKind.Directory)
           where !(Places.IsArchitecture(fact.Name) && fact.Name.Split('/').Length == 2)
           select Line(groups, [fact], fact.Change == Happening.Added ? "New folder of sources: " : "Folder removed: ", "what is built there, ", 56),
        .. from fact in groups.Of(InterfaceKind.ScheduledRemoval)
           select Line(groups, [fact], fact.Change == Happening.Added ? "Scheduled for removal: " : "Taken off the schedule of removals (carried out, or called off): ", "an entry of ", 66),
        .. from fact in groups.Of(InterfaceKind.DeveloperDocument)
           group fact by (fact.Change, Places.Folder(fact.Paths[0]), groups.Origin(fact)) into line
           select Line(groups, [.. line], line.Key.Change == Happening.Added ? "New for developers to read: " : "Document removed: ", line.Key.Change == Happening.Added ? "new file " : "", 58),
        .. from fact in groups.Of(InterfaceKind.BuildTarget)
           group fact by (fact.Change, groups.First(fact)?.Id) into line
           select Line(groups, [.. line], line.Key.Change == Happening.Added ? "New in the build system: " : "Removed from the build system: ", "defined in ", 46),
    ];

    private static Draft Line(FactGroups groups, IReadOnlyList<NameFact> facts, string start, string evidence, int strength)
    {
        var draft = Draft.Of(
            Audience.Developers, facts, [new(start), .. Wording.List([.. facts.Select(f => Wording.Name(f.Kind, f.Name))])], evidence + facts[0].Paths[0], strength);
        draft.Detail = facts.Count == 1 ? Wording.Sentence(facts[0].Text) : null;
        // A schedule concerns whoever uses the thing, drivers included.
        draft.Strength += facts[0].Kind == InterfaceKind.ScheduledRemoval ? 0 : Places.Weight(groups.AreaOf(draft.Commits) ?? Area.Miscellaneous);
        if (facts[0].Kind == InterfaceKind.Directory && (Places.IsDriver(facts[0].Name + "/") || Places.IsArchitecture(facts[0].Name + "/")))
            draft.Strength = Math.Min(draft.Strength, 25);
        return draft;
    }
}
