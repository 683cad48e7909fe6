using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Finds, filters, counts and orders hardware additions.</summary>
internal static class HardwareListing
{
    /// <summary>Below this number the database looks additions up; above it, reading all is faster.</summary>
    private const int Few = 1000;

    private const int FolderDepth = 2;

    /// <summary>What is needed of every addition to filter, count and order.</summary>
    private sealed record Entry(int Id, string Name, HardwareCategory Category, string? Vendor, int ReleaseId, string? Driver, string? Symbol, string? Module)
    {
        public HashSet<DeviceBus> Buses { get; } = [];
    }

    public static async Task<HardwareList> ReadAsync(
        TrackerContext context, HardwareFilter filter, int page, int pageSize, CancellationToken cancellation)
    {
        var query = HardwareQuery.Parse(filter.Text);
        var found = await HardwareMatches.FindAsync(context, query, cancellation);
        var (ids, idTotal) = page == 1 && filter is { Category: null, Vendor: null, Driver: null }
            ? await HardwareIdHits.FindAsync(context, query, filter, cancellation)
            : ([], 0);
        string? showingFor = null;
        if (found is { Count: 0 } && idTotal == 0 && await HardwareMatches.CorrectAsync(context, query, cancellation) is { } corrected)
        {
            var better = await HardwareMatches.FindAsync(context, corrected, cancellation);
            if (better is { Count: > 0 })
                (query, found, showingFor) = (corrected, better, corrected.Text);
        }

        var releases = await context.Releases.OrderByDescending(r => r.Id).Select(r => new { r.Id, r.Version }).ToListAsync(cancellation);
        var entries = await EntriesAsync(context, found, withBuses: true, cancellation);
        var selection = new Selection(filter);
        var listed = Ordered(entries.Where(e => selection.Takes(e)), query, found);
        var rows = await HardwareRows.ReadAsync(context, [.. listed.Skip((page - 1) * pageSize).Take(pageSize).Select(e => e.Id)], cancellation);
        return new HardwareList(
            new PageOf<HardwareHit>([.. rows.Select(r => new HardwareHit(r.Item, HardwareReasons.Of(r.Item, query)))], page, pageSize, listed.Count),
            ids,
            idTotal,
            Facets(entries, selection, [.. releases.Select(r => (r.Id, r.Version))]),
            showingFor,
            query.IsCut,
            await context.HardwareReadings.AnyAsync(cancellation));
    }

    /// <summary>The numbers of the additions that mainline got last, newest first.</summary>
    public static async Task<IReadOnlyList<int>> NewestAsync(TrackerContext context, HardwareFilter filter, int count, CancellationToken cancellation)
    {
        var query = HardwareQuery.Parse(filter.Text);
        var found = await HardwareMatches.FindAsync(context, query, cancellation);
        var selection = new Selection(filter);
        var taken = (await EntriesAsync(context, found, withBuses: filter.Bus is not null, cancellation))
            .Where(e => selection.Takes(e)).Select(e => e.Id).ToList();
        return await (
            from addition in context.HardwareAdditions
            where EF.Parameter(taken).Contains(addition.Id)
            from commit in context.Commits.Where(c => c.Id == addition.CommitId).DefaultIfEmpty()
            orderby addition.ReleaseId descending, commit!.Position descending, addition.Id descending
            select addition.Id).Take(count).ToListAsync(cancellation);
    }

    private static async Task<List<Entry>> EntriesAsync(
        TrackerContext context, IReadOnlyCollection<int>? found, bool withBuses, CancellationToken cancellation)
    {
        var additions = context.HardwareAdditions.Where(a => !a.IsWithdrawn);
        var buses = context.DeviceIds.Where(d => d.AdditionId != null);
        if (found is { Count: <= Few })
        {
            additions = additions.Where(a => EF.Parameter(found).Contains(a.Id));
            buses = buses.Where(d => EF.Parameter(found).Contains(d.AdditionId!.Value));
        }
        var entries = await additions
            .Select(a => new Entry(a.Id, a.Name, a.Category, a.Vendor, a.ReleaseId, a.Driver, a.Symbol, a.Module)).ToListAsync(cancellation);
        if (found is { Count: > Few })
        {
            var wanted = found.ToHashSet();
            entries.RemoveAll(e => !wanted.Contains(e.Id));
        }
        if (withBuses)
        {
            var byId = entries.ToDictionary(e => e.Id);
            foreach (var id in await buses.Select(d => new { d.AdditionId, d.Bus }).Distinct().ToListAsync(cancellation))
            {
                if (byId.TryGetValue(id.AdditionId!.Value, out var entry))
                    entry.Buses.Add(id.Bus);
            }
        }
        return entries;
    }

