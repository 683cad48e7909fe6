using System.Text.RegularExpressions;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Classification;

/// <summary>
/// Names devices as an editor would: "Vendor Part kind", the kind a plural noun. For a new symbol its prompt is asked
/// first, then what its help and sources say; for a device of an existing driver the changeset's subject, machine names,
/// and what the sources say.
/// </summary>
internal static partial class DeviceNamer
{
    private const int LongestName = 110;
    private const int FirstTextBonus = 7;
    private const int PlainTextBonus = 2;

    /// <summary>A model with its kind has no more words: "ConnectX Ethernet controllers".</summary>
    private const int LongestModel = 5;

    /// <summary>A name lists no more parts than this.</summary>
    private const int MostParts = 3;

    /// <summary>The kind of what has none of its own.</summary>
    private const string GenericKind = "devices";

    /// <summary>The name of what the evidence is about; null when it does not tell a name that could be printed.</summary>
    public static DeviceName? Name(HardwareEvidence evidence)
    {
        var texts = Texts(evidence);
        var place = Place(evidence);
        var read = new List<DevicePhrase?>();
        for (var i = 0; i < texts.Count; i++)
        {
            // The first text was written to name the device; what follows says more but was not.
            var phrase = DevicePhrase.Read(texts[i], place, i == 0);
            if (i == 0 && phrase is not null && (phrase.Parts.Count > 0 || phrase.Proper.Length > 0 || phrase.Category is not null || (phrase.Vendor is { } named && !IsBare(phrase, named))))
                phrase = phrase with { Worth = phrase.Worth + (TellsMore(phrase, evidence, place) ? FirstTextBonus : PlainTextBonus) };
            read.Add(phrase);
        }
        if (read.Count == 0)
            return null;
        // Among the others the first is as good as they are.
        IReadOnlyList<DevicePhrase> others = [.. read.Skip(1).Prepend(DevicePhrase.Read(texts[0], place)).OfType<DevicePhrase>()];
        var best = Best(read, evidence);
        if (best < 0)
            return null;
        // Where what tells most makes no name that could be printed, what was written to be one does.
        return Print(read[best]!, evidence, texts, others, place)
            ?? (best > 0 && evidence.IsNewSymbol && read[0] is { } prompt ? Print(prompt, evidence, texts, others, place) : null);
    }

    /// <summary>Which text names the device best; -1 when none does.</summary>
    private static int Best(List<DevicePhrase?> read, HardwareEvidence evidence)
    {
        var best = -1;
        for (var i = 0; i < read.Count; i++)
        {
            if (read[i] is { } phrase
                && (best < 0 || phrase.Worth > read[best]!.Worth || NamesModelOf(read[best]!, phrase) || SpellsOutName(read[best]!, phrase) || (!evidence.IsNewSymbol && SpellsOut(read[best]!, phrase))))
                best = i;
        }
        return best;
    }

    /// <summary>Whether a text names the model where the better one has but the same vendor and a kind: "ConnectX" for "Mellanox Ethernet controllers".</summary>
    private static bool NamesModelOf(DevicePhrase best, DevicePhrase other) =>
        best is { Parts.Count: 0, Proper.Length: 0, Vendor: not null } && other.Vendor == best.Vendor && other is { Parts.Count: 0, Proper.Length: > 0 }
        && other.Text.StartsWith(best.Vendor, StringComparison.OrdinalIgnoreCase)
        && !other.Text.Contains(',', StringComparison.Ordinal) && !other.Proper.Contains(' ', StringComparison.Ordinal) && !other.Proper.Contains('-', StringComparison.Ordinal) && other.Text.AsSpan(best.Vendor.Length).Count(' ') < LongestModel;

