using System.Collections.Frozen;
using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Counts the people behind the changesets of a stretch.</summary>
public sealed class PeopleQueries(IDbContextFactory<TrackerContext> contexts)
{
    private static readonly FrozenDictionary<string, PersonRole[]> RolesByKey = (
        from role in PersonRoleNames.All
        from key in role.TrailerKeys()
        group role by key).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>Who wrote, read, tried, reported and passed on the changesets of the stretch that meet every condition. Merges never count.</summary>
    public async Task<PeopleReport> ReportAsync(ReleaseRange range, ChangesetFilter filter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(filter);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var changesets = await ChangesetListQueries.WhereAsync(context, range, filter with { WithMerges = false }, cancellation);
        var cells = await PeopleCells.ReadAsync(context, changesets, cancellation);
        var known = await KnownAsync(context, changesets, range, cancellation);
        var namings = await NamingsAsync(context, changesets, cancellation);
        var names = await NamesAsync(context, cells.Select(c => c.DeveloperId).Concat(namings.Select(n => n.DeveloperId)), cancellation);
        var employers = await context.Employers.ToDictionaryAsync(e => e.Id, e => e.Name, cancellation);
        return new PeopleReport(
            range, filter, cells.Sum(c => c.Count), PeopleCells.People(cells, known, names, employers), Roles(namings, names), PeopleCells.Employers(cells, employers));
    }

    /// <summary>Developers of the stretch of whom mainline has a changeset from before it.</summary>
    internal static async Task<HashSet<int>> KnownAsync(
        TrackerContext context, IQueryable<Commit> changesets, ReleaseRange range, CancellationToken cancellation) =>
        [
            .. await (
                from author in context.Identities
                where (from commit in changesets
                       join writer in context.Identities on commit.AuthorId equals writer.Id
                       select writer.DeveloperId).Contains(author.DeveloperId)
                    && context.Commits.Any(c => c.AuthorId == author.Id && !c.IsMerge && c.Position <= range.After)
                select author.DeveloperId).Distinct().ToListAsync(cancellation),
        ];

    /// <summary>Which changesets name whom in which trailer, the author's own name left out.</summary>
    private static async Task<List<Naming>> NamingsAsync(TrackerContext context, IQueryable<Commit> changesets, CancellationToken cancellation)
    {
        var keys = RolesByKey.Keys;
        return await (
            from commit in changesets
            join author in context.Identities on commit.AuthorId equals author.Id
            join trailer in context.Trailers on commit.Id equals trailer.CommitId
            where keys.Contains(trailer.Key)
            join person in context.Identities on trailer.IdentityId equals person.Id
            where person.DeveloperId != author.DeveloperId
            select new Naming(trailer.Key, commit.Id, person.DeveloperId)).ToListAsync(cancellation);
    }

    /// <summary>What developers are called.</summary>
    internal static Task<Dictionary<int, string>> NamesAsync(TrackerContext context, IEnumerable<int> developers, CancellationToken cancellation)
    {
        // One parameter for all of them: there may be thousands.
        var ids = developers.Distinct().ToArray();
        return context.Developers.Where(d => EF.Parameter(ids).Contains(d.Id)).Select(d => new { d.Id, d.Name }).ToDictionaryAsync(d => d.Id, d => d.Name, cancellation);
    }

    private static List<RoleFigures> Roles(List<Naming> namings, Dictionary<int, string> names)
    {
        // A changeset that names somebody twice for the same role does so once.
        var pairs = PersonRoleNames.All.ToDictionary(r => r, _ => new HashSet<(int Commit, int Developer)>());
        foreach (var naming in namings)
        {
            foreach (var role in RolesByKey[naming.Key])
                pairs[role].Add((naming.CommitId, naming.DeveloperId));
        }
        return
        [
            .. pairs.Select(p => new RoleFigures(
                p.Key,
                p.Value.Select(n => n.Commit).Distinct().Count(),
                [
                    .. p.Value.CountBy(n => n.Developer)
                        .Select(c => new DeveloperCount(c.Key, names.GetValueOrDefault(c.Key, ""), c.Value))
                        .OrderByDescending(c => c.Changesets).ThenBy(c => c.Name, StringComparer.OrdinalIgnoreCase).ThenBy(c => c.Id),
                ])),
        ];
    }

    private sealed record Naming(string Key, int CommitId, int DeveloperId);
}
