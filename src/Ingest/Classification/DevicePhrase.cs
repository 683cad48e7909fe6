using System.Text.RegularExpressions;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Classification;

/// <summary>A text that names a device, taken apart.</summary>
/// <param name="Text">The name without a vendor that it does not mention: "DA9213 regulators".</param>
/// <param name="Vendor">The vendor it names; null when none.</param>
/// <param name="Parts">Its part numbers.</param>
/// <param name="Proper">Its proper name, when it has no part number: "Linkstation Pro"; else empty.</param>
/// <param name="Kind">Plural noun.</param>
/// <param name="Category">What the words of its kind tell of its heading; null when nothing.</param>
/// <param name="Worth">How good a name it is: parts count most, then a proper name, the vendor, a kind of its own.</param>
internal sealed partial record DevicePhrase(
    string Text, string? Vendor, IReadOnlyList<string> Parts, string Proper, string Kind, HardwareCategory? Category, int Worth)
{
    /// <summary>Reads a text; null when it names no device.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where the driver stands; null when not known.</param>
    /// <param name="isPrompt">The text was written to name the device.</param>
    public static DevicePhrase? Read(string text, HardwarePlace? place, bool isPrompt = false)
    {
        var clean = PhraseRules.Clean(text);
        if (clean.Length < 2)
            return null;
        var (renamed, vendor, vendorWords) = WithVendor(clean);
        var words = renamed.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        // With a preposition it tells what something does for something, and is no name.
        if (words.Count is 0 or > 14 || words.Any(w => w is "for" or "between" or "from" or "on" or "into" or "at"))
            return null;

        // "Memory Controller (PPC970FX)": the kind stands before.
        string? aside = null;
        if (words.Count > 2 && words[^1][0] == '(' && DeviceKinds.AtEnd(words[..^1]) is not null)
        {
            aside = words[^1].Trim('(', ')');
            words.RemoveAt(words.Count - 1);
        }
        var found = DeviceKinds.AtEnd(words);
        // "SmartLink Modem 3334BRV": the kind stands before the part.
        if (found is null && words.Count > 2 && DeviceKinds.AtEnd(words[..^1]) is { } before && before.Words < words.Count - 1 && (Revision().IsMatch(words[^1]) || (PartNumbers.IsPart(words[^1]) && (before.Kind.Category is not null || before.Words + vendorWords == words.Count - 1))))
        {
            words = [.. words[..^(before.Words + 1)], words[^1], .. words[^(before.Words + 1)..^1]];
            found = before;
        }
        // "Sensor mt9d112"
        if (found is null && words.Count == 2 && PartNumbers.IsPart(words[1]) && DeviceKinds.Of(words[0]) is not null)
        {
            words.Reverse();
            found = DeviceKinds.AtEnd(words);
        }
        if (found is { Words: 1 } bus && place is not null && bus.Kind.Category != place.Category && PhraseRules.IsBus(words[^1]))
            found = null;
        if (found is { Kind.Category: HardwareCategory.Usb } usb && place is { Category: not (HardwareCategory.Usb or HardwareCategory.Staging) } && !words.Exists(w => w.Contains("usb", StringComparison.OrdinalIgnoreCase)) && usb.Kind.Plural.StartsWith("USB", StringComparison.Ordinal))
            found = null;
        var body = found is { } f ? words[..^f.Words] : words;
        var kind = KindOf(found?.Kind, body, vendorWords, place);
        var parts = PartNumbers.Find(string.Join(' ', body.Skip(vendorWords)));
        if (parts.Count == 0 && found is not null && PartNumbers.Find(string.Join(' ', words.Skip(vendorWords))) is { Count: > 0 } inside)
            parts = inside;
        if (aside is not null)
            parts = [.. parts.Append(aside)];
        // A vendor may be called after a kind, and stand alone: then its last word was taken for the kind ("Computer Boards").
        vendorWords = Math.Min(vendorWords, body.Count);
        body = Spelled(body, vendorWords);
        kind = Trimmed(body, vendorWords, kind, parts.Count > 0);
        var proper = parts.Count > 0 ? "" : string.Join(' ', body.Skip(vendorWords).Where(IsProper));
        var own = found?.Kind.Category is not null;
        if (parts.Count == 0 && proper.Length == 0 && !IsNamed(vendor, own, body.Count - vendorWords, place, isPrompt))
            return null;
        var worth = (parts.Count > 0 ? 8 : proper.Length > 0 ? 4 : 0) + (vendor is null ? 0 : 2) + (own ? 1 : 0) - (words.Count > 8 ? 3 : 0);
        return new DevicePhrase(string.Join(' ', body.Append(kind)), vendor, parts, proper, kind, found?.Kind.Category, worth);
    }

    /// <summary>
    /// Takes off the words before the kind that say it over again or nothing, and gives the kind: another one where the
    /// words hold their own plural.
    /// </summary>
    private static string Trimmed(List<string> body, int vendorWords, string kind, bool hasPart)
    {
        var join = body.FindLastIndex(w => !PhraseRules.IsBus(w) && !PhraseRules.IsSpelt(w));
        // "bridge and" before "sensors": half a list names nothing.
        if (join > vendorWords && join == body.Count - 1 && body[join] == "and" && DeviceKinds.Of(body[join - 1]) is { Category: null })
            body.RemoveRange(join - 1, 2);
        join = Math.Min(join, body.Count - 1);
        var wasJoined = join > vendorWords && body[join] == "and" && DeviceKinds.Of(body[join - 1]) is { Category: not null };
        if (wasJoined)
            body.RemoveRange(join, body.Count - join);
        while (body.Count > vendorWords && (IsFiller(body[^1]) || (body.Count > vendorWords + 1 && (Repeats(body[^1], kind) || PhraseRules.IsTail(body[^1])))))
            body.RemoveAt(body.Count - 1);
        // "temperature sensors and control" before another kind: what is named ends with its own plural.
        if (body.FindIndex(vendorWords, w => DeviceKinds.Of(w) is { } inner && inner.Plural.Equals(w, StringComparison.OrdinalIgnoreCase)) is var plural && plural > vendorWords && plural + 1 < body.Count && body[plural + 1] == "and")
        {
            kind = DeviceKinds.Of(body[plural])!.Plural;
            body.RemoveRange(plural, body.Count - plural);
        }
        // "PCM030 and WM9712" before "audio devices": the board's, whose codec is another vendor's.
        if (kind == "audio devices" && body.Count > vendorWords + 2 && body[^2] == "and" && (PartNumbers.IsPart(body[^3]) || CapitalWord().IsMatch(body[^3])) && VendorNames.OfPart(body[^1]) is { } maker && maker != VendorNames.OfPart(body[^3]))
            body.RemoveRange(body.Count - 2, 2);
        // Of all laptops of a vendor it is what their firmware controls.
        if (kind == "laptops" && body.Skip(vendorWords).All(w => w is "WMI" or "ACPI" or "Bluetooth" or "RFKill"))
        {
            body.RemoveRange(vendorWords, body.Count - vendorWords);
            kind = "laptop controls";
        }
        // A chip that watches a battery is none.
        if (kind == "batteries" && hasPart && body.Skip(vendorWords).SelectMany(PartNumbers.Find).Any(p => VendorNames.OfPart(p) is not null))
            kind = "battery monitors";
        // "Favr-32 LCD-board" before "boards"
        if (kind == "boards" && body.Count > vendorWords && body[^1].EndsWith("-board", StringComparison.Ordinal))
            body[^1] = body[^1][..^"-board".Length];
        // "LAN911x/LAN921x families embedded": the parts tell the family.
        for (var i = body.Count - 1; i > vendorWords; i--)
        {
            if (body[i] is "family" or "families" && PartNumbers.Find(body[i - 1]).Count > 0)
                body.RemoveAt(i);
        }
        // "8 port" before "serial ports"
        if (kind == "serial ports" && body.Count > vendorWords + 1 && body[^1] is "port" && body[^2].All(char.IsAsciiDigit))
        {
            body[^2] += "-port";
            body.RemoveAt(body.Count - 1);
            kind = "serial adapters";
        }
        // "SoC" is what ALSA calls the layer of such drivers; the codec is a chip of its own.
        if (kind.Contains("codec", StringComparison.Ordinal) || kind == "audio devices")
            body.RemoveAll(w => w == "SoC");
        // "MX2-based SoCs": what is based on the processor is the system.
        if (kind == "SoCs" && body.Count > 0 && body[^1].EndsWith("-based", StringComparison.Ordinal))
            kind = "systems";
        // "i.MX27" among boards is the processor, as no board is called so.
        if (kind is "boards" or "platforms" && body.Count == vendorWords + 1 && ProcessorName().IsMatch(body[^1]))
            kind = "SoCs";
        // "USB VST" before "USB devices"
        if (body.Count > vendorWords + 1 && PhraseRules.IsBus(body[vendorWords]) && body[vendorWords].Equals(kind.Split(' ')[0], StringComparison.OrdinalIgnoreCase))
            body.RemoveAt(vendorWords);
        // "DM355 EVM Keypad" before "remote controls", of which "and" was taken off: both are meant.
        if (wasJoined && body.Count > vendorWords && DeviceKinds.Of(body[^1]) is { Category: not null } other && other.Plural != kind)
        {
            body.RemoveAt(body.Count - 1);
            kind = $"{other.Plural} and {kind}";
        }
        // "UWB Link 1480 HWA" before "UWB radio controllers"
        if (kind.IndexOf(' ', StringComparison.Ordinal) is > 2 and var first && Acronym().IsMatch(kind[..first]) && body.Skip(vendorWords).Any(w => w.Split('/', '-').Contains(kind[..first], StringComparer.Ordinal)))
            kind = kind[(first + 1)..];
        // "10/100 Ethernet Lite" before "Ethernet adapters"
        if (kind.StartsWith("Ethernet ", StringComparison.Ordinal) && body.Skip(vendorWords).Contains("Ethernet", StringComparer.Ordinal))
            kind = kind["Ethernet ".Length..];
        // "WM831x PMIC" before "power-management ICs"
        if (kind == "power-management ICs" && body.Count > vendorWords + 1 && body[^1] == "PMIC")
            body.RemoveAt(body.Count - 1);
        // "Gigabit IS-NIC" before "gigabit Ethernet adapters"
        if (kind.StartsWith("gigabit ", StringComparison.Ordinal) && body.Skip(vendorWords).Contains("gigabit", StringComparer.OrdinalIgnoreCase))
            kind = kind["gigabit ".Length..];
        // "2400M WiMAX networking" before "WiMAX adapters"
        if (hasPart && body.FindIndex(w => w.Equals(kind.Split(' ')[0], StringComparison.OrdinalIgnoreCase)) is > 0 and var again && again > vendorWords && body.Take(again).Any(w => PartNumbers.Find(w).Count > 0))
            body.RemoveRange(again, body.Count - again);
        return kind;
    }

    /// <summary>Whether a name without part number and proper name tells enough: "Xilinx GPIO controllers", "GPIO NAND flash controllers".</summary>
    private static bool IsNamed(string? vendor, bool hasKind, int words, HardwarePlace? place, bool isPrompt) =>
        vendor is null ? isPrompt && hasKind && words > 0 : hasKind || words > 0 || place is { IsStrong: true };

    /// <summary>The kind as printed: the one in the text, or that of the place when the text has none or a word that fits all.</summary>
    private static string KindOf(DeviceKind? found, List<string> body, int vendorWords, HardwarePlace? place)
    {
        if (found is null)
            return place?.Kind ?? "devices";
        if (place is null)
            return found.Plural;
        if (found.Category is null)
        {
            var bare = body.Count <= vendorWords || (place.IsStrong && (found.Plural == "ICs" || (found.Plural == "sensors" && place.Category == HardwareCategory.Media))) || (place.IsStrong && VendorNames.OfFamily(PhraseRules.Spell(body[^1])) is not null) || PartNumbers.IsPart(body[^1]) || PartNumbers.Find(body[^1]).Count > 0;
            return bare && (place.Kind, found.Plural) != ("devices", "sensors") ? place.Kind : found.Plural;
        }
        // What stands among codecs is one, whatever a driver's title makes of it.
        if (found.Plural == "audio devices" && place.Kind.EndsWith("codecs", StringComparison.Ordinal))
            return place.Kind;
        // "WM8350 PMIC" in drivers/regulator: its voltage regulators.
        if (place.IsStrong && found.Category is HardwareCategory.Multifunction or HardwareCategory.SystemsAndProcessors && place.Category is not (HardwareCategory.SystemsAndProcessors or HardwareCategory.Multifunction or HardwareCategory.Staging))
            return found.Category == HardwareCategory.Multifunction ? $"PMIC {place.Kind}" : place.Kind;
        return found.Plural;
    }

    private static (string Text, string? Vendor, int Words) WithVendor(string text)
    {
        var mentions = VendorNames.Find(text);
        if (mentions.Count == 0)
            return (text, null, 0);
        var first = mentions[0];
        // "M88E1121R Marvell", "Talitos Freescale": the vendor goes first. Not so in "WM97xx Atmel": the part is another's.
        if (first.Start > 0 && text[..first.Start].Trim() is var named && (PartNumbers.IsPart(named) || IsName(named)) && (VendorNames.OfPart(named) is not { } maker || maker == first.Vendor || IsKind(text[first.End..])))
            return ($"{first.Vendor} {text[..first.Start].Trim()}{text[first.End..]}", first.Vendor, first.Vendor.Split(' ').Length);
        // "Acer-N35" is a machine of Acer's.
        var rest = first.Start == 0 && first.End + 1 < text.Length && text[first.End] == '-' && char.IsAsciiLetterUpper(text[first.End + 1]) ? " " + text[(first.End + 1)..] : text[first.End..];
        var renamed = string.Concat(text.AsSpan(0, first.Start), first.Vendor, WithoutSlip(rest, first.Vendor));
        return (renamed, first.Vendor, first.Start == 0 ? first.Vendor.Split(' ').Length : 0);
    }

    /// <summary>What follows a vendor, without the rest of the vendor's name where a source misspells it: "Wolfson Microelcronics".</summary>
    private static string WithoutSlip(string rest, string vendor)
    {
        if (vendor.IndexOf(' ', StringComparison.Ordinal) is not (> 0 and var space) || !rest.StartsWith(' '))
            return rest;
        var end = rest.IndexOf(' ', 1) is > 0 and var next ? next : rest.Length;
        return VendorNames.IsSlip(rest[1..end], vendor[(space + 1)..]) ? rest[end..] : rest;
    }

    /// <summary>The words as they are printed: buses and standards in their one spelling, common words before the kind in small letters.</summary>
    private static List<string> Spelled(List<string> body, int vendorWords)
    {
        var spelled = body.ToList();
        var isTail = true;
        for (var i = body.Count - 1; i >= vendorWords; i--)
        {
            var word = body[i];
            var bare = word.TrimEnd(',', ':');
            if (PhraseRules.IsSpelt(bare))
                spelled[i] = PhraseRules.Spell(bare) + word[bare.Length..];
            else if (LowerPart().IsMatch(word) && PartNumbers.IsPart(word))
                spelled[i] = string.Join('/', word.Split('/').Select(PartNumbers.Capital));
            else if (DriverName().Match(word) is { Success: true } driver)
                spelled[i] = $"{PartNumbers.Capital(driver.Groups["part"].Value)} {driver.Groups["bus"].Value.ToUpperInvariant()}";
            else if (MixedPart().IsMatch(word) && PartNumbers.IsPart(word))
                spelled[i] = string.Join('/', word.Split('/').Select(PartNumbers.Capital));
            else if (isTail && DeviceKinds.IsKindWord(bare) && char.IsAsciiLetterUpper(word[0]) && !word.Skip(1).Any(char.IsAsciiLetterUpper))
                spelled[i] = word.ToLowerInvariant();
            else
                isTail = false;
        }
        return spelled;
    }

    private static bool IsKind(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => DeviceKinds.IsKindWord(w) || PhraseRules.IsSpelt(w));

    /// <summary>One word that is a name: no standard, no kind.</summary>
    private static bool IsName(string text) =>
        CapitalWord().IsMatch(text) && !PhraseRules.IsSpelt(text) && !DeviceKinds.IsKindWord(text) && !PhraseRules.IsBus(text);

    /// <summary>Whether a word before the kind says the kind over again: "touch" before "touchscreens", "devices" before "modems".</summary>
    private static bool Repeats(string word, string kind) =>
        DeviceKinds.Of(word) is { } said && (said.Plural == kind || (said.Category is null && said.Plural.Equals(word, StringComparison.OrdinalIgnoreCase)))
        || (word.Length > 4 && word.All(char.IsAsciiLetterLower) && kind.Split(' ').Any(k => k.StartsWith(word, StringComparison.OrdinalIgnoreCase)));

    private static bool IsFiller(string word) => word.ToLowerInvariant() is "the" or "a" or "an" or "and" or "or" or "for" or "of" or "on" or "in" or "with" or "to" or "/" or "-" or "&" or "," or "based" or "series," or "from" or "by" or "as";

    private static bool IsProper(string word) =>
        word.Length > 1 && (char.IsAsciiLetterUpper(word[0]) || word.Any(char.IsAsciiDigit)) && !DeviceKinds.IsKindWord(word.TrimEnd(',', ':')) && !PhraseRules.IsSpelt(word) && !PartNumbers.IsSpeed(word);

    [GeneratedRegex(@"^[A-Z][a-z]{3,}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CapitalWord();

    /// <summary>Part numbers in which a source mixes cases: "MT9m001", "m41t62", "WL1251/wl1271".</summary>
    [GeneratedRegex(@"^(?:[A-Za-z]{1,6}\d+[a-wyz]{1,3}\d[\da-z]*|[A-Z]{2,6}\d{2,}[\dA-Z]*(?:/[a-z]{2,6}\d{2,}[\da-z]*)+)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MixedPart();

    /// <summary>A part of a chip as its driver is called: "s3c64xx-i2s".</summary>
    [GeneratedRegex(@"^(?<part>[a-z]\w{0,4}\d[\dx]*)-(?<bus>i2s|ac97)$", RegexOptions.CultureInvariant)]
    private static partial Regex DriverName();

    [GeneratedRegex(@"^(?:i\.MX|MX)\d+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ProcessorName();

    [GeneratedRegex(@"^[vV]\d$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Revision();

    [GeneratedRegex(@"^[A-Z][A-Z\d]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Acronym();

    /// <summary>Part numbers that a source writes in small letters: lists /-separated ones too.</summary>
    [GeneratedRegex(@"^(?:[a-z]{2,6}\d|[a-z]\d{4})[\da-z]*(?:[-,/][a-z]{0,6}\d[\da-z]*)*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LowerPart();
}
