using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Finds the additions that match a query.</summary>
internal static class HardwareMatches
{
    /// <summary>The numbers of the additions that match, best first; null for an empty query, which all match.</summary>
    public static async Task<IReadOnlyList<int>?> FindAsync(TrackerContext context, HardwareQuery query, CancellationToken cancellation)
    {
        if (query.Terms.Count == 0)
            return null;
        IReadOnlyList<int>? found = null;
        if (await ExpressionAsync(context, query, cancellation) is { } expression)
            found = await new HardwareSearch(context).FindAsync(expression, cancellation);
        foreach (var term in query.Terms.Where(t => t is not HardwareWord).OrderBy(t => t.IsExcluded))
        {
            var matching = await Of(context, term).Distinct().ToListAsync(cancellation);
            if (found is null)
            {
                // Something to leave out of everything.
                found = term.IsExcluded ? await context.HardwareAdditions.Select(a => a.Id).ToListAsync(cancellation) : matching;
                if (!term.IsExcluded)
                    continue;
            }
            var set = matching.ToHashSet();
            found = [.. found.Where(id => set.Contains(id) != term.IsExcluded)];
        }
        return found;
    }

    /// <summary>
    /// The query with words that nothing has replaced by those most like them, or left out when there are none such;
    /// null when no word is to be replaced. Numbers are not corrected: another number is another device.
    /// </summary>
    public static async Task<HardwareQuery?> CorrectAsync(TrackerContext context, HardwareQuery query, CancellationToken cancellation)
    {
        var search = new HardwareSearch(context);
        var replacements = new Dictionary<HardwareWord, string?>();
        var kept = query.Terms.Count(t => t is not HardwareWord);
        foreach (var word in query.Words.Where(w => !w.IsExcluded).Distinct())
        {
            if ((await search.FindAsync(await ExpressionAsync(context, word, cancellation), cancellation)).Count > 0)
            {
                kept++;
                continue;
            }
            replacements[word] = await NearestAsync(search, word, cancellation);
            if (replacements[word] is not null)
                kept++;
        }
        return replacements.Count == 0 || kept == 0 ? null : query.With(replacements);
    }

    private static async Task<string?> NearestAsync(HardwareSearch search, HardwareWord word, CancellationToken cancellation)
    {
        if (word.Forms[0].Tokens is not [var token] || token.Any(char.IsAsciiDigit) || SimilarWords.Allowed(token.Length) is not (> 0 and var allowed))
            return null;
        return SimilarWords.Nearest(token, await search.WordsAsync(token.Length - allowed, token.Length + allowed, cancellation));
    }

    private static async Task<string?> ExpressionAsync(TrackerContext context, HardwareQuery query, CancellationToken cancellation)
    {
        var wanted = new List<string>();
        var excluded = new List<string>();
        foreach (var word in query.Words)
            (word.IsExcluded ? excluded : wanted).Add(await ExpressionAsync(context, word, cancellation));
        if (wanted.Count == 0)
            return null;
        var all = string.Join(" AND ", wanted);
        return excluded.Count == 0 ? all : $"({all}) NOT ({string.Join(" OR ", excluded)})";
    }

    private static async Task<string> ExpressionAsync(TrackerContext context, HardwareWord word, CancellationToken cancellation)
    {
        var forms = word.Forms.Select(f => f.Expression).ToList();
        foreach (var pattern in word.Patterns)
            forms.AddRange((await new HardwareSearch(context).WordsLikeAsync(pattern, cancellation)).Select(w => $"\"{w}\""));
        return $"({string.Join(" OR ", forms)})";
    }

    private static IQueryable<int> Of(TrackerContext context, HardwareTerm term) => term switch
    {
        HardwareIdTerm id => context.DeviceIds.Matching(id).Where(d => d.AdditionId != null).Select(d => d.AdditionId!.Value),
        HardwareSymbolTerm symbol => context.HardwareAdditions.Where(a => a.Symbol == symbol.Symbol).Select(a => a.Id),
        HardwareReleaseTerm release => InRelease(context, release.Version.SortKey),
        _ => throw new ArgumentException($"{term.GetType().Name} is looked up in the index.", nameof(term)),
    };

    private static IQueryable<int> InRelease(TrackerContext context, int release) =>
        context.HardwareAdditions.Where(a => a.ReleaseId == release).Select(a => a.Id);
}

/// <summary>Conditions on device ids that several queries share.</summary>
internal static class DeviceIdConditions
{
    /// <summary>Buses whose ids are a vendor and a device.</summary>
    private static readonly DeviceBus[] Numeric =
    [
        DeviceBus.Pci, DeviceBus.Usb, DeviceBus.Hid, DeviceBus.Sdio, DeviceBus.HdaCodec, DeviceBus.SoundSubsystem,
        DeviceBus.Ssb, DeviceBus.Bcma, DeviceBus.Virtio, DeviceBus.Pcmcia,
    ];

    /// <summary>Ids with the vendor and device; of every bus that has such, when none is named.</summary>
    public static IQueryable<DeviceId> Matching(this IQueryable<DeviceId> ids, HardwareIdTerm term) => term.Bus is { } bus
        ? ids.Where(d => d.Bus == bus && d.Vendor == term.Vendor && d.Device == term.Device)
        : ids.Where(d => Numeric.Contains(d.Bus) && d.Vendor == term.Vendor && d.Device == term.Device);
}
