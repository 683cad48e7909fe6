using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Counts the people behind the changesets of a stretch.</summary>
public sealed class PeopleQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>Who wrote, read, tried, reported and passed on the changesets of the stretch that meet every condition.</summary>
    public async Task<PeopleReport> ReportAsync(ReleaseRange range, ChangesetFilter filter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(filter);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var changesets = ChangesetListQueries.Where(context, range, filter with { WithMerges = false });
        var cells = await (
            from commit in changesets
            join author in context.Identities on commit.AuthorId equals author.Id
            group commit by new { author.DeveloperId, commit.EmployerId } into cell
            select new Cell(
                cell.Key.DeveloperId,
                cell.Key.EmployerId,
                cell.Count(),
                cell.Sum(c => (long?)(c.AddedLines > c.RemovedLines ? c.AddedLines : c.RemovedLines)) ?? 0,
                cell.Sum(c => c.AddedLines == null ? 1 : 0))).ToListAsync(cancellation);
        var before = await BeforeAsync(context, range, cancellation);
        var roles = await RolesAsync(context, changesets, cancellation);
        var names = await NamesAsync(context, [.. cells.Select(c => c.DeveloperId).Concat(roles.SelectMany(r => r.Counts).Select(c => c.DeveloperId)).Distinct()], cancellation);
        var employers = await context.Employers.ToDictionaryAsync(e => e.Id, e => e.Name, cancellation);
        return new PeopleReport(
            range, filter,
            cells.Sum(c => c.Count),
            People(cells, before, names, employers),
            [.. roles.Select(r => new RoleFigures(
                r.Role, r.Changesets,
                [.. r.Counts.OrderByDescending(c => c.Count).ThenBy(c => c.DeveloperId).Select(c => new DeveloperCount(c.DeveloperId, names.GetValueOrDefault(c.DeveloperId, ""), c.Count))]))],
            Employers(cells, employers));
    }

    private static List<PersonFigures> People(List<Cell> cells, HashSet<int> before, Dictionary<int, string> names, Dictionary<int, string> employers) =>
    [
        .. from cell in cells
           group cell by cell.DeveloperId into person
           let figures = new PersonFigures(
               person.Key, names.GetValueOrDefault(person.Key, ""),
               person.Sum(c => c.Count),
               person.All(c => c.Uncounted == 0) ? person.Sum(c => c.Lines) : null,
               !before.Contains(person.Key),
               [.. person.Where(c => c.EmployerId is not null).OrderByDescending(c => c.Count).ThenBy(c => c.EmployerId).Select(c => employers[c.EmployerId!.Value])])
           orderby figures.Changesets descending, figures.Id
           select figures,
    ];

    private static List<EmployerFigures> Employers(List<Cell> cells, Dictionary<int, string> employers) =>
    [
        .. from cell in cells
           group cell by cell.EmployerId into employer
           let figures = new EmployerFigures(
               employer.Key is { } id ? employers[id] : null,
               employer.Sum(c => c.Count),
               employer.All(c => c.Uncounted == 0) ? employer.Sum(c => c.Lines) : null,
               employer.Count())
           orderby figures.Name is null, figures.Changesets descending, figures.Name
           select figures,
    ];

    /// <summary>Developers of whom mainline has a changeset from before the stretch.</summary>
    private static async Task<HashSet<int>> BeforeAsync(TrackerContext context, ReleaseRange range, CancellationToken cancellation) =>
        [.. await (
            from author in context.Identities
            where context.Commits.Any(c => c.AuthorId == author.Id && !c.IsMerge && c.Position <= range.After)
            select author.DeveloperId).Distinct().ToListAsync(cancellation)];

    private static async Task<List<RoleCounts>> RolesAsync(TrackerContext context, IQueryable<Commit> changesets, CancellationToken cancellation)
    {
        var result = new List<RoleCounts>();
        foreach (var role in PersonRoleNames.All)
        {
            var named = Named(context, changesets, role);
            var counts = await named.GroupBy(n => n.DeveloperId).Select(g => new PersonCount(g.Key, g.Count())).ToListAsync(cancellation);
            var all = await named.Select(n => n.CommitId).Distinct().CountAsync(cancellation);
            result.Add(new RoleCounts(role, all, counts));
        }
        return result;
    }

    /// <summary>Which changesets name whom for a role, each pair once. One's own changesets do not count.</summary>
    private static IQueryable<Naming> Named(TrackerContext context, IQueryable<Commit> changesets, PersonRole role)
    {
        var keys = role.TrailerKeys();
        return (
            from commit in changesets
            join author in context.Identities on commit.AuthorId equals author.Id
            join trailer in context.Trailers on commit.Id equals trailer.CommitId
            where keys.Contains(trailer.Key)
            join person in context.Identities on trailer.IdentityId equals person.Id
            where person.DeveloperId != author.DeveloperId
            select new Naming { CommitId = commit.Id, DeveloperId = person.DeveloperId }).Distinct();
    }

    private static async Task<Dictionary<int, string>> NamesAsync(TrackerContext context, List<int> ids, CancellationToken cancellation) =>
        await context.Developers.Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Name, cancellation);

    private sealed record Cell(int DeveloperId, int? EmployerId, int Count, long Lines, int Uncounted);

    private sealed record PersonCount(int DeveloperId, int Count);

    private sealed record RoleCounts(PersonRole Role, int Changesets, List<PersonCount> Counts);

    private sealed class Naming
    {
        public int CommitId { get; init; }

        public int DeveloperId { get; init; }
    }
}
