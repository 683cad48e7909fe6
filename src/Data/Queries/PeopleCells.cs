using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Changesets counted by developer and employer, and what is summed up from that.</summary>
internal static class PeopleCells
{
    /// <summary>A developer's changesets for one employer.</summary>
    internal sealed record Cell(int DeveloperId, int? EmployerId, int Count, long Lines, int Uncounted);

    /// <summary>Counts changesets; each brings max(added, removed) lines.</summary>
    public static Task<List<Cell>> ReadAsync(TrackerContext context, IQueryable<Commit> changesets, CancellationToken cancellation) => (
        from commit in changesets
        join author in context.Identities on commit.AuthorId equals author.Id
        group commit by new { author.DeveloperId, commit.EmployerId } into cell
        select new Cell(
            cell.Key.DeveloperId,
            cell.Key.EmployerId,
            cell.Count(),
            cell.Sum(c => (long?)(c.AddedLines > c.RemovedLines ? c.AddedLines : c.RemovedLines)) ?? 0,
            cell.Sum(c => c.AddedLines == null ? 1 : 0))).ToListAsync(cancellation);

    /// <summary>The developers, those with most changesets first.</summary>
    /// <param name="cells">Their changesets.</param>
    /// <param name="known">Those who are not new.</param>
    /// <param name="names">Names of developers.</param>
    /// <param name="employers">Names of employers.</param>
    public static List<PersonFigures> People(
        IEnumerable<Cell> cells, IReadOnlySet<int> known, IReadOnlyDictionary<int, string> names, IReadOnlyDictionary<int, string> employers) =>
    [
        .. cells.GroupBy(c => c.DeveloperId)
            .Select(person => new PersonFigures(
                person.Key,
                names.GetValueOrDefault(person.Key, ""),
                person.Sum(c => c.Count),
                Lines(person),
                !known.Contains(person.Key),
                [.. person.Where(c => c.EmployerId is not null).OrderByDescending(c => c.Count).ThenBy(c => c.EmployerId).Select(c => employers[c.EmployerId!.Value])]))
            .OrderByDescending(p => p.Changesets).ThenBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Id),
    ];

    /// <summary>The employers, those with most changesets first; last, those of whom it is not known.</summary>
    public static List<EmployerFigures> Employers(IEnumerable<Cell> cells, IReadOnlyDictionary<int, string> employers) =>
    [
        .. cells.GroupBy(c => c.EmployerId)
            .Select(employer => new EmployerFigures(
                employer.Key is { } id ? employers[id] : null,
                employer.Sum(c => c.Count),
                Lines(employer),
                employer.Count()))
            .OrderBy(e => e.Name is null).ThenByDescending(e => e.Changesets).ThenBy(e => e.Name, StringComparer.OrdinalIgnoreCase),
    ];

    private static long? Lines(IEnumerable<Cell> cells) => cells.All(c => c.Uncounted == 0) ? cells.Sum(c => c.Lines) : null;
}
