using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

#pragma warning disable CA1862 // These comparisons are translated to SQL, which knows no StringComparison.

namespace KernelTracker.Data.Queries;

/// <summary>A symbol that a search found.</summary>
/// <param name="Symbol">Name without CONFIG_.</param>
/// <param name="Type">Its type, as of the newest release with it.</param>
/// <param name="Prompt">Its prompt; null when users cannot set it.</param>
/// <param name="Menu">Its menu path; empty when not known.</param>
/// <param name="Path">The Kconfig file.</param>
/// <param name="IsCurrent">The newest release has it.</param>
public sealed record KconfigHit(string Symbol, KconfigType Type, string? Prompt, string Menu, string Path, bool IsCurrent);

/// <summary>Finds configuration symbols by name or prompt.</summary>
public sealed class KconfigSearch(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>Characters of a query that are searched for.</summary>
    public const int MaxLength = 100;

    private const int MaxWords = 8;

    /// <summary>What a symbol is often written with, and stored without.</summary>
    private const string Prefix = "CONFIG_";

    /// <summary>
    /// The symbols with every word in their name or a prompt, those named so first; nothing for a query without a word.
    /// </summary>
    public async Task<PageOf<KconfigHit>> FindAsync(string? query, int page, int size, CancellationToken cancellation)
    {
        var words = Words(query);
        if (words.Count == 0)
            return new PageOf<KconfigHit>([], page, size, 0);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        IQueryable<KconfigSymbol> symbols = context.KconfigSymbols;
        foreach (var word in words)
        {
            symbols = symbols.Where(s => s.Name.ToUpper().Contains(word)
                || context.KconfigDefinitions.Any(d => d.SymbolId == s.Id && d.Prompt != null && d.Prompt.ToUpper().Contains(word)));
        }
        var total = await symbols.CountAsync(cancellation);
        var first = words[0];
        var found = await symbols
            .OrderBy(s => s.Name.ToUpper() == first ? 0 : s.Name.ToUpper().StartsWith(first) ? 1 : s.Name.ToUpper().Contains(first) ? 2 : 3).ThenBy(s => s.Name)
            .Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        var ids = found.Select(s => s.Id).ToList();
        var definitions = await (
            from definition in context.KconfigDefinitions
            join path in context.Paths on definition.PathId equals path.Id
            where ids.Contains(definition.SymbolId)
            select new { definition.Id, definition.SymbolId, definition.Type, definition.Prompt, definition.Menu, Path = path.Name, IsCurrent = definition.EndReleaseId == null })
            .ToListAsync(cancellation);
        // Of a symbol that came and went within a release no release has a definition.
        var best = definitions.GroupBy(d => d.SymbolId).ToDictionary(
            g => g.Key, g => g.OrderByDescending(d => d.IsCurrent).ThenBy(d => d.Prompt is null).ThenByDescending(d => d.Id).First());
        return new PageOf<KconfigHit>(
            [.. found.Select(s => best.TryGetValue(s.Id, out var d)
                ? new KconfigHit(s.Name, d.Type, d.Prompt, d.Menu, d.Path, d.IsCurrent)
                : new KconfigHit(s.Name, KconfigType.Unknown, null, "", "", IsCurrent: false))],
            page, size, total);
    }

    private static List<string> Words(string? query)
    {
        var text = query ?? "";
        return [.. (text.Length > MaxLength ? text[..MaxLength] : text).ToUpperInvariant()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.StartsWith(Prefix, StringComparison.Ordinal) ? w[Prefix.Length..] : w)
            .Where(w => w.Length > 0).Distinct().Take(MaxWords)];
    }
}
