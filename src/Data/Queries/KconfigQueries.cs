using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>What a release did to configuration symbols, in numbers.</summary>
/// <param name="Version">The release.</param>
/// <param name="IsRead">Its Kconfig files have been read.</param>
/// <param name="IsFirst">It is the first of the history: what it has may be older.</param>
/// <param name="Counts">Happenings by kind, in the order of <see cref="KconfigNames.Kinds"/>.</param>
public sealed record KconfigRelease(string Version, bool IsRead, bool IsFirst, IReadOnlyList<(KconfigEventKind Kind, int Count)> Counts)
{
    /// <summary>How often something of a kind happened.</summary>
    public int Of(KconfigEventKind kind) => Counts.FirstOrDefault(c => c.Kind == kind).Count;
}

/// <summary>Something that happened to a symbol.</summary>
/// <param name="Symbol">Name without CONFIG_.</param>
/// <param name="Version">The release in whose range it happened.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Path">The Kconfig file after it (before it, when removed).</param>
/// <param name="OldPath">The file before a move.</param>
/// <param name="Other">The other symbol of a renaming.</param>
/// <param name="Before">Type, prompt or dependencies before.</param>
/// <param name="After">Type, prompt or dependencies after; of an addition the prompt.</param>
/// <param name="Sha">The changeset; null when a merge did it.</param>
/// <param name="Subject">Its subject.</param>
public sealed record KconfigHappening(
    string Symbol, string Version, KconfigEventKind Kind, string Path, string? OldPath, string? Other, string? Before, string? After,
    ObjectId? Sha, string? Subject);

/// <summary>A definition of a symbol.</summary>
/// <param name="Path">The Kconfig file.</param>
/// <param name="Type">Its type.</param>
/// <param name="Prompt">Its prompt; null when users cannot set it.</param>
/// <param name="Help">Its help text; empty when there is none.</param>
/// <param name="Menu">Its menu path; empty when not known.</param>
/// <param name="DependsOn">Its conditions.</param>
/// <param name="Selects">What it selects.</param>
/// <param name="Defaults">What it is where nobody sets it, the first that applies.</param>
/// <param name="First">The first release with exactly this definition.</param>
/// <param name="End">The first release that has it otherwise or not at all; null while it stands.</param>
public sealed record KconfigDefined(
    string Path, KconfigType Type, string? Prompt, string Help, string Menu, IReadOnlyList<string> DependsOn, IReadOnlyList<string> Selects,
    IReadOnlyList<string> Defaults, string First, string? End);

/// <summary>A hardware record that names a symbol.</summary>
/// <param name="Key">Its name in URLs.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">The first release with it.</param>
public sealed record KconfigHardware(string Key, string Name, string Version);

/// <summary>A symbol and its history.</summary>
/// <param name="Symbol">Name without CONFIG_.</param>
/// <param name="IsCurrent">The newest release has it.</param>
/// <param name="IsInitial">The first release of the history has it already.</param>
/// <param name="Definitions">Its definitions at the newest release with it, those with a prompt first.</param>
/// <param name="History">What happened to it, newest first.</param>
/// <param name="Modules">Modules that it builds.</param>
/// <param name="Hardware">Hardware records with it, oldest first.</param>
public sealed record KconfigDetails(
    string Symbol, bool IsCurrent, bool IsInitial, IReadOnlyList<KconfigDefined> Definitions, IReadOnlyList<KconfigHappening> History,
    IReadOnlyList<string> Modules, IReadOnlyList<KconfigHardware> Hardware);

/// <summary>What happened to the symbols in a release.</summary>
/// <param name="Release">The release in numbers.</param>
/// <param name="List">One page of it, by kind and symbol.</param>
public sealed record KconfigReleaseList(KconfigRelease Release, PageOf<KconfigHappening> List);

