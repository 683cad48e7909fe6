using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Cuts a merge window into parts.</summary>
public sealed class PartQueries(IDbContextFactory<TrackerContext> contexts, RangeQueries ranges)
{
    /// <summary>The parts of a release's merge window; of the whole release, when a cut lies after -rc1.</summary>
    /// <param name="version">The release.</param>
    /// <param name="cuts">Where to cut, in any order.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<PartAnswer> ReadAsync(KernelVersion version, IReadOnlyList<Moment> cuts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        var answer = await ranges.WindowAsync(version, null, null, cancellation);
        if (answer.Range is not { } whole)
            return new PartAnswer(null, answer.Problem, answer.IsMissing);
        var places = new List<(Moment Cut, int Position)>();
        foreach (var cut in cuts)
        {
            var found = await ranges.FindAsync(version, cut, null, cancellation);
            if (found.Range is not { } upTo)
                return new PartAnswer(null, found.Problem, found.IsMissing);
            if (upTo.Tip is null)
                return new PartAnswer(null, $"Nothing had come in by {cut}: a part cannot end there.", false);
            places.Add((cut, upTo.UpTo));
        }
        if (places.Any(p => p.Position > whole.UpTo))
            whole = (await ranges.WholeAsync(version, cancellation)).Range!;
        // A cut at the very end is the end.
        var inOrder = places.Where(p => p.Position < whole.UpTo).DistinctBy(p => p.Position).OrderBy(p => p.Position).ToList();
        return new PartAnswer(new PartReport(whole, [.. inOrder.Select(p => p.Cut)], await PartsAsync(whole, inOrder, cancellation)), null, false);
    }

    private async Task<IReadOnlyList<StretchPart>> PartsAsync(
        ReleaseRange whole, List<(Moment Cut, int Position)> cuts, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var cells = await (
            from commit in context.Commits.InRange(whole)
            group commit by new { commit.Position, commit.Area, commit.IsMerge } into cell
            select new { Position = cell.Key.Position!.Value, cell.Key.Area, cell.Key.IsMerge, Count = cell.Count() }).ToListAsync(cancellation);
        var parts = new List<StretchPart>(cuts.Count + 1);
        for (var i = 0; i <= cuts.Count; i++)
        {
            var (since, after) = i == 0 ? (null, whole.After) : (cuts[i - 1].Cut, cuts[i - 1].Position);
            var (asOf, upTo) = i == cuts.Count ? (whole.IsWhole ? null : whole.AsOf, whole.UpTo) : ((Moment?)cuts[i].Cut, cuts[i].Position);
            var mine = cells.Where(c => c.Position > after && c.Position <= upTo).ToList();
            var chain = whole.Chain.Where(c => c.Position > after && c.Position <= upTo).ToList();
            parts.Add(new StretchPart(
                i + 1, since, asOf, chain.LastOrDefault(),
                mine.Where(c => !c.IsMerge).Sum(c => c.Count), mine.Sum(c => c.Count), chain.Count(c => c.IsMerge),
                mine.Where(c => !c.IsMerge).GroupBy(c => c.Area).ToDictionary(g => g.Key, g => g.Sum(c => c.Count))));
        }
        return parts;
    }
}
