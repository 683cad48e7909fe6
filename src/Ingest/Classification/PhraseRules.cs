using System.Text.RegularExpressions;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Classification;

/// <summary>Takes off what sources wrap the names of devices in (Rules/phrases.txt).</summary>
internal static partial class PhraseRules
{
    /// <summary>No name is longer: more of a text is not looked at.</summary>
    private const int Looked = 240;

    private static readonly IReadOnlyList<Regex> Leads;
    private static readonly IReadOnlyList<Regex> Cuts;
    private static readonly IReadOnlyList<Regex> Drops;
    private static readonly IReadOnlyList<Regex> Says;
    private static readonly IReadOnlyList<Regex> Asides;
    private static readonly HashSet<string> Tails = new(StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> TellingKinds = new(StringComparer.Ordinal);
    private static readonly HashSet<string> VagueKinds = new(StringComparer.Ordinal);
    private static readonly HashSet<string> Buses = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, string> Spelt = new(StringComparer.OrdinalIgnoreCase);

    static PhraseRules()
    {
        var groups = RuleGroups.Read(RuleText.Load("Classification.Rules", "phrases.txt"));
        Leads = groups.Patterns("lead", "^(?:", @")(?:[\s:,.-]+|$)");
        Cuts = groups.Patterns("cut");
        Drops = groups.Patterns("drop");
        Says = groups.Patterns("says");
        Asides = groups.Patterns("aside");
        foreach (var word in groups["spelt"].SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            Spelt.TryAdd(word, word);
        Tails.UnionWith(groups["tail"].SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        TellingKinds.UnionWith(groups["telling"]);
        VagueKinds.UnionWith(groups["vague"]);
        Buses.UnionWith(groups["bus"].SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>The words of a text that name the hardware; empty when none are left.</summary>
    public static string Clean(string text)
    {
        text = Space().Replace(text.Length > Looked ? text[..Looked] : text, " ").Trim();
        text = ClosingQuote().Replace(Range().Replace(text, "x"), "");
        text = Alternatives().Replace(Listing().Replace(text, ""), m => string.Join('/', m.Groups["end"].Value.Select(e => m.Groups["stem"].Value + e)));
        foreach (var drop in Drops)
            text = drop.Replace(text, " ");
        text = Space().Replace(text, " ").Trim(' ', ',', '.', ':', '-', '/', '"', '\'');
        text = WithoutLead(text);
        // "HSDPA Broadband Wireless Data Card - Globe Trotter": the name follows what it is.
        if (NameAfterKind().Match(text) is { Success: true } after && PartNumbers.Find(after.Groups["kind"].Value).Count == 0 && VendorNames.Find(after.Groups["kind"].Value).Count == 0 && DeviceKinds.AtEnd(after.Groups["kind"].Value.Split(' ')) is not null)
            text = $"{after.Groups["name"].Value} {after.Groups["kind"].Value}";
        text = Turned(text);
        foreach (var cut in Cuts)
        {
            if (cut.Match(text, Math.Min(2, text.Length)) is { Success: true, Index: > 2 } match && !IsOfStandard(text, match.Index))
                text = text[..match.Index];
        }
        text = Parenthesis().Replace(text, m => PartNumbers.IsPart(m.Groups[1].Value) && !m.Groups[1].Value.AsSpan().ContainsAny(' ', ':') ? m.Value : m.Groups[1].Value == "USB" ? " USB " : " ");
        text = Open().Replace(text, "");
        text = Possessive().Replace(text, m => VendorNames.Find(m.Groups[1].Value).Count > 0 ? m.Groups[1].Value + " " : m.Value).Replace("\"", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal);
        text = Based().Replace(text, "-based");
        text = WithoutWordBeforeVendor(text);
        if (OfAnother().Match(text) is { Success: true } other && IsName(other.Groups["thing"].Value))
            text = other.Groups["thing"].Value;
        return WithoutLead(Space().Replace(text, " ").Trim(' ', ',', '.', ':', '-', '/', '\'', '*', '&'));
    }

    /// <summary>What a help text or description says the hardware is, sentence by sentence, not yet cleaned.</summary>
    public static IEnumerable<string> Said(string text)
    {
        var flat = Space().Replace(text.Length > 1200 ? text[..1200] : text, " ").Trim();
        foreach (var sentence in SentenceEnd().Split(flat).Take(4))
        {
            foreach (var says in Says)
            {
                if (says.Match(sentence) is { Success: true } match && match.Index + match.Length < sentence.Length)
                {
                    yield return sentence[(match.Index + match.Length)..];
                    break;
                }
            }
        }
    }

    /// <summary>A word as it is always written.</summary>
    public static string Spell(string word) => Spelt.TryGetValue(word, out var spelt) ? spelt : word;

    /// <summary>Whether a word is one of those that are always written in one way: no proper name.</summary>
    public static bool IsSpelt(string word) => Spelt.ContainsKey(word);

    /// <summary>Whether a prompt names something about a device rather than the device.</summary>
    public static bool IsAside(string prompt) => Asides.Any(a => a.IsMatch(prompt));

    /// <summary>Whether a word tells nothing when it stands right before the kind.</summary>
    public static bool IsTail(string word) => Tails.Contains(word);

    /// <summary>Whether a kind tells more than the place of a driver does.</summary>
    public static bool IsTellingKind(string kind) => TellingKinds.Contains(kind);

    /// <summary>Whether a kind tells less than the place of a driver does.</summary>
    public static bool IsVagueKind(string kind) => VagueKinds.Contains(kind);

    /// <summary>Whether a word names the bus that a device hangs on.</summary>
    public static bool IsBus(string word) => Buses.Contains(word);

    /// <summary>"USB Quatech ESU-100" without its first word. Of "SSB Broadcom Gigabit Ethernet" it is all that tells one from another: there it follows the vendor.</summary>
    private static string WithoutWordBeforeVendor(string text)
    {
        if (text.IndexOf(' ', StringComparison.Ordinal) is not (> 0 and var space) || !(IsBus(text[..space]) || DeviceKinds.IsKindWord(text[..space])) || VendorNames.Find(text[(space + 1)..]) is not [{ Start: 0 } vendor, ..])
            return text;
        var rest = text[(space + 1)..];
        var model = rest[vendor.Length..];
        return IsBus(text[..space]) && !model.Split(' ').Any(w => w.Length > 1 && !DeviceKinds.IsKindWord(w) && !IsBus(w)) ? $"{rest[..vendor.Length]} {text[..space]}{model}" : rest;
    }

    /// <summary>Whether what is based on a part has a name of its own: a vendor's, a part number, or a word that is no kind.</summary>
    private static bool IsName(string thing) =>
        VendorNames.Find(thing) is [{ Start: 0 }, ..] || (thing.Split(' ')[0] is var first && char.IsAsciiLetterUpper(first[0])
            && !IsSpelt(first) && !IsBus(first) && !first.Split('/').All(DeviceKinds.IsKindWord) && thing.Contains(' ', StringComparison.Ordinal));

    /// <summary>Whether a number is that of the standard before it: "SAS 2.0" is no version of a driver.</summary>
    private static bool IsOfStandard(string text, int at) =>
        NumberOfStandard().IsMatch(text.AsSpan(at)) && text[..at].Split(' ')[^1] is "SAS" or "SATA" or "USB" or "HDMI" or "PCIe" or "Bluetooth";

    private static string WithoutLead(string text)
    {
        for (var again = true; again;)
        {
            again = false;
            foreach (var lead in Leads)
            {
                if (lead.Match(text) is { Success: true, Length: > 0 } match)
                {
                    text = text[match.Length..].TrimStart();
                    again = true;
                }
            }
        }
        return text;
    }

    /// <summary>"Backlight driver for DA9030" and "USB controller from NXP" with the device first: "DA9030 backlight".</summary>
    private static string Turned(string text)
    {
        if (KindFor().Match(text) is { Success: true } match)
        {
            var (kind, thing) = (match.Groups["kind"].Value, match.Groups["thing"].Value);
            if (PartNumbers.Find(kind).Count == 0 && VendorNames.Find(kind).Count == 0 && DeviceKinds.AtEnd(kind.Split(' ')) is not null)
                return HasOwnName(kind) ? kind : $"{Single(WithoutWeakKind(WithoutLead(thing)))} {kind}";
            if (PartNumbers.Find(kind).Count > 0 && PartNumbers.Find(thing).Count == 0)
                return kind;
        }
        if (From().Match(text) is { Success: true } from && VendorNames.Find(from.Groups["vendor"].Value) is [{ Start: 0 }, ..])
            return VendorNames.Find(from.Groups["thing"].Value) is [{ Start: 0 }, ..] ? from.Groups["thing"].Value : $"{from.Groups["vendor"].Value} {from.Groups["thing"].Value}";
        return text;
    }

    /// <summary>"Neptune FEM/NEM cards" for something and "Blackfin SIR" on something: what is for it has a name of its own.</summary>
    private static bool HasOwnName(string kind) =>
        VendorNames.OfFamily(kind) is not null || kind.Split(' ', '/').Skip(1).Any(w => w.Length > 2 && w.All(char.IsAsciiLetterUpper) && !IsSpelt(w) && !DeviceKinds.IsKindWord(w));

    /// <summary>What a kind follows stands in the singular: "laptops", "servers".</summary>
    private static string Single(string thing) => PluralEnd().Replace(thing, "$1$2").Trim();

    private static string WithoutWeakKind(string thing)
    {
        foreach (var cut in Cuts)
        {
            if (cut.Match(thing, Math.Min(2, thing.Length)) is { Success: true, Index: > 2 } match)
                thing = thing[..match.Index];
        }
        var words = thing.Trim(' ', '.', ',').Split(' ');
        return words.Length > 1 && DeviceKinds.AtEnd(words) is { Kind.Category: null } weak ? string.Join(' ', words[..^weak.Words]) : thing.Trim(' ', '.', ',');
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();

    /// <summary>What a head comment goes on to list: "OTP Memory Interface Supports BF52x/BF54x".</summary>
    [GeneratedRegex(@"(?<=\w \w+) Supports .*$", RegexOptions.CultureInvariant)]
    private static partial Regex Listing();

    /// <summary>Parts that differ in one letter: "NCR53c9[46]", "EN29SL800B[BT]".</summary>
    [GeneratedRegex(@"\b(?<stem>\w{2,20})\[(?<end>[A-Za-z]{2,3}|\d{2,3})\]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Alternatives();

    [GeneratedRegex(@"(?<=\w)'(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex ClosingQuote();

    /// <summary>Parts that differ in one digit: "TSL256[0-3]".</summary>
    [GeneratedRegex(@"(?<=\w)\[\d-\d\](?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(@"^[\w/.-]+[ -]based (?<thing>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OfAnother();

    [GeneratedRegex(@"^ \d\.\d\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NumberOfStandard();

    [GeneratedRegex(@"\b(laptop|notebook|server|board|machine|system|phone|tablet|desktop|workstation|computer)s$|(?<=[a-z]\d?)(Controller)s$|(?<=\S) devices$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PluralEnd();

    /// <summary>"Marvell's PXA168", but not "Let's Note".</summary>
    [GeneratedRegex(@"\b([\w-]+)'s? ", RegexOptions.CultureInvariant)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"\.\s+(?=[A-Z])|\.$", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s*\(([^()]*)\)\s*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Parenthesis();

    /// <summary>A parenthesis that the cut left open.</summary>
    [GeneratedRegex(@"\s*\([^()]*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Open();

    [GeneratedRegex(@"(?<=\d\w*|\b[A-Z]{2,6})(?<!\b(?:USB|PCI|ISA|SPI|SoC)) [Bb]ased(?= \w)", RegexOptions.CultureInvariant)]
    private static partial Regex Based();

    [GeneratedRegex(@"^(?<kind>[^,;:()]{2,60}?) (?:for|on|of|connected to) (?<thing>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex KindFor();

    [GeneratedRegex(@"^(?<kind>[^,;:()-]{4,60}) -+ (?<name>(?:[A-Z]\w+ ?){1,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex NameAfterKind();

    [GeneratedRegex(@"^(?<thing>.{3,80}?) (?:from|by|made by|used by|sold by|manufactured by) (?<vendor>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex From();
}
