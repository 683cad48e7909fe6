using KernelTracker.Data.Model;

namespace KernelTracker.Data.Queries;

/// <summary>Lines added and removed over changesets, renames detected.</summary>
/// <param name="Added">Lines added.</param>
/// <param name="Removed">Lines removed.</param>
public sealed record LineFigures(long Added, long Removed);

/// <summary>A part of an area with its share.</summary>
/// <param name="Name">Its name, "Staging", "x86".</param>
/// <param name="Changesets">Its changesets.</param>
public sealed record PartFigures(string Name, int Changesets);

/// <summary>An area with its share.</summary>
/// <param name="Area">The area.</param>
/// <param name="Changesets">Its changesets.</param>
/// <param name="Parts">Its parts, largest first; changesets in no part are in none.</param>
public sealed record AreaFigures(Area Area, int Changesets, IReadOnlyList<PartFigures> Parts);

/// <summary>A tree that fed mainline.</summary>
/// <param name="Name">Its short name, "gregkh/usb".</param>
/// <param name="Url">Its repository in one spelling; null when it has none.</param>
/// <param name="Kind">What kind of source it is.</param>
/// <param name="Changesets">Changesets that came through it.</param>
/// <param name="Pulls">Pulls from it.</param>
/// <param name="Last">When something came from it last.</param>
public sealed record TreeFigures(string Name, string? Url, SourceKind Kind, int Changesets, int Pulls, DateTimeOffset Last);

/// <summary>A day's intake.</summary>
/// <param name="Day">The day, by the clock of who pulled.</param>
/// <param name="Changesets">Changesets that came in.</param>
/// <param name="Total">Changesets in the range up to the end of that day.</param>
public sealed record DayFigures(DateOnly Day, int Changesets, int Total);

/// <summary>Everything that is counted over a stretch of a release.</summary>
/// <param name="Range">The stretch.</param>
/// <param name="Changesets">Commits that are not merges.</param>
/// <param name="Commits">Commits with merges.</param>
/// <param name="Pulls">Merges on the mainline chain.</param>
/// <param name="Developers">People who wrote a changeset.</param>
/// <param name="NewDevelopers">Those of whom mainline has no changeset from before the stretch.</param>
/// <param name="Lines">Lines; null until all are counted.</param>
/// <param name="Areas">Every area with a changeset, largest first.</param>
/// <param name="Trees">Every tree that something came through, largest first.</param>
/// <param name="Days">Days with intake, oldest first.</param>
public sealed record RangeReport(
    ReleaseRange Range,
    int Changesets,
    int Commits,
    int Pulls,
    int Developers,
    int NewDevelopers,
    LineFigures? Lines,
    IReadOnlyList<AreaFigures> Areas,
    IReadOnlyList<TreeFigures> Trees,
    IReadOnlyList<DayFigures> Days)
{
    /// <summary>How many repositories fed mainline; direct commits and fast-forwards are no repository.</summary>
    public int Repositories => Trees.Count(t => t.Kind is SourceKind.Repository or SourceKind.Unnamed);
}
