using KernelTracker.Data.Model;
using KernelTracker.Data.Notable;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>
/// Reads what became of interfaces in a stretch, net: a name is new when no file of the tree before has it and a file of
/// the tree after does, and a changeset of the stretch brought it.
/// </summary>
internal static class InterfaceFacts
{
    /// <summary>Names that came, went, changed, or came and went.</summary>
    public static async Task<List<NameFact>> ReadAsync(TrackerContext context, ReleaseRange range, CancellationToken cancellation)
    {
        var (first, last) = (range.FirstReleaseId, range.ReleaseId);
        var came = await (
            from span in context.InterfaceSpans
            where span.FirstReleaseId >= first && span.FirstReleaseId <= last && !span.IsInitial && (span.EndReleaseId == null || span.EndReleaseId > last)
                && !context.InterfaceSpans.Any(o => o.NameId == span.NameId && o.FirstReleaseId < first && (o.EndReleaseId == null || o.EndReleaseId >= first))
            select new Stand { NameId = span.NameId, PathId = span.PathId, Text = span.Text }).ToListAsync(cancellation);
        var went = await (
            from span in context.InterfaceSpans
            where span.EndReleaseId >= first && span.EndReleaseId <= last && span.FirstReleaseId < first
                && !context.InterfaceSpans.Any(o => o.NameId == span.NameId && o.FirstReleaseId <= last && (o.EndReleaseId == null || o.EndReleaseId > last))
            select new Stand { NameId = span.NameId, PathId = span.PathId, Text = span.Text }).ToListAsync(cancellation);
        var steps = (await (
            from commit in context.Commits.InRange(range)
            join change in context.InterfaceChanges on commit.Id equals change.CommitId
            orderby commit.Id
            select new Step { CommitId = commit.Id, NameId = change.NameId, Kind = change.Kind, PathId = change.PathId, Text = change.Text }).ToListAsync(cancellation))
            .ToLookup(c => c.NameId);

        var facts = new List<Found>();
        Net(came, Happening.Added, InterfaceChangeKind.Added);
        Net(went, Happening.Removed, InterfaceChangeKind.Removed);
        var net = facts.Select(f => f.NameId).ToHashSet();
        var passing = steps
            .Where(s => !net.Contains(s.Key) && s.Any(c => c.Kind == InterfaceChangeKind.Added) && s.Any(c => c.Kind == InterfaceChangeKind.Removed))
            .Select(s => s.Key).ToList();
        // In a tree before or after it, a name did not come and go: it moved, or went and came back.
        var standing = (await context.InterfaceSpans
            .Where(s => EF.Parameter(passing).Contains(s.NameId)
                && ((s.FirstReleaseId < first && (s.EndReleaseId == null || s.EndReleaseId >= first))
                    || (s.FirstReleaseId <= last && (s.EndReleaseId == null || s.EndReleaseId > last))))
            .Select(s => s.NameId).Distinct().ToListAsync(cancellation)).ToHashSet();
        facts.AddRange(passing.Where(n => !standing.Contains(n)).Select(n => steps[n])
            .Select(s => Of(s.First().NameId, Happening.CameAndWent, [.. s.Select(c => c.PathId).Distinct()], s.First().Text, s.Select(c => c.CommitId))));
        facts.AddRange(steps.Where(s => !net.Contains(s.Key) && s.All(c => c.Kind == InterfaceChangeKind.Changed))
            .Select(s => Of(s.Key, Happening.Changed, [.. s.Select(c => c.PathId).Distinct()], s.Last().Text, s.Select(c => c.CommitId))));

        // One parameter: thousands of them cost more than the query.
        var ids = facts.Select(f => f.NameId).ToList();
        var paths = facts.SelectMany(f => f.Paths).Distinct().ToList();
        var names = await context.InterfaceNames.Where(n => EF.Parameter(ids).Contains(n.Id)).ToDictionaryAsync(n => n.Id, cancellation);
        var files = await context.Paths.Where(p => EF.Parameter(paths).Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        return
        [
            .. facts
                .Select(f => new NameFact(
                    names[f.NameId].Kind, names[f.NameId].Name, f.Change, f.Text, [.. f.Paths.Select(p => files[p]).Order(StringComparer.Ordinal)], f.Commits))
                .OrderBy(f => f.Kind).ThenBy(f => f.Name, StringComparer.Ordinal),
        ];

        void Net(List<Stand> stands, Happening change, InterfaceChangeKind kind)
        {
            foreach (var group in stands.GroupBy(s => s.NameId))
            {
                var commits = steps[group.Key].Where(c => c.Kind == kind).Select(c => c.CommitId).ToList();
                // What a merge did has no changeset, hence no position: it counts to the whole release only.
                if (commits.Count > 0 || range.IsWhole)
                    facts.Add(Of(group.Key, change, [.. group.Select(s => s.PathId).Distinct()], group.First().Text, commits));
            }
        }

        static Found Of(int name, Happening change, IReadOnlyList<int> paths, string text, IEnumerable<int> commits) =>
            new(name, change, paths, text, [.. commits.Distinct().Order()]);
    }

    private sealed record Found(int NameId, Happening Change, IReadOnlyList<int> Paths, string Text, IReadOnlyList<int> Commits);

    private sealed class Stand
    {
        public int NameId { get; init; }
        public int PathId { get; init; }
        public required string Text { get; init; }
    }

    private sealed class Step
    {
        public int CommitId { get; init; }
        public int NameId { get; init; }
        public InterfaceChangeKind Kind { get; init; }
        public int PathId { get; init; }
        public required string Text { get; init; }
    }
}
