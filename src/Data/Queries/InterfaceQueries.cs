using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

#pragma warning disable CA1862 // These comparisons are translated to SQL, which knows no StringComparison.

namespace KernelTracker.Data.Queries;

/// <summary>Follows names that users and modules rely on: lists, searches, the history of one.</summary>
public sealed class InterfaceQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>Characters of a query that are searched for.</summary>
    public const int MaxLength = 200;

    private const int MaxWords = 6;

    /// <summary>The names of a filter, those called just so first; nothing for a filter without text and release.</summary>
    public async Task<PageOf<InterfaceHit>> ListAsync(InterfaceFilter filter, int page, int size, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var words = Words(filter.Text);
        if (words.Count == 0 && filter.Release is null)
            return new PageOf<InterfaceHit>([], page, size, 0);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        IQueryable<InterfaceName> names = filter.Release is { } release ? Of(context, release.Release.SortKey, filter.Change) : context.InterfaceNames;
        if (filter.Kind is { } kind)
            names = names.Where(n => n.Kind == kind);
        foreach (var word in words)
            names = names.Where(n => n.Name.ToUpper().Contains(word));
        var total = await names.CountAsync(cancellation);
        var text = string.Join(' ', words);
        var found = await names
            .OrderBy(n => text == "" ? 0 : n.Name.ToUpper() == text ? 0 : n.Name.ToUpper().StartsWith(text) ? 1 : 2).ThenBy(n => n.Name).ThenBy(n => n.Kind)
            .Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        return new PageOf<InterfaceHit>(await HitsAsync(context, found, cancellation), page, size, total);
    }

    /// <summary>How many names of each kind a release added or removed, in the order of kinds; null when there is no such release or it has not been read.</summary>
    public async Task<IReadOnlyList<InterfaceCount>?> CountsAsync(KernelVersion version, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var id = version.Release.SortKey;
        if (!await context.InterfaceReadings.AnyAsync(r => r.ReleaseId == id, cancellation))
            return null;
        var counts = new Dictionary<InterfaceFate, Dictionary<InterfaceKind, int>>();
        foreach (var change in Enum.GetValues<InterfaceFate>())
        {
            counts[change] = await Of(context, id, change).GroupBy(n => n.Kind).Select(g => new { g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        }
        return
        [
            .. from kind in InterfaceKindNames.All
               let count = new InterfaceCount(
                   kind, counts[InterfaceFate.Added].GetValueOrDefault(kind), counts[InterfaceFate.Removed].GetValueOrDefault(kind), counts[InterfaceFate.Passing].GetValueOrDefault(kind))
               where count.Added + count.Removed + count.Passing > 0
               select count,
        ];
    }

    /// <summary>The histories of a name, one for each kind of thing that is called so; none when nothing is.</summary>
    /// <param name="name">As the source spells it; a slash at its beginning may be missing, for addresses cannot hold it.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<IReadOnlyList<InterfaceHistory>> OfNameAsync(string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rooted = "/" + name;
        var rows = await context.InterfaceNames.Where(n => n.Name == name || n.Name == rooted).ToListAsync(cancellation);
        var ids = rows.Select(r => r.Id).ToList();
        var spans = (await (
            from span in context.InterfaceSpans
            where ids.Contains(span.NameId)
            join path in context.Paths on span.PathId equals path.Id
            join first in context.Releases on span.FirstReleaseId equals first.Id
            from end in context.Releases.Where(r => r.Id == span.EndReleaseId).DefaultIfEmpty()
            orderby span.FirstReleaseId, path.Name
            select new { span.NameId, Row = new InterfaceStanding(path.Name, span.Text, first.Version, span.IsInitial, end == null ? null : end.Version) })
            .ToListAsync(cancellation)).ToLookup(s => s.NameId, s => s.Row);
        var steps = (await (
            from change in context.InterfaceChanges
            where ids.Contains(change.NameId)
            join commit in context.Commits on change.CommitId equals commit.Id
            join path in context.Paths on change.PathId equals path.Id
            from release in context.Releases.Where(r => r.Id == commit.ReleaseId).DefaultIfEmpty()
            orderby commit.Id
            select new
            {
                change.NameId,
                commit.Sha,
                commit.Subject,
                commit.CommitTime,
                commit.CommitOffset,
                Version = release == null ? null : release.Version,
                commit.Candidate,
                change.Kind,
                Path = path.Name,
                change.Text,
            }).ToListAsync(cancellation))
            .ToLookup(s => s.NameId, s => new InterfaceStep(
                new ObjectId(s.Sha), s.Subject, GitTime.At(s.CommitTime, s.CommitOffset), s.Version, s.Candidate, s.Kind, s.Path, s.Text));
        return [.. rows.OrderBy(r => r.Name != name).ThenBy(r => r.Kind).Select(r => new InterfaceHistory(r.Kind, r.Name, [.. spans[r.Id]], [.. steps[r.Id]]))];
    }

    /// <summary>What a changeset did to names, by kind and name.</summary>
    public async Task<IReadOnlyList<InterfaceTouch>> OfChangesetAsync(ObjectId sha, CancellationToken cancellation)
    {
        var bytes = sha.ToBytes();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await (
            from commit in context.Commits
            where commit.Sha == bytes
            join change in context.InterfaceChanges on commit.Id equals change.CommitId
            join name in context.InterfaceNames on change.NameId equals name.Id
            join path in context.Paths on change.PathId equals path.Id
            orderby change.Kind, name.Kind, name.Name
            select new InterfaceTouch(name.Kind, name.Name, change.Kind, path.Name, change.Text)).ToListAsync(cancellation);
    }

    private static IQueryable<InterfaceName> Of(TrackerContext context, int release, InterfaceFate change)
    {
        var before = context.InterfaceSpans.Where(s => s.FirstReleaseId < release && (s.EndReleaseId == null || s.EndReleaseId >= release));
        var after = context.InterfaceSpans.Where(s => s.FirstReleaseId <= release && (s.EndReleaseId == null || s.EndReleaseId > release));
        var kinds = InterfaceKindNames.ByTurns;
        return change switch
        {
            InterfaceFate.Added => context.InterfaceNames.Where(n =>
                context.InterfaceSpans.Where(s => s.FirstReleaseId == release && !s.IsInitial).Select(s => s.NameId).Contains(n.Id)
                && !before.Any(s => s.NameId == n.Id)
                && !(kinds.Contains(n.Kind) && context.InterfaceNames.Any(o => o.Name == n.Name && kinds.Contains(o.Kind) && before.Any(s => s.NameId == o.Id)))),
            InterfaceFate.Removed => context.InterfaceNames.Where(n =>
                context.InterfaceSpans.Where(s => s.EndReleaseId == release).Select(s => s.NameId).Contains(n.Id)
                && !after.Any(s => s.NameId == n.Id)
                && !(kinds.Contains(n.Kind) && context.InterfaceNames.Any(o => o.Name == n.Name && kinds.Contains(o.Kind) && after.Any(s => s.NameId == o.Id)))),
            _ => context.InterfaceNames.Where(n =>
                (from step in context.InterfaceChanges
                 join commit in context.Commits on step.CommitId equals commit.Id
                 where commit.ReleaseId == release && step.Kind != InterfaceChangeKind.Changed
                 group step by step.NameId into steps
                 where steps.Min(s => s.Kind) != steps.Max(s => s.Kind)
                 select steps.Key).Contains(n.Id)
                && !before.Any(s => s.NameId == n.Id) && !after.Any(s => s.NameId == n.Id)),
        };
    }

    private static async Task<IReadOnlyList<InterfaceHit>> HitsAsync(TrackerContext context, List<InterfaceName> names, CancellationToken cancellation)
    {
        var ids = names.Select(n => n.Id).ToList();
        var spans = (await (
            from span in context.InterfaceSpans
            where ids.Contains(span.NameId)
            join path in context.Paths on span.PathId equals path.Id
            join first in context.Releases on span.FirstReleaseId equals first.Id
            from end in context.Releases.Where(r => r.Id == span.EndReleaseId).DefaultIfEmpty()
            orderby span.FirstReleaseId, path.Name
            select new { span.NameId, span.IsInitial, span.FirstReleaseId, span.EndReleaseId, Path = path.Name, First = first.Version, End = end == null ? null : end.Version })
            .ToListAsync(cancellation)).ToLookup(s => s.NameId);
        return
        [
            .. from name in names
               let stands = spans[name.Id].ToList()
               let isInitial = stands.Any(s => s.IsInitial)
               select new InterfaceHit(
                   name.Kind,
                   name.Name,
                   stands.Count > 0 ? stands[^1].Path : null,
                   isInitial || stands.Count == 0 ? null : stands[0].First,
                   stands.Any(s => s.EndReleaseId is null) ? null : stands.MaxBy(s => s.EndReleaseId)?.End,
                   isInitial),
        ];
    }

    private static List<string> Words(string? query)
    {
        var text = (query ?? "").Replace("()", "", StringComparison.Ordinal);
        return [.. (text.Length > MaxLength ? text[..MaxLength] : text).ToUpperInvariant()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxWords)];
    }
}