    /// <summary>Best first when searched for words, with what bears the word as its symbol or module before all others; else newest release first.</summary>
    private static List<Entry> Ordered(IEnumerable<Entry> entries, HardwareQuery query, IReadOnlyList<int>? found)
    {
        if (found is null || !query.Words.Any())
        {
            return
            [
                .. entries.OrderByDescending(e => e.ReleaseId).ThenBy(e => Heading(e.Category))
                    .ThenBy(e => e.Name, StringComparer.OrdinalIgnoreCase).ThenBy(e => e.Id),
            ];
        }
        var rank = found.Select((id, i) => (id, i)).ToDictionary(f => f.id, f => f.i);
        var words = query.Words.Select(w => w.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. entries.OrderBy(e => words.Contains(e.Symbol ?? "") || words.Contains(e.Module ?? "") ? 0 : 1).ThenBy(e => rank[e.Id])];
    }

    private static readonly Dictionary<HardwareCategory, int> Headings =
        HardwareCategoryNames.All.Select((c, i) => (c, i)).ToDictionary(h => h.c, h => h.i);

    private static int Heading(HardwareCategory category) => Headings[category];

    private static HardwareFacets Facets(List<Entry> entries, Selection selection, IReadOnlyList<(int Id, string Version)> releases)
    {
        var categories = entries.Where(e => selection.Takes(e, Limit.Category)).GroupBy(e => e.Category).ToDictionary(g => g.Key, g => g.Count());
        var byRelease = entries.Where(e => selection.Takes(e, Limit.Release)).GroupBy(e => e.ReleaseId).ToDictionary(g => g.Key, g => g.Count());
        return new HardwareFacets(
            [.. HardwareCategoryNames.All.Where(categories.ContainsKey).Select(c => new HardwareFacet(c.Slug(), c.Title(), categories[c]))],
            Largest(entries.Where(e => e.Vendor is not null && selection.Takes(e, Limit.Vendor)).Select(e => (e.Vendor!, e.Vendor!))),
            [.. releases.Where(r => byRelease.ContainsKey(r.Id)).Select(r => new HardwareFacet(r.Version, r.Version, byRelease[r.Id]))],
            Largest(entries.Where(e => selection.Takes(e, Limit.Bus)).SelectMany(e => e.Buses).Select(b => (b.Slug(), b.Title()))),
            Largest(entries.Where(e => e.Driver is not null && selection.Takes(e, Limit.Driver)).Select(e => Folder(e.Driver!)).Select(f => (f, f))));
    }

    private static List<HardwareFacet> Largest(IEnumerable<(string Value, string Title)> values) =>
    [
        .. from value in values
           group value by value into g
           let facet = new HardwareFacet(g.Key.Value, g.Key.Title, g.Count())
           orderby facet.Count descending, facet.Title
           select facet,
    ];

    /// <summary>The folder that a driver is counted under: "drivers/net" for drivers/net/igb/igb_main.c.</summary>
    private static string Folder(string driver)
    {
        var parts = driver.Split('/');
        var depth = parts[^1].Contains('.', StringComparison.Ordinal) ? parts.Length - 1 : parts.Length;
        return string.Join('/', parts.Take(Math.Clamp(depth, 1, FolderDepth)));
    }

    private enum Limit
    {
        None,
        Category,
        Vendor,
        Release,
        Bus,
        Driver,
    }

    private sealed class Selection(HardwareFilter filter)
    {
        private readonly int _from = filter.From?.SortKey ?? 0;
        private readonly int _to = filter.To?.SortKey ?? int.MaxValue;

        /// <summary>Whether the filter takes an addition; one of its limits may be left out.</summary>
        public bool Takes(Entry entry, Limit without = Limit.None) =>
            (without == Limit.Category || filter.Category is null || entry.Category == filter.Category)
            && (without == Limit.Vendor || filter.Vendor is null || string.Equals(entry.Vendor, filter.Vendor, StringComparison.OrdinalIgnoreCase))
            && (without == Limit.Release || (entry.ReleaseId >= _from && entry.ReleaseId <= _to))
            && (without == Limit.Bus || filter.Bus is not { } bus || entry.Buses.Contains(bus))
            && (without == Limit.Driver || filter.Driver is not { } driver || IsDriver(entry, driver.TrimEnd('/')));

        private static bool IsDriver(Entry entry, string driver) =>
            string.Equals(entry.Module, driver, StringComparison.OrdinalIgnoreCase)
            || string.Equals(entry.Driver, driver, StringComparison.Ordinal)
            || (entry.Driver?.StartsWith(driver + "/", StringComparison.Ordinal) ?? false);
    }
}
