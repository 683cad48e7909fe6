using KernelTracker.Data.Model;
using KernelTracker.Data.Notable;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>
/// Reads what became of interfaces in a stretch, net: a name is new when no file of the tree before has it and a file of
/// the tree after does, and a changeset of the stretch brought it. What only became of another kind neither came nor went.
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
        var was = await OtherwiseAsync(context, [.. came.Select(s => s.NameId).Distinct()], first - 1, cancellation);
        var stays = await OtherwiseAsync(context, [.. went.Select(s => s.NameId).Distinct()], last, cancellation);
        Net(came.Where(s => !was.ContainsKey(s.NameId)), Happening.Added, InterfaceChangeKind.Added);
        Net(went.Where(s => !stays.ContainsKey(s.NameId)), Happening.Removed, InterfaceChangeKind.Removed);
        // A function that is a macro now is called as before.
        Net(went.Where(s => stays.TryGetValue(s.NameId, out var kind) && kind != InterfaceKind.Macro), Happening.Changed, InterfaceChangeKind.Removed);
        var net = facts.Select(f => f.NameId).Concat(was.Keys).Concat(stays.Keys).ToHashSet();
        var passing = steps
            .Where(s => !net.Contains(s.Key) && s.Any(c => c.Kind == InterfaceChangeKind.Added) && s.Any(c => c.Kind == InterfaceChangeKind.Removed))
            .Select(s => s.Key).ToList();
        // In a tree before or after it, a name did not come and go: it moved, or went and came back.
        var standing = (await context.InterfaceSpans
            .Where(s => EF.Parameter(passing).Contains(s.NameId)
                && ((s.FirstReleaseId < first && (s.EndReleaseId == null || s.EndReleaseId >= first))
                    || (s.FirstReleaseId <= last && (s.EndReleaseId == null || s.EndReleaseId > last))))
            .Select(s => s.NameId).Distinct().ToListAsync(cancellation)).ToHashSet();
        standing.UnionWith((await OtherwiseAsync(context, passing, first - 1, cancellation)).Keys);
        standing.UnionWith((await OtherwiseAsync(context, passing, last, cancellation)).Keys);
        facts.AddRange(passing.Where(n => !standing.Contains(n)).Select(n => steps[n])
            .Select(s => Of(s.First().NameId, Happening.CameAndWent, [.. s.Select(c => c.PathId).Distinct()], s.First().Text, s.Select(c => c.CommitId))));
        facts.AddRange(steps.Where(s => !net.Contains(s.Key) && s.All(c => c.Kind == InterfaceChangeKind.Changed))
            .Select(s => Of(s.Key, Happening.Changed, [.. s.Select(c => c.PathId).Distinct()], s.Last().Text, s.Select(c => c.CommitId))));

        // One parameter: thousands of them cost more than the query.
        var ids = facts.Select(f => f.NameId).ToList();
        var paths = facts.SelectMany(f => f.Paths).Distinct().ToList();
        var names = await context.InterfaceNames.Where(n => EF.Parameter(ids).Contains(n.Id)).ToDictionaryAsync(n => n.Id, cancellation);
        var files = await context.Paths.Where(p => EF.Parameter(paths).Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var stands = came.Concat(went).ToLookup(s => s.NameId);
        var found = facts
            .Select(f => new NameFact(
                names[f.NameId].Kind, names[f.NameId].Name, f.Change, f.Text, [.. f.Paths.Select(p => files[p]).Order(StringComparer.Ordinal)], f.Commits)
            {
                Stands = [.. stands[f.NameId].Where(s => files.ContainsKey(s.PathId)).Select(s => (files[s.PathId], s.Text)).Order()],
            })
            .OrderBy(f => f.Kind).ThenBy(f => f.Name, StringComparer.Ordinal).ToList();
        var ofCommands = found.FindAll(f => f.Change is Happening.Added or Happening.Removed && Constants.IsOfCommands(f));
        var arguments = CommandNumbers.Arguments(ofCommands, await SiblingsAsync(context, range, [.. ofCommands.SelectMany(f => f.Paths).Distinct()], cancellation));
        return found.ConvertAll(f => arguments.Contains(f) ? f with { IsArgument = true } : f);

        void Net(IEnumerable<Stand> stands, Happening change, InterfaceChangeKind kind)
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

    /// <summary>Those of some names that a tree has as another kind (<see cref="InterfaceKindNames.ByTurns"/>), and the kind that they are here.</summary>
    private static async Task<Dictionary<int, InterfaceKind>> OtherwiseAsync(TrackerContext context, List<int> ids, int release, CancellationToken cancellation)
    {
        var kinds = InterfaceKindNames.ByTurns;
        return await (
            from name in context.InterfaceNames
            where EF.Parameter(ids).Contains(name.Id) && kinds.Contains(name.Kind)
            where (
                from other in context.InterfaceNames
                where other.Name == name.Name && other.Id != name.Id && kinds.Contains(other.Kind)
                from span in context.InterfaceSpans
                where span.NameId == other.Id && span.FirstReleaseId <= release && (span.EndReleaseId == null || span.EndReleaseId > release)
                select span).Any()
            select new { name.Id, name.Kind }).ToDictionaryAsync(n => n.Id, n => n.Kind, cancellation);
    }

    /// <summary>The constants that headers have all through a stretch, by header.</summary>
    private static async Task<ILookup<string, (string Name, string Value)>> SiblingsAsync(
        TrackerContext context, ReleaseRange range, List<string> headers, CancellationToken cancellation)
    {
        var (first, last) = (range.FirstReleaseId, range.ReleaseId);
        var rows = headers.Count == 0 ? [] : await (
            from name in context.InterfaceNames
            where name.Kind == InterfaceKind.Constant
            from span in context.InterfaceSpans
            where span.NameId == name.Id && span.FirstReleaseId < first && (span.EndReleaseId == null || span.EndReleaseId > last)
            join path in context.Paths on span.PathId equals path.Id
            where EF.Parameter(headers).Contains(path.Name)
            select new { Path = path.Name, name.Name, span.Text }).ToListAsync(cancellation);
        return rows.ToLookup(r => r.Path, r => (r.Name, r.Text), StringComparer.Ordinal);
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
