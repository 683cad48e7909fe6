using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Reads hardware additions: lists, searches, one record with all its evidence.</summary>
public sealed class HardwareQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>Lists or searches. What was withdrawn within its release is not listed.</summary>
    /// <param name="filter">What to list.</param>
    /// <param name="page">Page, from 1.</param>
    /// <param name="pageSize">Records on a page.</param>
    /// <param name="cancellation">Stops the search.</param>
    public async Task<HardwareList> ListAsync(HardwareFilter filter, int page, int pageSize, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await HardwareListing.ReadAsync(context, filter, page, pageSize, cancellation);
    }

    /// <summary>What a stretch of a release newly supports; of one heading, or all.</summary>
    public async Task<HardwareReleaseList> ReleaseListAsync(ReleaseRange range, HardwareCategory? category, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(range);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var isRead = !await context.Releases.AnyAsync(
            r => r.Id >= range.FirstReleaseId && r.Id <= range.ReleaseId && !context.HardwareReadings.Any(h => h.ReleaseId == r.Id), cancellation);
        var rows = await HardwareRows.ReadAsync(
            context, context.HardwareAdditions.Where(
                a => a.ReleaseId >= range.FirstReleaseId && a.ReleaseId <= range.ReleaseId && (category == null || a.Category == category)), cancellation);
        var came = rows.Where(r => IsWithin(r, r.Position)).ToList();
        // As of a moment before its removal, a withdrawn addition still is one.
        var listed = came.Where(r => !(r.Item.IsWithdrawn && !(r.RemovalPosition > range.UpTo)) && !IsGoneAgain(r)).ToList();
        var withdrawn = rows.Where(r => r.Item.IsWithdrawn
            ? r.RemovalPosition is { } removal ? IsWithin(r, removal) : IsWithin(r, r.Position)
            : IsGoneAgain(r) && IsWithin(r, r.Position));

        var days = range.Chain.ToDictionary(c => c.Position, c => c.Day);
        var newest = listed.Select(Day).Max();
        return new HardwareReleaseList(
            range,
            isRead,
            [
                .. from heading in HardwareCategoryNames.All
                   let entries = listed.Where(r => r.Item.Category == heading).Select(r => new HardwareEntry(r.Item, newest is not null && Day(r) == newest)).ToList()
                   where entries.Count > 0
                   select new HardwareGroup(heading, entries),
            ],
            [.. withdrawn.Select(r => r.Item)],
            newest);

        // What a merge itself brought has no changeset, hence no position: it counts to the whole release only.
        bool IsWithin(HardwareRow row, int? position) =>
            position is null ? range.WholeReleases.Contains(row.ReleaseId) : position > range.After && position <= range.UpTo;

        // Over several releases, what one of them added and a later one removed is no addition.
        bool IsGoneAgain(HardwareRow row) => row.RemovedReleaseId is { } removed && range.WholeReleases.Contains(removed);

        DateOnly? Day(HardwareRow row) => row.Position is { } position && days.TryGetValue(position, out var day) ? day : null;
    }

    /// <summary>One record with all its evidence; null when there is none of that key.</summary>
    public async Task<HardwareDetail?> DetailAsync(string key, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var found = context.HardwareAdditions.Where(a => a.Key == key);
        if ((await HardwareRows.ReadAsync(context, found, cancellation)).SingleOrDefault() is not { } row)
            return null;
        var addition = await found.Select(a => new { a.ReleaseId, a.Category }).SingleAsync(cancellation);
        var ids = await (
            from id in context.DeviceIds
            where id.AdditionId == row.Id
            join path in context.Paths on id.PathId equals path.Id
            from commit in context.Commits.Where(c => c.Id == id.CommitId).DefaultIfEmpty()
            from removed in context.Releases.Where(r => r.Id == id.RemovedReleaseId).DefaultIfEmpty()
            orderby id.Bus, id.Text, path.Name
            select new { id.Bus, id.Text, id.Label, Path = path.Name, Sha = commit == null ? null : commit.Sha, RemovedIn = removed!.Version }).ToListAsync(cancellation);
        var evidence = await (from e in context.HardwareChangesets where e.AdditionId == row.Id select new { e.CommitId, e.Role }).ToListAsync(cancellation);
        var lines = await CommitLines.Rows(
            context, context.Commits.Where(c => context.HardwareChangesets.Any(e => e.AdditionId == row.Id && e.CommitId == c.Id))).ToListAsync(cancellation);
        var roles = evidence.ToLookup(e => e.CommitId, e => e.Role);
        var files = await (
            from file in context.HardwareFiles
            where file.AdditionId == row.Id
            join path in context.Paths on file.PathId equals path.Id
            orderby path.Name
            select path.Name).ToListAsync(cancellation);
        var neighbours = await (
            from other in context.HardwareAdditions
            where other.ReleaseId == addition.ReleaseId && other.Category == addition.Category && other.Id != row.Id && !other.IsWithdrawn
            orderby other.Name
            select new HardwareLink(other.Key, other.Name, other.Category, row.Item.Release.Version)).ToListAsync(cancellation);
        return new HardwareDetail(
            row.Item,
            await context.SourceTrees.Where(t => t.Id == row.SourceTreeId).Select(t => new TreeLink(t.Name, t.Url, t.Kind)).FirstOrDefaultAsync(cancellation),
            [.. ids.Select(i => new HardwareIdEvidence(i.Bus, i.Text, i.Label, i.Path, i.Sha is null ? null : new ObjectId(i.Sha), i.RemovedIn))],
            [.. lines.OrderBy(l => l.Id).Select(l => new HardwareEvidence(l.ToLine(), [.. roles[l.Id].Order()]))],
            files,
            row.Item.Symbol is { } symbol ? await KconfigAsync(context, symbol, addition.ReleaseId, cancellation) : [],
            neighbours);
    }

    /// <summary>The additions that a changeset is evidence for, by name.</summary>
    public async Task<IReadOnlyList<HardwareItem>> OfChangesetAsync(ObjectId sha, CancellationToken cancellation)
    {
        var bytes = sha.ToBytes();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await ItemsAsync(context, context.HardwareAdditions.Where(a => context.HardwareChangesets.Any(
            e => e.AdditionId == a.Id && context.Commits.Any(c => c.Sha == bytes && c.Id == e.CommitId))), cancellation);
    }

    /// <summary>The additions that a pull brought, by heading and name; at the end those that were withdrawn.</summary>
    public async Task<IReadOnlyList<HardwareItem>> OfPullAsync(ObjectId sha, CancellationToken cancellation)
    {
        var bytes = sha.ToBytes();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var pull = await (
            from commit in context.Commits
            where commit.Sha == bytes
            join found in context.Pulls on commit.Id equals found.CommitId
            select new { found.ReleaseId, found.Position }).FirstOrDefaultAsync(cancellation);
        if (pull is null)
            return [];
        var items = await ItemsAsync(
            context,
            from addition in context.HardwareAdditions
            where addition.ReleaseId == pull.ReleaseId && context.Commits.Any(c => c.Id == addition.CommitId && c.Position == pull.Position)
            select addition,
            cancellation);
        return [.. HardwareCategoryNames.All.SelectMany(heading => items.Where(i => i.Category == heading)).OrderBy(i => i.IsWithdrawn)];
    }

    /// <summary>The additions that a Kconfig symbol enables, oldest first.</summary>
    /// <param name="symbol">With or without CONFIG_.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<IReadOnlyList<HardwareItem>> OfSymbolAsync(string symbol, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        const string prefix = "CONFIG_";
        var name = symbol.StartsWith(prefix, StringComparison.Ordinal) ? symbol[prefix.Length..] : symbol;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await HardwareRows.ReadAsync(context, context.HardwareAdditions.Where(a => a.Symbol == name), cancellation);
        return [.. rows.OrderBy(r => r.Position ?? int.MaxValue).Select(r => r.Item)];
    }

    /// <summary>How much hardware each release added, newest release first.</summary>
    public async Task<IReadOnlyList<HardwareReleaseCount>> CountsAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var counts = await (
            from addition in context.HardwareAdditions
            group addition by new { addition.ReleaseId, addition.IsWithdrawn } into g
            select new { g.Key.ReleaseId, g.Key.IsWithdrawn, Count = g.Count() })
            .ToDictionaryAsync(g => (g.ReleaseId, g.IsWithdrawn), g => g.Count, cancellation);
        var releases = await (
            from release in context.Releases
            orderby release.Id descending
            select new { release.Id, release.Version, IsRead = context.HardwareReadings.Any(r => r.ReleaseId == release.Id) }).ToListAsync(cancellation);
        return [.. releases.Select(r => new HardwareReleaseCount(
            r.Version, r.IsRead ? counts.GetValueOrDefault((r.Id, false)) : null, counts.GetValueOrDefault((r.Id, true))))];
    }

    /// <summary>The additions that mainline got last, newest first, withdrawn ones left out.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<IReadOnlyList<HardwareItem>> NewestAsync(HardwareFilter filter, int count, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var ids = await HardwareListing.NewestAsync(context, filter, count, cancellation);
        return [.. (await HardwareRows.ReadAsync(context, ids, cancellation)).Select(r => r.Item)];
    }

    private static async Task<IReadOnlyList<HardwareItem>> ItemsAsync(
        TrackerContext context, IQueryable<HardwareAddition> additions, CancellationToken cancellation) =>
        [.. (await HardwareRows.ReadAsync(context, additions, cancellation)).Select(r => r.Item)];

    /// <summary>The symbol's definitions in the release, or else the first ones after it.</summary>
    private static async Task<IReadOnlyList<HardwareKconfig>> KconfigAsync(
        TrackerContext context, string symbol, int release, CancellationToken cancellation)
    {
        var rows = await (
            from name in context.KconfigSymbols
            where name.Name == symbol
            join definition in context.KconfigDefinitions on name.Id equals definition.SymbolId
            where definition.EndReleaseId == null || definition.EndReleaseId > release
            join path in context.Paths on definition.PathId equals path.Id
            orderby definition.FirstReleaseId, path.Name, definition.Ordinal
            select new { definition, Path = path.Name }).ToListAsync(cancellation);
        var first = rows.Count == 0 ? 0 : Math.Max(rows[0].definition.FirstReleaseId, release);
        return
        [
            .. from row in rows
               let d = row.definition
               where d.FirstReleaseId <= first
               select new HardwareKconfig(symbol, row.Path, d.Type, d.Prompt, d.Help, d.Menu, d.DependsOn),
        ];
    }
}