/// <summary>Reads the history of configuration symbols.</summary>
public sealed class KconfigQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>All releases in numbers, newest first.</summary>
    public async Task<IReadOnlyList<KconfigRelease>> ReleasesAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await ReleasesAsync(context, context.Releases, cancellation);
    }

    /// <summary>What happened in a release; null when there is none of that version.</summary>
    /// <param name="version">The release.</param>
    /// <param name="kind">Only this kind; null for all.</param>
    /// <param name="page">Number of the page, from 1.</param>
    /// <param name="size">Happenings a page.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<KconfigReleaseList?> ReleaseAsync(KernelVersion version, KconfigEventKind? kind, int page, int size, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var id = version.Release.SortKey;
        if (await ReleasesAsync(context, context.Releases.Where(r => r.Id == id), cancellation) is not [var release])
            return null;
        // A renaming is told once.
        var events = context.KconfigEvents.Where(e => e.ReleaseId == id && e.Kind != KconfigEventKind.RenamedTo);
        if (kind is { } wanted)
            events = events.Where(e => e.Kind == wanted);
        var total = await events.CountAsync(cancellation);
        var rows = await Rows(context, events).OrderBy(r => r.Kind).ThenBy(r => r.Symbol).ThenBy(r => r.Id)
            .Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        return new KconfigReleaseList(release, new PageOf<KconfigHappening>([.. rows.Select(r => r.ToHappening())], page, size, total));
    }

    /// <summary>A symbol, named with or without CONFIG_, in any case; null when no release has it.</summary>
    public async Task<KconfigDetails?> GetAsync(string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, name, cancellation) is not { } symbol)
            return null;
        var definitions = await (
            from definition in context.KconfigDefinitions
            join path in context.Paths on definition.PathId equals path.Id
            join first in context.Releases on definition.FirstReleaseId equals first.Id
            from end in context.Releases.Where(r => r.Id == definition.EndReleaseId).DefaultIfEmpty()
            where definition.SymbolId == symbol.Id
            select new { Row = definition, Path = path.Name, First = first.Version, FirstIsFirst = first.PreviousId == null, End = end == null ? null : end.Version, EndId = definition.EndReleaseId })
            .ToListAsync(cancellation);
        var isCurrent = definitions.Any(d => d.EndId is null);
        var lastEnd = definitions.Max(d => d.EndId);
        var rows = await Rows(context, context.KconfigEvents.Where(e => e.SymbolId == symbol.Id))
            .OrderByDescending(r => r.ReleaseId).ThenByDescending(r => r.Id).ToListAsync(cancellation);
        return new KconfigDetails(
            symbol.Name, isCurrent, definitions.Any(d => d.FirstIsFirst),
            [.. definitions.Where(d => isCurrent ? d.EndId is null : d.EndId == lastEnd)
                .OrderBy(d => d.Row.Prompt is null).ThenBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Row.Ordinal)
                .Select(d => new KconfigDefined(
                    d.Path, d.Row.Type, d.Row.Prompt, d.Row.Help, d.Row.Menu, Lines(d.Row.DependsOn), Lines(d.Row.Selects), Lines(d.Row.Defaults), d.First, d.End))],
            [.. rows.Select(r => r.ToHappening())],
            await context.DriverSources.Where(s => s.Symbol == symbol.Name && s.Module != null).Select(s => s.Module!).Distinct().OrderBy(m => m).ToListAsync(cancellation),
            await context.HardwareAdditions.Where(h => h.Symbol == symbol.Name && !h.IsWithdrawn)
                .Join(context.Releases, h => h.ReleaseId, r => r.Id, (h, r) => new { h.Key, h.Name, r.Version, r.Id })
                .OrderBy(h => h.Id).ThenBy(h => h.Name).Select(h => new KconfigHardware(h.Key, h.Name, h.Version)).ToListAsync(cancellation));
    }

    private static async Task<IReadOnlyList<KconfigRelease>> ReleasesAsync(TrackerContext context, IQueryable<Release> releases, CancellationToken cancellation)
    {
        var rows = await releases.OrderByDescending(r => r.Id)
            .Select(r => new { r.Id, r.Version, IsFirst = r.PreviousId == null, IsRead = context.HardwareReadings.Any(h => h.ReleaseId == r.Id) })
            .ToListAsync(cancellation);
        var counts = (await context.KconfigEvents.Where(e => releases.Any(r => r.Id == e.ReleaseId))
            .GroupBy(e => new { e.ReleaseId, e.Kind }).Select(g => new { g.Key.ReleaseId, g.Key.Kind, Count = g.Count() }).ToListAsync(cancellation))
            .ToDictionary(c => (c.ReleaseId, c.Kind), c => c.Count);
        return [.. rows.Select(r => new KconfigRelease(
            r.Version, r.IsRead, r.IsFirst, [.. KconfigNames.Kinds.Select(k => (k, counts.GetValueOrDefault((r.Id, k))))]))];
    }

    private static async Task<KconfigSymbol?> FindAsync(TrackerContext context, string name, CancellationToken cancellation)
    {
        const string Prefix = "CONFIG_";
        var bare = name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? name[Prefix.Length..] : name;
        // A few names have lower-case letters (MPC83xx): as written first.
        var folded = bare.ToUpperInvariant();
        return await context.KconfigSymbols.FirstOrDefaultAsync(s => s.Name == bare, cancellation)
#pragma warning disable CA1862 // Translated to SQL, which knows no StringComparison.
            ?? await context.KconfigSymbols.OrderBy(s => s.Name).FirstOrDefaultAsync(s => s.Name.ToUpper() == folded, cancellation);
#pragma warning restore CA1862
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static IQueryable<Row> Rows(TrackerContext context, IQueryable<KconfigEvent> events) =>
        from happening in events
        join symbol in context.KconfigSymbols on happening.SymbolId equals symbol.Id
        join release in context.Releases on happening.ReleaseId equals release.Id
        join path in context.Paths on happening.PathId equals path.Id
        from old in context.Paths.Where(p => p.Id == happening.OldPathId).DefaultIfEmpty()
        from other in context.KconfigSymbols.Where(s => s.Id == happening.OtherSymbolId).DefaultIfEmpty()
        from commit in context.Commits.Where(c => c.Id == happening.CommitId).DefaultIfEmpty()
        select new Row
        {
            Id = happening.Id,
            ReleaseId = happening.ReleaseId,
            Symbol = symbol.Name,
            Version = release.Version,
            Kind = happening.Kind,
            Path = path.Name,
            OldPath = old == null ? null : old.Name,
            Other = other == null ? null : other.Name,
            Before = happening.Before,
            After = happening.After,
            Sha = commit == null ? null : commit.Sha,
            Subject = commit == null ? null : commit.Subject,
        };

    /// <summary>In a class, so that EF can order and page after the projection.</summary>
    private sealed class Row
    {
        public int Id { get; init; }
        public int ReleaseId { get; init; }
        public required string Symbol { get; init; }
        public required string Version { get; init; }
        public KconfigEventKind Kind { get; init; }
        public required string Path { get; init; }
        public string? OldPath { get; init; }
        public string? Other { get; init; }
        public string? Before { get; init; }
        public string? After { get; init; }
        public byte[]? Sha { get; init; }
        public string? Subject { get; init; }

        public KconfigHappening ToHappening() =>
            new(Symbol, Version, Kind, Path, OldPath, Other, Before, After, Sha is { } sha ? new ObjectId(sha) : null, Subject);
    }
}
