using System.Text.RegularExpressions;

namespace KernelTracker.Ingest.Classification;

/// <summary>A device that the subject of a changeset says it adds to an existing driver.</summary>
/// <param name="Text">The words that name it: "Hauppauge WinTV HVR-900H".</param>
internal sealed partial record SubjectDevice(string Text)
{
    /// <summary>Reads a subject; null when it does not clearly add a device.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="ids">What the sources call the ids that come with it; with some, more subjects are clear.</param>
    public static SubjectDevice? Read(string subject, IReadOnlyList<string>? ids = null)
    {
        if (subject.Length is < 8 or > 200 || NoAddition().IsMatch(subject))
            return null;
        var rest = WithoutPrefixes(subject);
        // An id that a laptop's sound gets is for its codec's pins; what a board's tables get may be anything on it.
        var hasIds = ids is { Count: > 0 } && !HdAudio().IsMatch(subject) && !OfMachines().IsMatch(subject);
        var isLoose = false;
        var match = AddSupportFor().Match(rest);
        if (!match.Success && hasIds)
        {
            match = AddAnySupportFor().Match(rest);
            isLoose = match.Success;
        }
        if (!match.Success)
            match = AddXSupport().Match(rest);
        if (!match.Success)
            match = NewDriver().Match(rest);
        // Most subjects begin otherwise, and nothing more is asked of them.
        var isCard = match.Success ? CardEnd().IsMatch(rest) && !OfMachines().IsMatch(subject) : rest.StartsWith("add", StringComparison.OrdinalIgnoreCase);
        if (!match.Success && isCard)
            match = AddCard().Match(rest);
        if (!match.Success && hasIds)
            (match, isLoose) = (WithIds(rest), true);
        if (!match.Success)
            return null;
        var text = Remark().Replace(match.Groups["what"].Value, "").Trim(' ', '.', ',', ':');
        if (match.Groups["kind"] is { Success: true } kind)
            text = $"{text} {kind.Value}";
        if (NoDevice().IsMatch(text))
            return null;
        var clean = WithoutTail(PhraseRules.Clean(WithoutTail(text)));
        if (NoName().IsMatch(clean))
            return null;
        if (BasedOn().IsMatch(clean))
            return null;
        if (Within().IsMatch(text) || clean.Contains('_', StringComparison.Ordinal) || NoDevice().IsMatch(clean))
            return null;
        if (OfMachines().IsMatch(subject) && FunctionOfAMachine().IsMatch(text))
            return null;
        if (HdAudio().IsMatch(subject) && !clean.Contains("codec", StringComparison.OrdinalIgnoreCase) && !PartNumbers.Find(clean).Any(p => VendorNames.OfPart(p) is not null))
            return null;
        var isNamed = PartNumbers.Find(clean).Any(IsTelling) || (Board().IsMatch(clean) && Capital().IsMatch(clean)) || (hasIds && IsNumberOf(clean, ids!)) || ((hasIds || isCard) && HasProperName(clean))
            || (!isLoose && ((VendorNames.Find(clean) is [var mention, ..] && mention.Length < clean.Length) || VendorNames.OfFamily(clean.Split(' ')[0]) is not null) && clean.Contains(' ', StringComparison.Ordinal));
        return isNamed && clean.Length < 90 ? new SubjectDevice(clean) : null;
    }

    /// <summary>The ways to say so that stand for much else where no id comes along.</summary>
    private static Match WithIds(string rest)
    {
        var match = IdsFor().Match(rest);
        if (!match.Success)
            match = OnlySupport().Match(rest);
        return match.Success ? match : AddAny().Match(rest);
    }

    /// <summary>Whether a number alone is that of a new id: 82580 of E1000_DEV_ID_82580_COPPER.</summary>
    private static bool IsNumberOf(string text, IReadOnlyList<string> ids) =>
        PartNumbers.Find(text).Any(p => p.Length > 3 && p.All(char.IsAsciiDigit) && ids.Any(i => i.Contains(p, StringComparison.Ordinal)));

