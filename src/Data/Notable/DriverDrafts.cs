namespace KernelTracker.Data.Notable;

/// <summary>Lines about drivers of earlier releases that went.</summary>
internal static class DriverDrafts
{
    /// <summary>A line for the drivers that one changeset took out.</summary>
    public static IEnumerable<Draft> Of(FactGroups groups)
    {
        foreach (var gone in groups.Facts.Drivers.GroupBy(d => (d.Commit, d.Symbol ?? d.Path)))
        {
            var first = gone.First();
            var draft = new Draft
            {
                Audience = Audience.Users,
                Kind = NotableKind.Driver,
                Change = Happening.Removed,
                Line = [new("No longer supported: "), .. Wording.List([.. gone.Select(d => new NotableRun(d.Name))])],
                Evidence = first.Path.Length > 0 ? $"{first.Path} was removed" : "its entry was removed",
                Strength = Places.IsStaging(first.Path) ? 30 : 56,
                Names = first.Symbol is { } symbol ? [symbol] : [],
                Paths = first.Path.Length > 0 ? [first.Path] : [],
            };
            if (first.Commit is { } commit)
                draft.Commits.Add(commit);
            yield return draft;
        }
    }
}
