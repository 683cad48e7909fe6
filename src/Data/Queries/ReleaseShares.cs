using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>How a set of changesets spreads over releases and developers.</summary>
internal static class ReleaseShares
{
    /// <summary>Changesets per release, oldest first, without gaps between the first release with any and the newest.</summary>
    public static async Task<IReadOnlyList<ReleaseShare>> ReadAsync(TrackerContext context, IQueryable<Commit> changesets, CancellationToken cancellation)
    {
        var counts = await (
            from commit in changesets
            join author in context.Identities on commit.AuthorId equals author.Id
            group author by commit.ReleaseId into g
            select new { ReleaseId = g.Key, Count = g.Count(), Developers = g.Select(a => a.DeveloperId).Distinct().Count() })
            .ToListAsync(cancellation);
        var releases = await context.Releases.OrderBy(r => r.Id).Select(r => new { r.Id, r.Version }).ToListAsync(cancellation);
        var byRelease = counts.ToDictionary(c => c.ReleaseId!.Value);
        return
        [
            .. releases.SkipWhile(r => !byRelease.ContainsKey(r.Id))
                .Select(r => byRelease.TryGetValue(r.Id, out var c) ? new ReleaseShare(r.Version, c.Count, c.Developers) : new ReleaseShare(r.Version, 0, 0)),
        ];
    }

    /// <summary>Who wrote most of the changesets.</summary>
    public static async Task<IReadOnlyList<DeveloperCount>> TopDevelopersAsync(
        TrackerContext context, IQueryable<Commit> changesets, int take, CancellationToken cancellation)
    {
        // Grouping and naming are two queries: EF cannot join what it has grouped.
        var top = await (
            from commit in changesets
            join author in context.Identities on commit.AuthorId equals author.Id
            group author by author.DeveloperId into g
            orderby g.Count() descending, g.Key
            select new { Id = g.Key, Count = g.Count() }).Take(take).ToListAsync(cancellation);
        var ids = top.ConvertAll(t => t.Id);
        var names = await context.Developers.Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Name, cancellation);
        return [.. top.Select(t => new DeveloperCount(t.Id, names.GetValueOrDefault(t.Id) ?? "", t.Count))];
    }
}
