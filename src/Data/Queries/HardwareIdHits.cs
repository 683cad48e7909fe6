using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Finds device ids that belong to no addition: those older than the history, and those without a nameable device.</summary>
internal static class HardwareIdHits
{
    /// <summary>The most that are listed.</summary>
    public const int Most = 50;

    /// <summary>The most rows that are read for one search.</summary>
    private const int MostRows = 200;

    /// <summary>A shorter name is looked for whole.</summary>
    private const int MinPrefix = 4;

    /// <summary>The ids that a query names, and how many there are.</summary>
    public static async Task<(IReadOnlyList<HardwareIdHit> Hits, int Total)> FindAsync(
        TrackerContext context, HardwareQuery query, HardwareFilter filter, CancellationToken cancellation)
    {
        if (await RowsAsync(context, query, cancellation) is not { } found)
            return ([], 0);
        if (filter.Bus is { } bus)
            found = found.Where(d => d.Bus == bus);
        var rows = await found.Where(d => d.AdditionId == null).OrderBy(d => d.Id).Take(MostRows).ToListAsync(cancellation);
        if (rows.Count == 0)
            return ([], 0);
        var (from, to) = (filter.From?.SortKey ?? 0, filter.To?.SortKey ?? int.MaxValue);
        var paths = rows.Select(r => r.PathId).ToHashSet();
        var spans = DeviceIdSpans.Of(await DeviceIdSpans.SiblingsAsync(context, rows, cancellation))
            .Where(s => s.AdditionId is null && (paths.Contains(s.First.PathId) || paths.Contains(s.Last.PathId)))
            .Where(s => s.First.AddedReleaseId >= from && s.First.AddedReleaseId <= to)
            .OrderBy(s => s.First.Bus).ThenBy(s => s.First.Text, StringComparer.OrdinalIgnoreCase).ThenBy(s => s.First.AddedReleaseId).ToList();
        return (await HitsAsync(context, [.. spans.Take(Most)], cancellation), spans.Count);
    }

    private static async Task<IReadOnlyList<HardwareIdHit>> HitsAsync(
        TrackerContext context, IReadOnlyList<DeviceIdSpan> spans, CancellationToken cancellation)
    {
        var drivers = await DriverNames.ReadAsync(context, spans.Select(s => s.Last.PathId), cancellation);
        var releases = await context.Releases.ToDictionaryAsync(r => r.Id, r => r.Version, cancellation);
        return [.. spans.Select(s =>
        {
            var driver = drivers[s.Last.PathId];
            return new HardwareIdHit(
                s.First.Bus, s.Last.Text, s.Last.Label ?? s.First.Label, driver.Path, driver.Symbol, driver.Module,
                releases[s.First.AddedReleaseId], s.First.IsInitial, s.Last.RemovedReleaseId is { } removed ? releases[removed] : null);
        })];
    }

    /// <summary>Rows that the query names: numeric ids anywhere in it; a name, symbol, module or path that is all of it.</summary>
    private static async Task<IQueryable<DeviceId>?> RowsAsync(TrackerContext context, HardwareQuery query, CancellationToken cancellation)
    {
        if (query.Terms.OfType<HardwareIdTerm>().FirstOrDefault(t => !t.IsExcluded) is { } id)
            return context.DeviceIds.Matching(id);
        switch (query.Only)
        {
            case HardwareSymbolTerm symbol:
                return await InAsync(context, context.DriverSources.Where(s => s.Symbol == symbol.Symbol).Select(s => s.PathId), cancellation);
            case HardwareWord word when word.Text.Contains('/', StringComparison.Ordinal):
                var (start, end) = (word.Text, word.Text + char.MaxValue);
                return await InAsync(
                    context, context.Paths.Where(p => string.Compare(p.Name, start) >= 0 && string.Compare(p.Name, end) < 0).Select(p => p.Id), cancellation);
            case HardwareWord word when word.Text.Length >= SearchText.MinPrefix && !word.Text.Any(char.IsWhiteSpace):
                var name = word.Text;
                var (first, last) = (name, name.Length >= MinPrefix ? name + char.MaxValue : name + '\0');
                var (upper, module) = (name.ToUpperInvariant(), name.Replace('-', '_'));
                var named = context.DeviceIds.Where(d => d.Name != null && string.Compare(d.Name, first) >= 0 && string.Compare(d.Name, last) < 0);
                return await InAsync(
                    context,
                    context.DriverSources.Where(s => s.Symbol == upper || s.Module == name || s.Module!.Replace("-", "_") == module).Select(s => s.PathId),
                    cancellation) is { } built
                    ? named.Union(built)
                    : named;
            default:
                return null;
        }
    }

    /// <summary>
    /// Ids in some files; null when there are no such files. (The files are read first: in one query with them, the
    /// database would go through all ids.)
    /// </summary>
    private static async Task<IQueryable<DeviceId>?> InAsync(TrackerContext context, IQueryable<int> files, CancellationToken cancellation)
    {
        var paths = await files.ToListAsync(cancellation);
        return paths.Count == 0 ? null : context.DeviceIds.Where(d => EF.Parameter(paths).Contains(d.PathId));
    }
}

/// <summary>What builds a source file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Symbol">The Kconfig symbol; null when not known.</param>
/// <param name="Module">The module; null when not known.</param>
internal sealed record DriverName(string Path, string? Symbol, string? Module);

/// <summary>Reads what builds source files.</summary>
internal static class DriverNames
{
    /// <summary>By number of the path.</summary>
    public static async Task<Dictionary<int, DriverName>> ReadAsync(TrackerContext context, IEnumerable<int> paths, CancellationToken cancellation)
    {
        var ids = paths.Distinct().ToList();
        return await (
            from path in context.Paths
            where EF.Parameter(ids).Contains(path.Id)
            from source in context.DriverSources.Where(s => s.PathId == path.Id).DefaultIfEmpty()
            select new { path.Id, path.Name, source!.Symbol, source.Module })
            .ToDictionaryAsync(p => p.Id, p => new DriverName(p.Name, p.Symbol, p.Module), cancellation);
    }
}
