using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>An employer in the list of all.</summary>
/// <param name="Name">The name; null stands for those of whom it is not known.</param>
/// <param name="Changesets">Changesets of its people in all releases.</param>
/// <param name="Developers">How many people wrote them.</param>
/// <param name="Latest">Changesets of each release in <see cref="EmployerList.Latest"/>, in that order.</param>
public sealed record EmployerRow(string? Name, int Changesets, int Developers, IReadOnlyList<int> Latest);

/// <summary>All employers.</summary>
/// <param name="Latest">The releases for which changesets are given, newest first.</param>
/// <param name="Totals">All changesets of each of them, in that order.</param>
/// <param name="Rows">The employers, those with most changesets in the latest releases first; last, those of whom it is not known.</param>
public sealed record EmployerList(IReadOnlyList<string> Latest, IReadOnlyList<int> Totals, IReadOnlyList<EmployerRow> Rows);

/// <summary>An employer and what came from its people.</summary>
/// <param name="Name">The name; null stands for those of whom it is not known.</param>
/// <param name="Changesets">Changesets of its people in all releases.</param>
/// <param name="Developers">How many people wrote them.</param>
/// <param name="Releases">Changesets per release, oldest first, from the first one with any.</param>
/// <param name="Top">Who wrote most of them, with changed lines, over all releases.</param>
/// <param name="Areas">What they are about, largest first.</param>
/// <param name="Latest">The newest changesets.</param>
public sealed record EmployerDetails(
    string? Name,
    int Changesets,
    int Developers,
    IReadOnlyList<ReleaseShare> Releases,
    IReadOnlyList<PersonFigures> Top,
    IReadOnlyList<(Area Area, int Changesets)> Areas,
    IReadOnlyList<CommitLine> Latest);

/// <summary>Reads employers.</summary>
public sealed class EmployerQueries(IDbContextFactory<TrackerContext> contexts)
{
    private const int LatestReleases = 3;
    private const int LatestChangesets = 25;
    private const int TopDevelopers = 25;

    /// <summary>Every employer with a changeset.</summary>
    public async Task<EmployerList> ListAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var counts = await (
            from commit in context.Commits
            where !commit.IsMerge && commit.ReleaseId != null
            group commit by new { commit.EmployerId, commit.ReleaseId } into cell
            select new { cell.Key.EmployerId, cell.Key.ReleaseId, Count = cell.Count() }).ToListAsync(cancellation);
        var authors = (
            from commit in context.Commits
            where !commit.IsMerge && commit.ReleaseId != null
            select new { commit.EmployerId, commit.AuthorId }).Distinct();
        var writers = await (
            from writer in authors
            join author in context.Identities on writer.AuthorId equals author.Id
            select new { writer.EmployerId, author.DeveloperId }).Distinct().ToListAsync(cancellation);
        var names = await context.Employers.ToDictionaryAsync(e => e.Id, e => e.Name, cancellation);
        var releases = await context.Releases.OrderByDescending(r => r.Id).Take(LatestReleases).Select(r => new { r.Id, r.Version }).ToListAsync(cancellation);
        var developers = writers.ToLookup(w => w.EmployerId);
        return new EmployerList(
            [.. releases.Select(r => r.Version)],
            [.. releases.Select(r => counts.Where(c => c.ReleaseId == r.Id).Sum(c => c.Count))],
            [
                .. counts.GroupBy(c => c.EmployerId)
                    .Select(g => new EmployerRow(
                        g.Key is { } id ? names[id] : null,
                        g.Sum(c => c.Count),
                        developers[g.Key].Count(),
                        [.. releases.Select(r => g.Where(c => c.ReleaseId == r.Id).Sum(c => c.Count))]))
                    .OrderBy(r => r.Name is null).ThenByDescending(r => r.Latest.Sum()).ThenByDescending(r => r.Changesets).ThenBy(r => r.Name, StringComparer.OrdinalIgnoreCase),
            ]);
    }

    /// <summary>One employer by its name in URLs (<see cref="EmployerSlug"/>); null when none is called so.</summary>
    public async Task<EmployerDetails?> GetAsync(string slug, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(slug);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var employer = await EmployerNames.FindAsync(context, slug, cancellation);
        if (employer is null && slug != EmployerSlug.Unknown)
            return null;
        int? id = employer?.Id;
        var commits = context.Commits.Where(c => c.EmployerId == id && c.ReleaseId != null && !c.IsMerge);
        var cells = await PeopleCells.ReadAsync(context, commits, cancellation);
        var top = cells.OrderByDescending(c => c.Count).ThenBy(c => c.DeveloperId).Take(TopDevelopers).ToList();
        var names = await PeopleQueries.NamesAsync(context, top.Select(c => c.DeveloperId), cancellation);
        var areas = await commits.GroupBy(c => c.Area).Select(g => new { Area = g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var rows = await CommitLines.Rows(context, commits.OrderByDescending(c => c.Id).Take(LatestChangesets)).ToListAsync(cancellation);
        return new EmployerDetails(
            employer?.Name,
            cells.Sum(c => c.Count),
            cells.Count,
            await ReleaseShares.ReadAsync(context, commits, cancellation),
            [.. top.Select(c => new PersonFigures(c.DeveloperId, names.GetValueOrDefault(c.DeveloperId, ""), c.Count, c.Uncounted == 0 ? c.Lines : null, false, []))],
            [.. areas.OrderByDescending(a => a.Count).ThenBy(a => a.Area).Select(a => (a.Area, a.Count))],
            [.. rows.Select(r => r.ToLine())]);
    }
}
