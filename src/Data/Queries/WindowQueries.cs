using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Counts a stretch of a release: a window, a part of it, or the whole.</summary>
public sealed class WindowQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>Everything that is counted over the stretch.</summary>
    public async Task<RangeReport> ReportAsync(ReleaseRange range, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(range);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var commits = context.Commits.InRange(range);
        var cells = await (
            from commit in commits
            group commit by new { commit.Area, commit.AreaPartId, commit.SourceTreeId, commit.IsMerge } into cell
            select new Cell(
                cell.Key.Area,
                cell.Key.AreaPartId,
                cell.Key.SourceTreeId,
                cell.Key.IsMerge,
                cell.Count(),
                cell.Sum(c => (long?)c.AddedLines) ?? 0,
                cell.Sum(c => (long?)c.RemovedLines) ?? 0,
                cell.Sum(c => c.AddedLines == null ? 1 : 0),
                cell.Max(c => c.Position) ?? 0)).ToListAsync(cancellation);
        var changesets = cells.Where(c => !c.IsMerge).ToList();
        var parts = await context.AreaParts.ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var (developers, newDevelopers) = await DevelopersAsync(context, range, cancellation);
        return new RangeReport(
            range,
            changesets.Sum(c => c.Count),
            cells.Sum(c => c.Count),
            range.Chain.Count(c => c.IsMerge),
            developers,
            newDevelopers,
            changesets.All(c => c.Uncounted == 0) ? new LineFigures(changesets.Sum(c => c.Added), changesets.Sum(c => c.Removed)) : null,
            Areas(changesets, parts),
            await TreesAsync(context, range, cells, cancellation),
            RangeDays.Of(range));
    }

    private static List<AreaFigures> Areas(List<Cell> changesets, Dictionary<int, string> parts) =>
    [
        .. from cell in changesets
           group cell by cell.Area into area
           let figures = new AreaFigures(
               area.Key,
               area.Sum(c => c.Count),
               [.. from cell in area
                   where cell.PartId is not null
                   group cell by parts[cell.PartId!.Value] into part
                   let count = part.Sum(c => c.Count)
                   orderby count descending, part.Key
                   select new PartFigures(part.Key, count)])
           orderby figures.Changesets descending, figures.Area
           select figures,
    ];

    private static async Task<List<TreeFigures>> TreesAsync(
        TrackerContext context, ReleaseRange range, List<Cell> cells, CancellationToken cancellation)
    {
        var pulls = await (
            from pull in context.Pulls.InRange(range)
            group pull by pull.SourceTreeId into tree
            select new { tree.Key, Count = tree.Count() }).ToDictionaryAsync(t => t.Key, t => t.Count, cancellation);
        var names = await context.SourceTrees.Select(t => new { t.Id, t.Name, t.Url, t.Kind }).ToDictionaryAsync(t => t.Id, cancellation);
        var steps = range.Chain.ToDictionary(c => c.Position);
        return
        [
            .. from cell in cells
               where cell.TreeId is not null
               group cell by cell.TreeId!.Value into tree
               let name = names[tree.Key]
               let figures = new TreeFigures(
                   name.Name, name.Url, name.Kind,
                   tree.Where(c => !c.IsMerge).Sum(c => c.Count), pulls.GetValueOrDefault(tree.Key),
                   steps[tree.Max(c => c.LastPosition)].Committed)
               orderby figures.Changesets descending, figures.Name
               select figures,
        ];
    }

    private static async Task<(int All, int New)> DevelopersAsync(TrackerContext context, ReleaseRange range, CancellationToken cancellation)
    {
        // Of a whole release, ingest counted them.
        if (range is { IsWhole: true, IsComparison: false })
        {
            var release = await context.Releases.Where(r => r.Id == range.ReleaseId).Select(r => new { r.Developers, r.NewDevelopers }).SingleAsync(cancellation);
            return (release.Developers, release.NewDevelopers);
        }
        var changesets = context.Commits.InRange(range).Where(c => !c.IsMerge);
        var all = await (
            from commit in changesets
            join author in context.Identities on commit.AuthorId equals author.Id
            select author.DeveloperId).Distinct().CountAsync(cancellation);
        return (all, all - (await PeopleQueries.KnownAsync(context, changesets, range, cancellation)).Count);
    }

    private sealed record Cell(Area Area, int? PartId, int? TreeId, bool IsMerge, int Count, long Added, long Removed, int Uncounted, int LastPosition);
}
