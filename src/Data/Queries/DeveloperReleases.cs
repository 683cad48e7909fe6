using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>What a developer did, release by release.</summary>
internal static class DeveloperReleases
{
    /// <summary>Every release from the first with anything on, oldest first.</summary>
    /// <param name="context">The database.</param>
    /// <param name="developer">The developer.</param>
    /// <param name="changesets">Mainline's changesets of the developer.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<IReadOnlyList<DeveloperRelease>> ReadAsync(
        TrackerContext context, int developer, IQueryable<Commit> changesets, CancellationToken cancellation)
    {
        var written = (await (
            from commit in changesets
            group commit by new { commit.ReleaseId, commit.EmployerId } into cell
            select new
            {
                cell.Key.ReleaseId,
                cell.Key.EmployerId,
                Count = cell.Count(),
                Lines = cell.Sum(c => (long?)(c.AddedLines > c.RemovedLines ? c.AddedLines : c.RemovedLines)) ?? 0,
                Uncounted = cell.Sum(c => c.AddedLines == null ? 1 : 0),
            }).ToListAsync(cancellation)).ToLookup(c => c.ReleaseId!.Value);
        var roles = new Dictionary<PersonRole, Dictionary<int, int>>();
        foreach (var role in PersonRoleNames.All)
            roles.Add(role, await NamedAsync(context, developer, role, cancellation));
        var employers = await context.Employers.ToDictionaryAsync(e => e.Id, e => e.Name, cancellation);
        var releases = await context.Releases.OrderBy(r => r.Id).Select(r => new { r.Id, r.Version }).ToListAsync(cancellation);
        return
        [
            .. releases.SkipWhile(r => !written.Contains(r.Id) && roles.Values.All(c => !c.ContainsKey(r.Id))).Select(r => new DeveloperRelease(
                r.Version,
                written[r.Id].Sum(c => c.Count),
                written[r.Id].All(c => c.Uncounted == 0) ? written[r.Id].Sum(c => c.Lines) : null,
                roles.Where(p => p.Value.ContainsKey(r.Id)).ToDictionary(p => p.Key, p => p.Value[r.Id]),
                [.. written[r.Id].Where(c => c.EmployerId is not null).OrderByDescending(c => c.Count).ThenBy(c => c.EmployerId).Select(c => employers[c.EmployerId!.Value])])),
        ];
    }

    /// <summary>Per release: changesets of others that name the developer for a role, each once.</summary>
    private static Task<Dictionary<int, int>> NamedAsync(TrackerContext context, int developer, PersonRole role, CancellationToken cancellation)
    {
        var keys = role.TrailerKeys();
        var named = (
            from person in context.Identities
            where person.DeveloperId == developer
            join trailer in context.Trailers on (int?)person.Id equals trailer.IdentityId
            where keys.Contains(trailer.Key)
            join commit in context.Commits on trailer.CommitId equals commit.Id
            where !commit.IsMerge && commit.ReleaseId != null
                && !context.Identities.Any(a => a.Id == commit.AuthorId && a.DeveloperId == developer)
            select new { commit.Id, ReleaseId = commit.ReleaseId!.Value }).Distinct();
        return named.GroupBy(n => n.ReleaseId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
    }
}