    /// <summary>Words of a name beside a vendor and what says what it is: "Pinnacle USB" has none, "Reddo DVB-C USB TV" has one, and "Magic-Pro ProHDTV Extreme 2" three.</summary>
    private static bool HasProperName(string text)
    {
        var vendor = VendorNames.Find(text) is [{ Start: 0 } first, ..] ? first.End : 0;
        var words = text[vendor..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var names = words.Count(w => w.Length > 2 && char.IsAsciiLetterUpper(w[0]) && !w.Split('/').All(p => PhraseRules.IsSpelt(p) || DeviceKinds.IsKindWord(p) || PhraseRules.IsBus(p)));
        return names > (vendor > 0 || words.Length > 2 ? 0 : 1);
    }

    /// <summary>Without the driver that something is added to, and without the words for its ids.</summary>
    private static string WithoutTail(string text)
    {
        text = Braces().Replace(Openings().Replace(text, ""), m => string.Join(", ", m.Groups["end"].Value.Split(',', StringSplitOptions.TrimEntries).Select(e => m.Groups["stem"].Value + e)));
        for (var match = Tail().Match(text); match is { Success: true, Index: > 2 }; match = Tail().Match(text))
            text = text[..match.Index].TrimEnd(' ', ',', '.', ':');
        return text;
    }

    /// <summary>A number alone, "11h" or "8xx" could be anything.</summary>
    private static bool IsTelling(string part) => part.Count(char.IsAsciiDigit) > 1 && part.Any(char.IsAsciiLetter) && part.Length > 3 && !HexNumber().IsMatch(part);

    private static string WithoutPrefixes(string subject)
    {
        var rest = subject.TrimStart();
        for (var i = 0; i < 6; i++)
        {
            if (Bracket().Match(rest) is { Success: true } bracket)
                rest = rest[bracket.Length..];
            else if (Colon().Match(rest) is { Success: true } colon && !Verb().IsMatch(colon.Value))
                rest = rest[colon.Length..];
            else
                break;
        }
        return rest;
    }

    [GeneratedRegex(@"^\[[^\]]{1,60}\]\s*[:-]?\s*(?:\d+/\d+:?\s*)?|^\([\w ,/-]{1,40}\)\s*:?\s*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^[^:]{1,45}:\s+|^\d+/\d+:\s*|^hda\s+-\s+|^[a-z0-9_]+ - ", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Colon();

    [GeneratedRegex(@"^(?:add|new|support|driver|initial|basic)\w* ", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Verb();

    [GeneratedRegex(@"^(?:add(?:s|ed|ing)? [\w-]{2,20} and )?(?:(?:add(?:s|ed|ing)?|introduce|initial|basic|minimal|preliminary|provide|implement|enable|new|include|first)\s+)*(?:(?:an?|the|new|initial|basic|minimal|preliminary|base|core|device|board|machine|platform|driver|hardware|init|pci|usb|id|ids|cpu|soc)\s+)*support(?:s|ed)?\s+(?:for\s+|of\s+)?(?:the\s+|an?\s+|new\s+|another\s+|additional\s+|more\s+|other\s+|some\s+)*(?<what>.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AddSupportFor();

    [GeneratedRegex(@"^(?:add(?:s|ed|ing)?|introduce|new|initial|basic)\s+(?:(?:an?|the|new|another|initial|basic|minimal|base|preliminary|missing|more|some|additional)\s+)*(?<what>.+?)\s+(?:(?:board|machine|platform|device|chip|codec|card|driver|basic|initial|core|hardware|init|base|pci|usb|product|vendor|vendor and product|vendor/product|sub-?vendor|subsystem|soc|cpu|processor|model|adapter|phone|modem|camera|webcam)?\s*(?:support|ids?|id's|drivers?|device ids?|definitions?|entry)|board|machine|chips?|chipsets?|(?<kind>codecs?|modems?|cameras?|webcams?|tuners?)|dongles?|sticks?|boxe?s?|cards?|adapters?|SoC|processors?|variant)(?:\s+\([\w -]{2,30}\))?(?:\s+(?:to|for|in|into|from|of)\b.*)?\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AddXSupport();

    [GeneratedRegex(@"^(?:(?:add(?:s|ed)?|introduce|new|initial|a|an|the|merge|import)\s+)+(?:[\w/-]+\s+){0,3}?drivers?\s+for\s+(?:the\s+|an?\s+)?(?<what>.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NewDriver();

    [GeneratedRegex(@"\b(?:cards?|sticks?|boxe?s?|dongles?|receivers?|tuners?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex CardEnd();

    [GeneratedRegex(@"^add(?:s|ed|ing)?\s+(?:(?:an?|the|new|another)\s+)*(?:card|board|device|model|tuner|stick)\s+(?<what>.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AddCard();

    [GeneratedRegex(@"^(?:add(?:s|ed|ing)?|new)\s+(?:[\w-]+\s+){0,3}?(?:ids?|id's)\s+(?:for|of)\s+(?:the\s+|an?\s+|new\s+)*(?<what>.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex IdsFor();

    [GeneratedRegex(@"^(?:add(?:s|ed|ing)?|enable|initial)\s+(?:[\w-]+\s+){1,3}support\s+for\s+(?:the\s+|an?\s+|new\s+)*(?<what>.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AddAnySupportFor();

    [GeneratedRegex(@"^(?:new\s+devices?\s+)?(?<what>\S.*?)\s+support(?:\s+is)?(?:\s+added)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OnlySupport();

    [GeneratedRegex(@"^(?:add(?:s|ed|ing)?|enable)\s+(?:(?:an?|the|new|another|card|board|device|model|dongle|adapter)\s+)*(?<what>.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AddAny();

    /// <summary>Remarks on the driver and the ids: "(version 2)", "VID/PID", "PCI ID 0x6764".</summary>
    [GeneratedRegex(@"\s*\((?:version |v)\d[\w.]*\)|\s+(?:VID/PID|[VP]IDs?(?: range)?|(?:PCI|USB)[- ]?IDs?(?: 0x\w+)?|device (?:ID )?0x\w+)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Remark();

    /// <summary>Fixes, removals, updates: nothing new.</summary>
    [GeneratedRegex(@"\b(?:fix(?:es|ed|ing)?|remove[sd]?|revert|drop|clean ?up|rename|update|typo|correct|workaround|work around|prevent|avoid|make|convert|move|use|defconfig|documentation|comment|missing include|regression|warning|error|bug|quirk|blacklist|whitelist|debug)\b|\b(?:more|another (?:usb |pci )?(?:device )?id|additional (?:usb |pci )?(?:device )?ids?)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NoAddition();

    /// <summary>Features, interfaces and properties that are added to a driver or machine.</summary>
    [GeneratedRegex(@"^(?:for |to |multiple|different|various|changing|setting|getting|reading|writing|using|handling|booting|enabling|disabling|loading|more than|both|all|any|other|optional|external|dynamic|per-|\d{1,3} )|\b(?:ethtool|multi-?queue|napi|lro|gro|tso|msi(?:-x)?$|wake|wol|wakeup|suspend|resume|power management|runtime pm|cpuidle|cpufreq|hibernat\w+|sysfs|debugfs|procfs|ioctls?|netpoll|vlan|checksum|offload\w*|autosuspend|dma support|dma mode|interrupts?|irqs?|firmwares?|conjunction|rev(?:ision)?s?\b|mode|modes|format|formats|parameters?|options?|attributes?|events?|leds?$|buttons?$|jack|mixer|controls?|gpiolib|mute|volume|capture$|playback|headphones?|microphone|mic$|kgdb|kexec|kprobes?|ftrace|lockdep|statistics|counters?|hotplug|clk|clocks?$|clock api|plls?$|pinmux|pin mux|mux|iommu|smp|thumb|dts|device tree|devicetree|bindings?|platform data|platform device|kconfig|makefile|config|helpers?|functions?|callbacks?|hooks?|api|flags?|fields?|registers?|macros?|structures?|infrastructure|framework|compat\w*|syscalls?|feature|features|endian\w*|workaround|quirks?|errata|module|packets?|frames?|queues?|buffers?|encryption|crypto|wep|wpa|ap mode|ibss|mesh|ht40|802\.11\w|regulatory|rfkill|power off|reset|reboot|restart|timeouts?|memory|cache|tlb|pages?|numa|bit|bits|width|speed|speeds|rates?|sampling|channels?|streams?|endpoints?|descriptors?|transfers?|commands?|code|messages?|requests?|ops|operations?|version|protocols?|extensions?|emulation|virtuali[sz]ation|guest|hypervisor|kvm|xen|namespaces?|tests?|profil\w+|oprofile|perf|detection|opregion|offsets?|switch(?:es)?|inv|widgets?|resource|machine check|tpm|architectures?$)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NoDevice();

    [GeneratedRegex(@"\b(?:boards?|platforms?|machines?|systems?|processors?|socs?|phones?|laptops?|cameras?|webcams?|modems?|cards?|tuners?|keyboards?|mouse|tablets?)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Board();

    /// <summary>Something within, on or for something else: a feature of it.</summary>
    [GeneratedRegex(@"\s(?:on|in|of|via|through|when|where|while|without|instead|before|after)\s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Within();

    [GeneratedRegex(@"^\[?(?:arm|powerpc|mips|sh|avr32|blackfin|m68k|m68knommu|cris|x86|sparc\d*|parisc|xtensa|omap\w*|davinci|pxa|s3c\w*|at91\w*|orion\w*|kirkwood|mx\d|realview|ep93xx|ixp4xx)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfMachines();

    /// <summary>What a machine has on board, when the subject is about machines.</summary>
    [GeneratedRegex(@"\b(?:backlight|ir|remote|audio|i2s|ac97|nand|onenand|nor|flash|rtc|watchdog|ethernet|usb|usb host|mmc|sdhci|sdhci setup|i2c|spi|uart|scif|gpio|gpio debounce|dma|lcd|video|framebuffer|touchscreen|keypad|serial|pcmcia|compact ?flash|ide|pata|sata|radio|camera|pwm|adc|power)$|^(?:lcd|usb|nand|mmc|gpio|i2c|spi|uart|dma|rtc|audio|ethernet|flash|camera)\b|\(lcd", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex FunctionOfAMachine();

    [GeneratedRegex(@"\bhda\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HdAudio();

    [GeneratedRegex(@"^(?:tuner-|(?:yet another|another|triple|card|cards|device|devices|chip|new|drm|ids? for|device ids? for|two|three|four|several|model|for)\s+)+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Openings();

    [GeneratedRegex(@"(?:\s+to\s+(?:the\s+)?[\w./-]+(?:\s+[\w/-]+){0,3}|\s+(?:support for .*|(?:product|device|vendor|usb|pci)?\s*ids?|variants?|entry|entries|parts?|hw|server|drm|lcd resource|remotes?|reference design|only\)?|\([^()]*variant[^()]*\)|support))$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Tail();

    /// <summary>A list as shells write it: "LAN921{5,7,8}".</summary>
    [GeneratedRegex(@"(?<stem>\w{2,20})\{(?<end>\w{1,8}(?:, ?\w{1,8}){1,12})\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Braces();

    /// <summary>Bare ids, pixel formats, modulations and interfaces are no names of devices; nor is what begins with an ordinary word.</summary>
    [GeneratedRegex(@"^(?:[0-9a-fA-F]{4}:[0-9a-fA-F]{4}|#|IDs? |[^,]*, (?:add|enable|remove) |(?:NV\d\d|RGB\w*|YUV\w*|QAM\S*|VRM\d*|GPCS|SGMII|RGMII|\d+Base\S*|[a-z]+(?:[\s(]|$)|[\d.]{1,3}\s|VT-x|DAPM))", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NoName();

    /// <summary>Whatever is based on a chip: no device by name.</summary>
    [GeneratedRegex(@"^[\w/.-]+[ -]based(?: (?:boards?|cards?|devices?|designs?|adapters?|products?))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex BasedOn();

    [GeneratedRegex(@"^0x|^[0-9a-f]{4}:[0-9a-f]{4}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HexNumber();

    [GeneratedRegex(@"\b[A-Z]\w", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Capital();
}
