using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>Lines added and removed.</summary>
public sealed record LinesDocument(long Added, long Removed);

/// <summary>A part of an area.</summary>
public sealed record PartDocument(string Name, int Changesets);

/// <summary>An area: its title, its name in a URL, its share, its parts.</summary>
public sealed record AreaDocument(string Area, string Slug, int Changesets, IReadOnlyList<PartDocument> Parts)
{
    /// <summary>The areas of a report.</summary>
    public static IReadOnlyList<AreaDocument> Of(RangeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Of(report.Areas);
    }

    /// <summary>Areas with their shares.</summary>
    public static IReadOnlyList<AreaDocument> Of(IReadOnlyList<AreaFigures> areas) =>
        [.. areas.Select(a => new AreaDocument(
            a.Area.Title(), a.Area.Slug(), a.Changesets, [.. a.Parts.Select(p => new PartDocument(p.Name, p.Changesets))]))];
}

/// <summary>A tree: its short name, its repository, the kind of source, its share.</summary>
public sealed record TreeDocument(string Tree, string? Url, SourceKind Kind, int Changesets, int Pulls, DateTimeOffset Last);

/// <summary>A day's intake.</summary>
public sealed record DayDocument(DateOnly Day, int Changesets, int Total);

/// <summary>A merge window, or any stretch of a release, as the API and `report --format json` give it.</summary>
/// <param name="Version">The release.</param>
/// <param name="Previous">The release before it.</param>
/// <param name="AsOf">The moment asked for; of a tag or commit, its committer date.</param>
/// <param name="Tip">The newest chain commit of the stretch; null when nothing is as old.</param>
/// <param name="TipCommitted">Its committer date.</param>
/// <param name="Since">The moment since which it counts; null for the previous release.</param>
/// <param name="SinceTip">The chain commit after which it counts; null for the previous release.</param>
/// <param name="Changesets">Commits that are not merges.</param>
/// <param name="Commits">Commits with merges.</param>
/// <param name="Pulls">Merges on the mainline chain.</param>
/// <param name="Developers">People who wrote a changeset.</param>
/// <param name="NewDevelopers">Those of whom mainline has no changeset from before the stretch.</param>
/// <param name="Lines">Lines; null until all are counted.</param>
/// <param name="Areas">Every area with a changeset, largest first.</param>
/// <param name="Trees">Every tree, largest first.</param>
/// <param name="Days">Days with intake.</param>
/// <param name="Hardware">What it newly supports.</param>
/// <param name="Changes">What users and kernel developers will notice.</param>
/// <param name="People">Who was behind it, the first of each list; /api/v1/releases/{v}/people has all.</param>
/// <param name="Command">The git command that gives <paramref name="Changesets"/>.</param>
public sealed record WindowDocument(
    string Version, string? Previous, DateTimeOffset? AsOf, string? Tip, DateTimeOffset? TipCommitted,
    DateTimeOffset? Since, string? SinceTip, int Changesets, int Commits, int Pulls, int Developers, int NewDevelopers,
    LinesDocument? Lines, IReadOnlyList<AreaDocument> Areas, IReadOnlyList<TreeDocument> Trees,
    IReadOnlyList<DayDocument> Days, HardwareDocument Hardware, NotableDocument Changes, PeopleDocument People, string Command)
{
    /// <summary>Entries of each list of people.</summary>
    private const int TopPeople = 20;

    /// <summary>The stretch in a few sentences.</summary>
    public required string Summary { get; init; }

    /// <summary>The first moment of a comparison, as asked for; null for anything else.</summary>
    public string? From { get; init; }

    /// <summary>The second moment of a comparison.</summary>
    public string? To { get; init; }

    /// <summary>How it reached mainline, tree by tree.</summary>
    public required FlowDocument Flow { get; init; }

    /// <summary>When what comes next is to be expected; null for anything but the release in the making as it stands.</summary>
    public ForecastDocument? Forecast { get; init; }

    /// <summary>The document of a report.</summary>
    public static WindowDocument Of(WindowContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var report = content.Report;
        var range = report.Range;
        return new WindowDocument(
            range.Version,
            range.Previous,
            range.AsOf?.Time ?? range.Tip?.Committed,
            range.Tip?.Sha.ToString(),
            range.Tip?.Committed,
            range.Since?.Time ?? range.SinceTip?.Committed,
            range.SinceTip?.Sha.ToString(),
            report.Changesets,
            report.Commits,
            report.Pulls,
            report.Developers,
            report.NewDevelopers,
            report.Lines is { } lines ? new LinesDocument(lines.Added, lines.Removed) : null,
            AreaDocument.Of(report),
            [.. report.Trees.Select(t => new TreeDocument(t.Name, t.Url, t.Kind, t.Changesets, t.Pulls, t.Last))],
            [.. report.Days.Select(d => new DayDocument(d.Day, d.Changesets, d.Total))],
            HardwareDocument.Of(content.Hardware),
            NotableDocument.Of(content.Notable),
            PeopleDocument.Of(content.People, TopPeople),
            range.CountCommand)
        {
            Summary = content.Summary.ToString(),
            From = range.IsComparison ? range.Since?.ToString() : null,
            To = range.IsComparison ? range.AsOf?.ToString() : null,
            Flow = FlowDocument.Of(content.Flow),
            Forecast = content.Forecast is { } forecast ? ForecastDocument.Of(forecast) : null,
        };
    }
}