    /// <summary>Whether a text names the vendor of the same part: "Advantech PCL-818" for "pcl818".</summary>
    private static bool SpellsOut(DevicePhrase best, DevicePhrase other) =>
        best is { Vendor: null, Parts: [var part] } && other.Vendor is not null && other.Category is null == best.Category is null
        && other.Text.StartsWith(other.Vendor, StringComparison.Ordinal) && !other.Text.Contains(" and ", StringComparison.Ordinal)
        && Bare(other.Text).Contains(Bare(part), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text spells out a board's short name: "Data Technology ESPT-GIGA" for "ESPT".</summary>
    private static bool SpellsOutName(DevicePhrase best, DevicePhrase other) =>
        best is { Vendor: null, Parts.Count: 0, Proper.Length: > 3 } && !best.Proper.Contains(' ', StringComparison.Ordinal) && best.Text.StartsWith(best.Proper, StringComparison.Ordinal)
        && other is { Vendor: { } vendor, Parts.Count: 0 } && other.Text.StartsWith($"{vendor} {best.Proper}-", StringComparison.Ordinal);

    private static string Bare(string part) => string.Concat(part.Where(char.IsAsciiLetterOrDigit));

    /// <summary>A prompt without its own symbol, which names nothing more than the words beside it: "UV_MMTIMER Memory mapped timer support".</summary>
    private static string WithoutSymbol(string prompt, string? symbol) =>
        symbol is not null && symbol.Contains('_', StringComparison.Ordinal) && prompt.Split(' ') is { Length: > 2 } words && words.Contains(symbol, StringComparer.Ordinal) ? string.Join(' ', words.Where(w => w != symbol)) : prompt;

    /// <summary>Whether a prompt says more than what its symbol is called after, as "USB VST driver" of USB_VST does not. Boards are called so.</summary>
    private static bool TellsMore(DevicePhrase phrase, HardwareEvidence evidence, HardwarePlace? place) =>
        phrase.Parts.Count > 0 || phrase.Category is not null || place is { Category: HardwareCategory.SystemsAndProcessors }
        || phrase.Proper.Split(' ').Any(p => !(evidence.Symbol ?? "").Split('_').Contains(p, StringComparer.OrdinalIgnoreCase));

    /// <summary>What the symbol's name or else the places of the evidence tell: staging before all, then new sources, old ones, the Kconfig file.</summary>
    public static HardwarePlace? Place(HardwareEvidence evidence)
    {
        HardwarePlace? best = evidence.IsNewSymbol ? HardwarePlaces.OfSymbol(evidence) : null;
        var isDriver = evidence.Places.Any(p => p.StartsWith("drivers/", StringComparison.Ordinal) || p.StartsWith("sound/", StringComparison.Ordinal));
        foreach (var path in evidence.Places)
        {
            if (isDriver && path.StartsWith("arch/", StringComparison.Ordinal))
                continue;
            if (path.StartsWith("include/", StringComparison.Ordinal) || path.StartsWith("Documentation/", StringComparison.Ordinal))
                continue;
            if (HardwarePlaces.Of(path) is not { } place)
                continue;
            if (place.Category == HardwareCategory.Staging)
                return WithNeeds(place, evidence);
            // A machine brings bridges and clocks of its own along.
            if (best is null || (best.Category != HardwareCategory.SystemsAndProcessors && place.Category == HardwareCategory.SystemsAndProcessors && path.StartsWith("arch/", StringComparison.Ordinal) && evidence.NewSources.Contains(path)))
                best = place;
        }
        return WithNeeds(best, evidence);
    }

    /// <summary>Where drivers of every kind stand, what the symbol depends on tells the kind.</summary>
    private static HardwarePlace? WithNeeds(HardwarePlace? place, HardwareEvidence evidence) =>
        place is { Kind: GenericKind } && HardwarePlaces.OfNeeds(evidence) is { } needs
            ? place.Category == HardwareCategory.Staging ? place with { Kind = needs.Kind } : needs
            : place;

    private static List<string> Texts(HardwareEvidence evidence)
    {
        var texts = new List<string>();
        void Add(string? text)
        {
            if (!string.IsNullOrWhiteSpace(text))
                texts.Add(text);
        }
        if (evidence.IsNewSymbol)
        {
            if (!PhraseRules.IsAside(evidence.Prompt ?? ""))
                Add(PartWitness.Mended(WithoutSymbol(evidence.Prompt ?? "", evidence.Symbol), evidence));
            foreach (var said in PhraseRules.Said(evidence.Help))
                Add(said);
        }
        else
        {
            Add(SubjectDevice.Read(evidence.Subject ?? "", evidence.IdNames)?.Text);
            foreach (var machine in evidence.MachineNames.Take(3))
                Add(machine);
        }
        // A module's own name and software are no description of a device.
        foreach (var description in evidence.Descriptions.Take(3).Where(d => d.Contains(' ', StringComparison.Ordinal) && !DeviceJudge.IsSoftware(d)))
            Add(description);
        foreach (var title in evidence.Titles.Take(3).Select(t => AfterFileName().Replace(t, "")))
        {
            // Comments open with much that is no title: one that names neither part nor vendor tells nothing.
            if ((PartNumbers.Find(title).Count > 0 || VendorNames.Find(title).Count > 0) && !DeviceJudge.IsCode(title))
                Add(title);
        }
        if (evidence.IsNewSymbol)
        {
            foreach (var machine in evidence.MachineNames.Take(3))
                Add(machine);
            Add(SubjectDevice.Read(evidence.Subject ?? "", evidence.IdNames)?.Text);
            Add(DeviceJudge.SymbolPart(evidence.Symbol));
            if (PhraseRules.IsAside(evidence.Prompt ?? ""))
                Add(evidence.Prompt);
        }
        else
        {
            foreach (var label in evidence.Labels.Take(3))
                Add(label);
        }
        return texts;
    }

    private static DeviceName? Print(DevicePhrase phrase, HardwareEvidence evidence, IReadOnlyList<string> texts, IReadOnlyList<DevicePhrase> phrases, HardwarePlace? place)
    {
        var parts = phrase.Parts.ToList();
        var vendor = PhraseVendor.Of(phrase, evidence, texts);
        if ((phrase.Category is null || (phrase.Kind == place?.Kind && phrase.Category != place.Category)) && KindElsewhere(phrase, phrases, place) is { } kind)
            phrase = phrase with { Text = phrase.Text[..^phrase.Kind.Length] + kind.Kind, Kind = kind.Kind, Category = kind.Category };
        phrase = WithKindOf(place, phrase);
        if (parts.Count == 0 && phrase.Proper.Length == 0 && vendor is not null && IsBare(phrase, vendor) && PartsElsewhere(evidence, phrases, vendor) is { Count: > 0 } models)
        {
            phrase = phrase with { Text = $"{vendor} {Listed(models)} {WithoutVendor(phrase.Text, vendor)}", Vendor = vendor, Parts = models };
            parts.AddRange(models);
        }
        // "EETI touchscreens" that depend on I2C: those on other buses may have been supported for long.
        if (phrase.Vendor is { } maker && phrase.Text == $"{maker} {phrase.Kind}" && OnlyBus(evidence) is { } bus)
            phrase = phrase with { Text = $"{maker} {bus} {phrase.Kind}" };
        var name = PhraseVendor.Prefixed(phrase, vendor, texts);
        name = DoubledKind().Replace(Doubled().Replace(name, "$1"), "$1s").Replace(" / ", "/", StringComparison.Ordinal).Replace("/ ", " ", StringComparison.Ordinal);
        name = SymbolName().Replace(name, m => m.Value.Replace('_', ' '));
        name = string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (OrdinaryStart().IsMatch(name))
            name = char.ToUpperInvariant(name[0]) + name[1..];
        if (name.Length > LongestName || Unprintable().IsMatch(name))
            return null;
        if (parts.Count == 0 && vendor is not null)
            parts.AddRange(texts.SelectMany(PartNumbers.Find).Where(p => VendorNames.OfPart(p) == vendor && !SourceFile().IsMatch(p)).Distinct(StringComparer.OrdinalIgnoreCase).Take(4));
        if (parts.Count == 0 || phrase.Category == HardwareCategory.SystemsAndProcessors)
            parts.AddRange(PhraseRules.Said(evidence.Help).Take(2).SelectMany(PartNumbers.Find).Where(IsTelling).Except(parts, StringComparer.OrdinalIgnoreCase).Take(4));
        foreach (Match model in NumberAfterName().Matches(phrase.Text))
            parts.Add(model.Groups[1].Value + model.Groups[2].Value);
        AddRelatives(parts, [.. texts, evidence.Help.Length > 800 ? evidence.Help[..800] : evidence.Help]);
        parts.AddRange((evidence.Symbol ?? "").Split('_').Where(p => evidence.IsNewSymbol && IsTelling(p) && char.IsAsciiLetter(p[0]) && PartNumbers.IsPart(p) && !parts.Exists(q => q.Replace("-", "", StringComparison.Ordinal).Equals(p, StringComparison.OrdinalIgnoreCase))));
        if (parts.Count == 0)
            parts.AddRange(PartNumbers.Find(DeviceJudge.FirstSentence(evidence.Help)).Where(IsTelling).Take(4));
        if (vendor is not null && phrase.Parts.Count == 0)
            parts.AddRange(ModelsElsewhere(phrases, vendor).Except(parts, StringComparer.OrdinalIgnoreCase));
        if (phrase.Proper.Length > 0 && !parts.Contains(phrase.Proper, StringComparer.OrdinalIgnoreCase) && phrase.Parts.Count == 0)
            parts.Insert(0, phrase.Proper);
        return new DeviceName(name, PhraseVendor.Printed(name, vendor), parts, phrase.Kind, Category(phrase, place));
    }

    /// <summary>A phrase with the kind of its place, where it has none or but the end of it ("radio controllers" of UWB). An acronym that it has already is not said again.</summary>
    private static DevicePhrase WithKindOf(HardwarePlace? place, DevicePhrase phrase)
    {
        if (place is null || !phrase.Text.EndsWith(phrase.Kind, StringComparison.Ordinal))
            return phrase;
        var space = place.Kind.IndexOf(' ', StringComparison.Ordinal);
        var isHeld = space > 0 && phrase.Text.Split(' ', '/', '-').Contains(place.Kind[..space], StringComparer.OrdinalIgnoreCase);
        if (phrase.Kind == GenericKind && place.IsStrong)
        {
            var kind = isHeld ? place.Kind[(space + 1)..] : place.Kind;
            var name = phrase.Text[..^phrase.Kind.Length].TrimEnd();
            // "ZTE AC8710 USB modem" before "modems"
            if (name.LastIndexOf(' ') is > 0 and var last && name.Length - last > 4 && kind.StartsWith(name[(last + 1)..], StringComparison.OrdinalIgnoreCase))
                name = name[..last];
            return phrase with { Text = $"{name} {kind}", Kind = kind };
        }
        var isEnd = !isHeld && space > 0 && place.Kind.IndexOf(' ', space + 1) > 0
            && phrase.Text.EndsWith(place.Kind[space..], StringComparison.Ordinal) && place.Kind.EndsWith(phrase.Kind, StringComparison.Ordinal);
        return isEnd ? phrase with { Text = $"{phrase.Text[..^(place.Kind.Length - space - 1)]}{place.Kind}", Kind = place.Kind } : phrase;
    }

    /// <summary>The bus of chips that a new driver depends on; null when on none or several.</summary>
    private static string? OnlyBus(HardwareEvidence evidence) =>
        evidence.IsNewSymbol && evidence.DependsOn.SelectMany(d => d.Split(' ', '&', '|', '(', ')')).Where(d => d is "I2C" or "SPI" or "SPI_MASTER").Distinct().ToList() is [var bus] ? bus[..3] : null;

    /// <summary>What another text about the same part calls it, where the one that names it has no word for its kind.</summary>
    private static DevicePhrase? KindElsewhere(DevicePhrase phrase, IReadOnlyList<DevicePhrase> phrases, HardwarePlace? place) =>
        phrases.FirstOrDefault(p => p.Category is not null && p.Kind != phrase.Kind && !PhraseRules.IsVagueKind(p.Kind)
                && (phrase.Kind == GenericKind ? IsOfSame(phrase, p)
                    : p.Category == place?.Category && ((phrase.Vendor is not null && p.Vendor == phrase.Vendor) || (PhraseRules.IsTellingKind(p.Kind) && IsOfSame(phrase, p)))));

    /// <summary>Whether two texts are about one part, or about one vendor's device where one of them names no part.</summary>
    private static bool IsOfSame(DevicePhrase phrase, DevicePhrase other) =>
        other.Parts.Intersect(phrase.Parts, StringComparer.OrdinalIgnoreCase).Any() || (phrase.Vendor is not null && other.Vendor == phrase.Vendor && (phrase.Parts.Count == 0 || other.Parts.Count == 0));

    /// <summary>
    /// The parts that the rest of the evidence names, where the best text has but a vendor and a kind: that would claim
    /// all that the vendor makes. None where there are many: then it is all.
    /// </summary>
    private static List<string> PartsElsewhere(HardwareEvidence evidence, IReadOnlyList<DevicePhrase> phrases, string vendor)
    {
        IEnumerable<string> said = [evidence.Prompt ?? "", evidence.Subject ?? "", Examples().Replace(DeviceJudge.FirstSentence(evidence.Help), " ")];
        var parts = said.SelectMany(PartNumbers.Find)
            .Concat(phrases.Where(p => p.Vendor == vendor || p.Vendor is null).SelectMany(p => p.Parts))
            .Where(p => IsTelling(p) && char.IsAsciiLetterUpper(p[0]) && !PhraseRules.IsSpelt(p) && (VendorNames.OfPart(p) is not { } other || other == vendor) && !p.Contains('_', StringComparison.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return parts.Count <= MostParts ? parts : [];
    }

    /// <summary>Whether a phrase has no word of a name beside its vendor and kind.</summary>
    private static bool IsBare(DevicePhrase phrase, string vendor) =>
        phrase.Text.EndsWith(phrase.Kind, StringComparison.Ordinal)
        && !WithoutVendor(phrase.Text[..^phrase.Kind.Length], vendor).Any(char.IsAsciiLetterUpper);

    private static string Listed(List<string> parts) =>
        parts.Count == 1 ? parts[0] : string.Join(", ", parts.Take(parts.Count - 1)) + " and " + parts[^1];

    private static string WithoutVendor(string text, string vendor) =>
        text.StartsWith(vendor + " ", StringComparison.OrdinalIgnoreCase) ? text[(vendor.Length + 1)..] : text;

    /// <summary>Names of models that another text has, where the one that names the device has none: "ConnectX".</summary>
    private static IEnumerable<string> ModelsElsewhere(IReadOnlyList<DevicePhrase> phrases, string vendor) =>
        phrases.Where(p => p.Vendor == vendor)
            .SelectMany(p => p.Parts.Append(p.Proper)).Where(p => p.Length > 2).Distinct(StringComparer.OrdinalIgnoreCase).Take(4);

    private static HardwareCategory Category(DevicePhrase phrase, HardwarePlace? place)
    {
        if (place is null)
            return phrase.Category ?? HardwareCategory.Miscellaneous;
        if (place.Category == HardwareCategory.Staging || place.IsStrong && !IsSpecial(phrase.Category, place.Category))
            return place.Category;
        return phrase.Category ?? place.Category;
    }

    /// <summary>Kinds that have a heading of their own wherever their driver stands.</summary>
    private static bool IsSpecial(HardwareCategory? kind, HardwareCategory place) => (kind, place) switch
    {
        (HardwareCategory.Phy, HardwareCategory.Networking or HardwareCategory.Usb) => true,
        (HardwareCategory.IndustrialIo, HardwareCategory.HardwareMonitoring) => true,
        _ => false,
    };

    /// <summary>Letters and two digits at least: no width, no count.</summary>
    private static bool IsTelling(string part) => part.Length > 3 && part.Count(char.IsAsciiDigit) > 1 && part.Any(char.IsAsciiLetter) && !SourceFile().IsMatch(part);

    /// <summary>Parts that the texts name beside the first: those that begin with the same letters.</summary>
    private static void AddRelatives(List<string> parts, IReadOnlyList<string> texts)
    {
        if (parts.Count == 0)
            return;
        var prefixes = parts.Select(PartNumbers.Prefix).Where(p => p.Length > 1).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var part in texts.SelectMany(PartNumbers.Find))
        {
            if (parts.Count < 24 && prefixes.Contains(PartNumbers.Prefix(part)) && !part.Contains('_', StringComparison.Ordinal) && !parts.Contains(part, StringComparer.OrdinalIgnoreCase) && !SourceFile().IsMatch(part))
                parts.Add(part);
        }
    }

    [GeneratedRegex(@"^[\\@]?(?:file|name|description|title|purpose|module)?\s*:?\s*(?:[\w/.-]+\.[chS]\b[\s:,-]*)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AfterFileName();

    /// <summary>An ordinary word: no part number, no name that is written so ("uConXS").</summary>
    [GeneratedRegex(@"^[a-z]+(?: |$)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OrdinaryStart();

    /// <summary>"OMAP 3430": a model whose number stands apart.</summary>
    [GeneratedRegex(@"\b([A-Z]{2,6}) (\d{3,5}[A-Z]?)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NumberAfterName();

    /// <summary>"(like the Foo 100 and Bar 200)": others' devices with the chip.</summary>
    [GeneratedRegex(@"\((?:like|such as|e\.g\.|for example|found in|as in)\b[^()]*\)|\b(?:such as|e\.g\.)[^.()]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Examples();

    [GeneratedRegex(@"\.[chko]o?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SourceFile();

    /// <summary>A prompt that gives its symbol instead of a name: "RDC_17F3101X".</summary>
    [GeneratedRegex(@"^[A-Z]+_[A-Z\d]*\d[A-Z\d]*\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SymbolName();

    [GeneratedRegex(@"\b(\w[\w-]+(?: [\w-]+)?) \1s$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DoubledKind();

    [GeneratedRegex(@"\b(\w[\w-]+) \1\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Doubled();

    [GeneratedRegex(@"\bdrivers?\b|\bsupport|\bexperimental\b|\(new\)|\w_\w+_|(?:^| )'|[<>{}=;@#]|\w\+\w+\+|\.[ch]\b|https?:|\bcopyright\b|\bfunctionality\b|\bderivate\b|\blicen[cs]e|\b(?:this|you|your|that|which|these)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Unprintable();
}
