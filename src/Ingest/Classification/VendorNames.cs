using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Classification;

/// <summary>A vendor's name in a text.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long the spelling there is.</param>
/// <param name="Vendor">The one spelling.</param>
internal readonly record struct VendorMention(int Start, int Length, string Vendor)
{
    /// <summary>The position after it.</summary>
    public int End => Start + Length;
}

/// <summary>The vendors in their one spelling, with all others (Rules/vendors.txt), and whose part numbers begin how (Rules/part-prefixes.txt) and whose families are called how (Rules/families.txt).</summary>
internal static class VendorNames
{
    private static readonly Dictionary<string, List<string>> ByVendor = new(StringComparer.Ordinal);

    /// <summary>Spellings by their first word in lower case, longest first.</summary>
    private static readonly Dictionary<string, List<Spelling>> ByFirstWord = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, string> ByPrefix = new(StringComparer.OrdinalIgnoreCase);
    private static readonly int LongestPrefix;
    private static readonly Dictionary<string, string> ByFamily = new(StringComparer.Ordinal);

    static VendorNames()
    {
        foreach (var line in RuleText.Load("Classification.Rules", "vendors.txt"))
        {
            var (left, right) = line.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals ? (line[..equals].Trim(), line[(equals + 1)..]) : (line, "");
            var vendor = left.TrimStart('~');
            var variants = right.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (!ByVendor.TryAdd(vendor, [.. variants.Select(v => v.TrimStart('~')).Where(v => v != vendor)]))
                throw new FormatException($"The vendor {vendor} stands twice.");
            foreach (var spelling in variants.Prepend(left))
                Add(new Spelling(spelling.TrimStart('~'), spelling[0] == '~', vendor));
        }
        foreach (var list in ByFirstWord.Values)
            list.Sort((a, b) => b.Text.Length.CompareTo(a.Text.Length));

        foreach (var line in RuleText.Load("Classification.Rules", "part-prefixes.txt"))
        {
            var (vendor, prefixes) = Assignment(line);
            foreach (var prefix in prefixes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                ByPrefix.TryAdd(prefix, vendor);
                LongestPrefix = Math.Max(LongestPrefix, prefix.Length);
            }
        }
        ReadFamilies();
    }

    private static void ReadFamilies()
    {
        foreach (var line in RuleText.Load("Classification.Rules", "families.txt"))
        {
            var (vendor, families) = Assignment(line);
            foreach (var family in families.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                ByFamily.Add(family, vendor);
        }
    }

    /// <summary>A line "Vendor: what is known of it".</summary>
    private static (string Vendor, string Known) Assignment(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var vendor = colon > 0 ? line[..colon].Trim() : line;
        return ByVendor.ContainsKey(vendor) ? (vendor, line[(colon + 1)..]) : throw new FormatException($"\"{vendor}\" is not in the list of vendors.");
    }

    /// <summary>Every vendor in its one spelling.</summary>
    public static IReadOnlyCollection<string> All => ByVendor.Keys;

    /// <summary>Other spellings of a vendor; none when it is not in the list.</summary>
    public static IReadOnlyList<string> Variants(string vendor) => ByVendor.TryGetValue(vendor, out var variants) ? variants : [];

    /// <summary>Whose parts are numbered like this one; null when that is not known.</summary>
    public static string? OfPart(string part)
    {
        for (var length = Math.Min(LongestPrefix, part.Length); length > 1; length--)
        {
            if (ByPrefix.TryGetValue(part[..length], out var vendor) && (char.IsAsciiDigit(part[length - 1]) || (length < part.Length && (char.IsAsciiDigit(part[length]) || part[length] is 'x' or 'X'))))
                return vendor;
        }
        return null;
    }

    /// <summary>Whose family of products a text names; null when none.</summary>
    public static string? OfFamily(string text)
    {
        var words = text.Split([' ', '/', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (ByFamily.TryGetValue(words[i], out var vendor) || (i + 1 < words.Length && ByFamily.TryGetValue($"{words[i]} {words[i + 1]}", out vendor)))
                return vendor;
        }
        return null;
    }

    /// <summary>Whether a word is a slip of the pen for another: long, begun alike, and two letters away from it at most.</summary>
    public static bool IsSlip(string word, string meant)
    {
        const int Least = 7, Most = 2;
        if (Math.Min(word.Length, meant.Length) < Least || Math.Abs(word.Length - meant.Length) > Most || char.ToUpperInvariant(word[0]) != char.ToUpperInvariant(meant[0]))
            return false;
        // Levenshtein's distance, row by row.
        var row = Enumerable.Range(0, meant.Length + 1).ToArray();
        for (var i = 1; i <= word.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= meant.Length; j++)
            {
                var change = diagonal + (char.ToUpperInvariant(word[i - 1]) == char.ToUpperInvariant(meant[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(diagonal, row[j - 1]) + 1);
            }
        }
        return row[meant.Length] <= Most;
    }

    /// <summary>The vendors that a text names, from left to right.</summary>
    public static IReadOnlyList<VendorMention> Find(string text)
    {
        var found = new List<VendorMention>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]) || (i > 0 && (char.IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] == '_')))
            {
                i++;
                continue;
            }
            if (At(text, i) is { } mention)
            {
                found.Add(mention);
                i = mention.End;
            }
            else
            {
                i = WordEnd(text, i);
            }
        }
        return found;
    }

    private static VendorMention? At(string text, int start)
    {
        var word = text[start..Math.Min(WordEnd(text, start), start + 40)].ToLowerInvariant();
        if (!ByFirstWord.TryGetValue(word, out var spellings))
            return null;
        foreach (var spelling in spellings)
        {
            if (string.Compare(text, start, spelling.Text, 0, spelling.Text.Length, spelling.IsExact ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase) != 0)
                continue;
            var end = start + spelling.Text.Length;
            if (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
                continue;
            // At the end of a model or of a text a short abbreviation is part of the model: "RD88F5181L-GE", "Xonar Essence ST".
            if (spelling.IsExact && spelling.Text.Length < 4 && start > 0 && (end == text.Length || text[start - 1] == '-'))
                continue;
            // An abbreviation that a part number continues is part of it: "TI-81", "ST-1200".
            if (spelling.IsExact && spelling.Text.Length < 4 && end + 1 < text.Length && text[end] is '-' or '&' && char.IsAsciiLetterOrDigit(text[end + 1]))
                continue;
            return new VendorMention(start, spelling.Text.Length, spelling.Vendor);
        }
        return null;
    }

    private static int WordEnd(string text, int start)
    {
        while (start < text.Length && char.IsAsciiLetterOrDigit(text[start]))
            start++;
        return start;
    }

    private static void Add(Spelling spelling)
    {
        var first = spelling.Text[..WordEnd(spelling.Text, 0)].ToLowerInvariant();
        if (!ByFirstWord.TryGetValue(first, out var list))
            ByFirstWord.Add(first, list = []);
        list.Add(spelling);
    }

    private readonly record struct Spelling(string Text, bool IsExact, string Vendor);
}
