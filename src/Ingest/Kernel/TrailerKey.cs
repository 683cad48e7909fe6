using System.Collections.Frozen;

namespace KernelTracker.Ingest.Kernel;

/// <summary>The keys of trailers, from Rules/trailer-keys.txt, and how lines are recognised by them.</summary>
internal static class TrailerKey
{
    /// <summary>No key is longer: a line whose first colon stands further on is text.</summary>
    private const int LongestKey = 40;

    private static readonly FrozenDictionary<string, (string Key, bool Person)> Known = Load();

    private static readonly FrozenDictionary<string, (string Key, bool Person)>.AlternateLookup<ReadOnlySpan<char>> KnownByText = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a line opens a trailer with a known key.</summary>
    public static bool IsTrailer(string line) => TrySplit(line, out _, out _, out _);

    /// <summary>Splits "Signed-off-by: Name &lt;address&gt;" when its key is a known one.</summary>
    /// <param name="line">A line of a commit message.</param>
    /// <param name="key">The key as usually written.</param>
    /// <param name="value">What follows the colon, trimmed.</param>
    /// <param name="namesPerson">Whether values of this key name a person.</param>
    public static bool TrySplit(string line, out string key, out string value, out bool namesPerson)
    {
        key = value = "";
        namesPerson = false;
        var colon = line.AsSpan(0, Math.Min(line.Length, LongestKey + 1)).IndexOf(':');
        if (colon <= 0 || char.IsWhiteSpace(line[0]))
            return false;
        if (!Normalize(line.AsSpan(0, colon).TrimEnd(), out key, out namesPerson))
            return false;
        value = line[(colon + 1)..].Trim();
        // "Fixes: " and the like also open sentences and paste addresses: "Fixes http://…" is prose.
        return value.Length > 0 && !value.StartsWith("//", StringComparison.Ordinal);
    }

    /// <summary>Splits a line of unknown key, as a line inside a block of trailers may have: one hyphenated word, a colon and a space.</summary>
    public static bool TrySplitUnknown(string line, out string key, out string value)
    {
        key = value = "";
        var colon = line.AsSpan(0, Math.Min(line.Length, LongestKey + 1)).IndexOf(':');
        if (colon <= 2 || colon + 2 >= line.Length || line[colon + 1] != ' ' || !char.IsAsciiLetterUpper(line[0]))
            return false;
        var hyphens = 0;
        foreach (var c in line.AsSpan(0, colon))
        {
            if (c == '-')
                hyphens++;
            else if (!char.IsAsciiLetterOrDigit(c))
                return false;
        }

        if (hyphens == 0)
            return false;
        key = line[..colon];
        value = line[(colon + 1)..].Trim();
        return true;
    }

    private static bool Normalize(ReadOnlySpan<char> written, out string key, out bool namesPerson)
    {
        Span<char> folded = stackalloc char[LongestKey];
        if (KnownByText.TryGetValue(folded[..Fold(written, folded)], out var known))
        {
            (key, namesPerson) = known;
            return true;
        }

        // "Reported-and-bisected-by", "Tested-and-acked-by", "Emphatically-Acked-by"
        (key, namesPerson) = ("", false);
        if (!written.EndsWith("-by", StringComparison.OrdinalIgnoreCase))
            return false;
        foreach (var c in written)
            if (!char.IsAsciiLetter(c) && c != '-')
                return false;
        key = char.ToUpperInvariant(written[0]) + written[1..].ToString().ToLowerInvariant();
        namesPerson = true;
        return true;
    }

    /// <summary>Lower case without hyphens, spaces and underscores; how long it is then.</summary>
    private static int Fold(ReadOnlySpan<char> written, Span<char> folded)
    {
        var length = 0;
        foreach (var c in written)
            if (c is not ('-' or '_' or ' ' or '\t'))
                folded[length++] = char.ToLowerInvariant(c);
        return length;
    }

    private static string Folded(string written)
    {
        Span<char> folded = stackalloc char[LongestKey];
        return folded[..Fold(written, folded)].ToString();
    }

    private static FrozenDictionary<string, (string, bool)> Load()
    {
        var known = new Dictionary<string, (string, bool)>(StringComparer.Ordinal);
        foreach (var line in RuleText.Load("Kernel.Rules", "trailer-keys.txt"))
        {
            var person = line[0] == '+';
            var parts = line.TrimStart('+', ' ').Split('=', StringSplitOptions.TrimEntries);
            known[Folded(parts[0])] = (parts[0], person);
            foreach (var spelling in parts.ElementAtOrDefault(1)?.Split(',', StringSplitOptions.TrimEntries) ?? [])
                known.TryAdd(Folded(spelling), (parts[0], person));
        }

        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
