using System.Text.RegularExpressions;

namespace KernelTracker.Ingest.Classification;

/// <summary>Finds the vendor of a device whose name does not lead with one, and puts it there.</summary>
internal static partial class PhraseVendor
{
    private const int MostHelp = 400;

    /// <summary>The vendor that the phrase itself, the words before its part elsewhere, its part number or its family tell; null when none does.</summary>
    public static string? Of(DevicePhrase phrase, HardwareEvidence evidence, IReadOnlyList<string> texts) =>
        OfLeadingWord(phrase)
        ?? phrase.Vendor
        ?? InAside(evidence)
        ?? Before(phrase, texts, 2)
        ?? Before(phrase, [evidence.Help.Length > MostHelp ? evidence.Help[..MostHelp] : evidence.Help], 1)
        ?? OfFirstPart(phrase)
        ?? VendorNames.OfFamily(phrase.Text)
        ?? Leading(texts);

    /// <summary>The name with the vendor before it, unless it is there or another's name leads it.</summary>
    public static string Prefixed(DevicePhrase phrase, string? vendor, IReadOnlyList<string> texts)
    {
        if (vendor is null || (vendor == phrase.Vendor && OfLeadingWord(phrase) is null) || (IsLedByName(phrase) && !texts.Any(t => t.Contains($"{vendor} {phrase.Text.Split(' ')[0]} ", StringComparison.Ordinal))))
            return phrase.Text;
        // "SGI-UV" is the vendor's UV.
        if (VendorNames.Variants(vendor).FirstOrDefault(v => phrase.Text.StartsWith(v + "-", StringComparison.Ordinal)) is { } spelling)
            return $"{vendor} {phrase.Text[(spelling.Length + 1)..]}";
        return phrase.Text.StartsWith(vendor, StringComparison.OrdinalIgnoreCase) ? phrase.Text : $"{vendor} {phrase.Text}";
    }

    /// <summary>The vendor that a printed name stands for: the one that it leads with, or one that it does not contradict; null when it names another's.</summary>
    public static string? Printed(string name, string? vendor) =>
        VendorNames.Find(name) is [{ Start: 0 } first, ..] ? first.Vendor
        : vendor is null || name.Contains(vendor, StringComparison.OrdinalIgnoreCase) ? vendor
        : null;

    /// <summary>"MacBook Pro NVIDIA", "WM97xx Atmel": what stands first is one vendor's, whose name is missing; the vendor after it is another.</summary>
    private static string? OfLeadingWord(DevicePhrase phrase)
    {
        if (phrase.Vendor is not { } vendor || phrase.Text.StartsWith(vendor, StringComparison.OrdinalIgnoreCase) || phrase.Text.IndexOf(vendor, StringComparison.Ordinal) is not (> 0 and var at))
            return null;
        var before = phrase.Text[..at].Trim();
        var other = VendorNames.OfFamily(before) ?? (PartNumbers.IsPart(before) ? VendorNames.OfPart(before) : null);
        return other == vendor ? null : other;
    }

    private static string? OfFirstPart(DevicePhrase phrase) =>
        phrase.Parts is [var part, ..] && !IsBasis(phrase.Text, part) && Bare(phrase.Text).Contains(Bare(part), StringComparison.OrdinalIgnoreCase) ? VendorNames.OfPart(part) : null;

    /// <summary>Whether a part is but what the device is based on, and another's name stands before it: "MAN mpc5200-based UC101".</summary>
    private static bool IsBasis(string text, string part) =>
        text.IndexOf(part, StringComparison.OrdinalIgnoreCase) is > 0 and var at && (part.EndsWith("-based", StringComparison.Ordinal) || text.AsSpan(at + part.Length).StartsWith("-based", StringComparison.Ordinal));

    private static string Bare(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit));

    /// <summary>The vendor of a board that its prompt gives in brackets: "LILLY-1131 platforms (INCO startec)". What stands before is another's chip.</summary>
    private static string? InAside(HardwareEvidence evidence) =>
        evidence.IsNewSymbol && InBrackets().Match(evidence.Prompt ?? "") is { Success: true } match && VendorNames.Find(match.Groups[1].Value) is [{ Start: 0 } mention] && mention.End == match.Groups[1].Length
            && (evidence.KconfigPath ?? "").StartsWith("arch/", StringComparison.Ordinal) ? mention.Vendor : null;

    /// <summary>"bbplan Efika and STAC9766": another name stands before the part, whose vendor would be read as that of the whole.</summary>
    private static bool IsLedByName(DevicePhrase phrase) =>
        phrase.Parts.Count > 0 && phrase.Vendor is null && phrase.Text.IndexOf(phrase.Parts[0], StringComparison.OrdinalIgnoreCase) is > 0 and var at
        && phrase.Text[..at].Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(w => w.Length > 3 && CapitalWord().IsMatch(w) && !PhraseRules.IsSpelt(w) && !DeviceKinds.IsKindWord(w) && VendorNames.OfFamily(w) is null)
        && VendorNames.OfFamily(phrase.Text[..at]) is null;

    /// <summary>The vendor that another text names right before the first part.</summary>
    private static string? Before(DevicePhrase phrase, IReadOnlyList<string> texts, int blanks)
    {
        var key = phrase.Parts.Count > 0 ? phrase.Parts[0] : phrase.Proper.Split(' ')[0];
        if (key.Length < 3)
            return null;
        foreach (var text in texts)
        {
            var at = text.IndexOf(key, StringComparison.OrdinalIgnoreCase);
            if (at < 1)
                continue;
            foreach (var mention in VendorNames.Find(text[..at]).Reverse())
            {
                if (text.AsSpan(mention.End, at - mention.End) is var between && between.Count(' ') <= blanks && (blanks > 1 || between.IsWhiteSpace()))
                    return mention.Vendor;
            }
        }
        return null;
    }

    private static string? Leading(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            if (VendorNames.Find(PhraseRules.Clean(text)) is [{ Start: 0 } mention, ..])
                return mention.Vendor;
        }
        return null;
    }

    [GeneratedRegex(@"\(([^()]{3,40})\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^[A-Z][a-z]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CapitalWord();
}
