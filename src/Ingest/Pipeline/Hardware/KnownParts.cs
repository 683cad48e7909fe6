using System.Buffers;
using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Classification;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>
/// The part numbers that the release before knew, from names of its files and symbols, tables of codecs and earlier additions: a
/// changeset that "adds" one of them brings no new hardware.
/// </summary>
internal sealed class KnownParts
{
    /// <summary>Longer words number no part.</summary>
    private const int LongestPart = 64;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);
    private static readonly SearchValues<char> LettersAndDashes = SearchValues.Create(Alphabet + "-");

    private readonly HashSet<string> _parts = [];
    private readonly HashSet<string> _symbols = [];
    private readonly HashSet<string> _names;

    /// <param name="context">The database, read up to the release before.</param>
    /// <param name="step">The release.</param>
    /// <param name="basePaths">The files of the release before.</param>
    public KnownParts(TrackerContext context, ReleaseStep step, IEnumerable<string> basePaths)
    {
        foreach (var path in basePaths)
        {
            if (path.StartsWith("drivers/", StringComparison.Ordinal) || path.StartsWith("sound/", StringComparison.Ordinal) || path.StartsWith("arch/", StringComparison.Ordinal))
                Add(Path.GetFileNameWithoutExtension(path.AsSpan()));
        }
        var symbols =
            from definition in context.KconfigDefinitions
            join symbol in context.KconfigSymbols on definition.SymbolId equals symbol.Id
            where definition.FirstReleaseId < step.ReleaseId && (definition.EndReleaseId == null || definition.EndReleaseId >= step.ReleaseId)
            select new { symbol.Name, definition.Prompt };
        foreach (var symbol in symbols)
        {
            _symbols.Add(symbol.Name);
            Add(symbol.Name);
            Add(symbol.Prompt ?? "");
        }
        foreach (var part in context.HardwareParts.Join(context.HardwareAdditions.Where(a => a.ReleaseId < step.ReleaseId && !a.IsWithdrawn), p => p.AdditionId, a => a.Id, (p, _) => p.Name))
            Add(part);
        // Codec drivers are named after vendors; their tables name the codecs.
        foreach (var label in context.DeviceIds.Where(d => d.Bus == DeviceBus.HdaCodec && d.Label != null && d.AddedReleaseId < step.ReleaseId && (d.RemovedReleaseId == null || d.RemovedReleaseId >= step.ReleaseId)).Select(d => d.Label!))
            Add(label);
        _names = context.HardwareAdditions
            .Where(a => a.ReleaseId < step.ReleaseId && !a.IsWithdrawn && a.RemovedReleaseId == null && a.Category != HardwareCategory.Staging)
            .Select(a => new { a.Name, a.Vendor }).AsEnumerable()
            .SelectMany(a => a.Vendor is { } vendor && a.Name.StartsWith(vendor + " ", StringComparison.Ordinal) ? new[] { a.Name, a.Name[(vendor.Length + 1)..] } : [a.Name])
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether the release before knew a part.</summary>
    public bool Has(string part) => HasAll(part, _parts) ?? false;

    /// <summary>Whether the release before had a symbol.</summary>
    public bool HasSymbol(string symbol) => _symbols.Contains(symbol);

    /// <summary>Whether an earlier release got a device under the very same name: a second driver or transport for it is no news.</summary>
    public bool HasName(DeviceName name) => name.Parts.Count > 0 && _names.Contains(name.Name);

    private void Add(ReadOnlySpan<char> text)
    {
        Span<char> bare = stackalloc char[LongestPart];
        var parts = _parts.GetAlternateLookup<ReadOnlySpan<char>>();
        while (Next(ref text, bare) is var length and not 0)
            parts.Add(bare[..length]);
    }

    /// <summary>Whether a set has every part of a text; null when the text has none.</summary>
    private static bool? HasAll(ReadOnlySpan<char> text, HashSet<string> known)
    {
        Span<char> bare = stackalloc char[LongestPart];
        var parts = known.GetAlternateLookup<ReadOnlySpan<char>>();
        bool? has = null;
        // A number tells nothing where a name stands before it: "DAQBoard/2000".
        var isNumber = !text.ContainsAnyInRange('A', 'Z') && !text.ContainsAnyInRange('a', 'z');
        while (Next(ref text, bare) is var length and not 0)
        {
            if (isNumber || bare[..length].ContainsAnyInRange('A', 'Z'))
                has = has is not false && parts.Contains(bare[..length]);
        }
        return has;
    }

    /// <summary>
    /// Takes the next part off a text and gives it in capitals without its dashes: letters, digits and dashes, four of
    /// them at least and a digit among them, with neither a dash at the beginning nor at the end.
    /// </summary>
    /// <returns>Its length; zero at the end of the text.</returns>
    private static int Next(ref ReadOnlySpan<char> text, scoped Span<char> bare)
    {
        while (text.IndexOfAny(Letters) is >= 0 and var start)
        {
            text = text[start..];
            var end = text.IndexOfAnyExcept(LettersAndDashes);
            var word = (end < 0 ? text : text[..end]).TrimEnd('-');
            text = end < 0 ? [] : text[end..];
            if (word.Length is < 4 or > LongestPart || !word.ContainsAnyInRange('0', '9'))
                continue;
            var length = 0;
            foreach (var letter in word)
            {
                if (letter != '-')
                    bare[length++] = char.ToUpperInvariant(letter);
            }
            return length;
        }
        return 0;
    }
}
