using System.Text.RegularExpressions;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Classification;

/// <summary>What a new Kconfig symbol stands for.</summary>
internal enum DeviceVerdictKind
{
    /// <summary>A device with its driver.</summary>
    Device,

    /// <summary>A machine, board, processor or system-on-chip.</summary>
    Machine,

    /// <summary>No hardware of its own.</summary>
    NotADevice,
}

/// <summary>A verdict with its reason.</summary>
/// <param name="Kind">The verdict.</param>
/// <param name="Reason">Why, in a few words: "debug switch".</param>
internal sealed record DeviceVerdict(DeviceVerdictKind Kind, string Reason)
{
    /// <summary>No hardware of its own: what it does needs none.</summary>
    public static readonly DeviceVerdict Software = new(DeviceVerdictKind.NotADevice, "software");
}

/// <summary>Tells symbols that stand for hardware from options, infrastructure and the rest (Rules/not-devices.txt).</summary>
internal static partial class DeviceJudge
{
    private static readonly IReadOnlyList<Regex> Places;
    private static readonly IReadOnlyList<Regex> Symbols;
    private static readonly IReadOnlyList<Regex> Helpers;
    private static readonly IReadOnlyList<Regex> Never;
    private static readonly IReadOnlyList<Regex> HelpOfHelpers;
    private static readonly IReadOnlyList<Regex> Options;
    private static readonly IReadOnlyList<Regex> Software;
    private static readonly IReadOnlyList<Regex> Core;
    private static readonly IReadOnlyList<Regex> Code;

    static DeviceJudge()
    {
        var groups = RuleGroups.Read(RuleText.Load("Classification.Rules", "not-devices.txt"));
        Places = groups.Patterns("place");
        Symbols = groups.Patterns("symbol");
        Helpers = groups.Patterns("helper");
        Never = groups.Patterns("never");
        HelpOfHelpers = groups.Patterns("help");
        Options = groups.Patterns("option");
        Software = groups.Patterns("software");
        Core = groups.Patterns("core");
        Code = groups.Patterns("code");
    }

    /// <summary>Judges a new symbol.</summary>
    public static DeviceVerdict Judge(HardwareEvidence evidence)
    {
        if (evidence.Type is not (KconfigType.Bool or KconfigType.Tristate or KconfigType.Unknown))
            return No("a value");
        var path = evidence.KconfigPath ?? (evidence.NewSources is [var first, ..] ? first : evidence.OldSources is [var old, ..] ? old : "");
        if (Places.Any(p => p.IsMatch(path)))
            return No("no place of hardware");
        var symbol = evidence.Symbol ?? "";
        // A board may be called as options are: MACH_OPENRD_BASE.
        var isMachine = evidence.MachineNames.Count > 0;
        if (!isMachine && Symbols.Any(s => s.IsMatch(symbol)))
            return No("an option or helper by its name");
        var prompt = evidence.Prompt ?? "";
        var hasPart = PartNumbers.Find(prompt).Count > 0;
        var isNamed = hasPart || VendorNames.Find(prompt).Count > 0;
        if (!isMachine && !isNamed && Helpers.Any(h => h.IsMatch(symbol)))
            return No("a helper by its name");
        if (Never.Any(n => n.IsMatch(prompt)))
            return DeviceVerdict.Software;
        if (HelpOfHelpers.Any(h => h.IsMatch(FirstPart(evidence.Help))))
            return No("a helper by its help");
        var hasModule = evidence is { Type: KconfigType.Tristate, NewSources.Count: > 0, PartOf: null };
        var isOwnFile = isNamed && evidence is { NewSources.Count: > 0, PartOf: null };
        if (!hasModule && !isOwnFile && prompt.Length > 0 && Options.Any(o => o.IsMatch(prompt)))
            return No("an option");
        var says = prompt.Length > 0 ? prompt : OwnWords(evidence);
        if (!hasPart && PartNumbers.Find(says).Count == 0 && IsSoftware(says, evidence))
            return DeviceVerdict.Software;
        return path.StartsWith("arch/", StringComparison.Ordinal) ? JudgeMachine(evidence, prompt, isNamed) : JudgeDriver(evidence, prompt, hasPart, isNamed);
    }

    /// <summary>
    /// Whether words for software are meant so: a driver with PCI ids of its own is for hardware, "VMware Virtual GPU", and
    /// the core of one vendor's controllers is their driver.
    /// </summary>
    private static bool IsSoftware(string says, HardwareEvidence evidence)
    {
        var isOwn = evidence is { NewSources.Count: > 0, PartOf: null };
        if (!(isOwn && evidence.Buses.Contains(DeviceBus.Pci)) && Software.Any(s => s.IsMatch(says)))
            return true;
        return !(isOwn && (VendorNames.Find(says).Count > 0 || VendorNames.OfFamily(says) is not null)) && Core.Any(c => c.IsMatch(says));
    }

    /// <summary>Whether a description is one of software, whatever part it names.</summary>
    public static bool IsSoftware(string description) => Never.Any(n => n.IsMatch(description));

    /// <summary>Whether the title of a source tells what its code does, whatever hardware it names.</summary>
    public static bool IsCode(string title) => Code.Any(c => c.IsMatch(title));

    /// <summary>What the sources of a symbol without prompt say they are.</summary>
    private static string OwnWords(HardwareEvidence evidence) =>
        evidence.Descriptions is [var description, ..] ? description : evidence.Titles is [var title, ..] ? title : "";

    private static DeviceVerdict JudgeMachine(HardwareEvidence evidence, string prompt, bool isNamed)
    {
        if (evidence.MachineNames.Count > 0)
            return new(DeviceVerdictKind.Machine, "defines a machine");
        if (prompt.Length == 0)
        {
            return evidence is { NewSources.Count: > 0, PartOf: null } && SymbolPart(evidence.Symbol) is not null
                ? new(DeviceVerdictKind.Machine, "a processor that boards select")
                : No("a helper");
        }
        if (evidence.PartOf is not null)
            return No("part of a driver");
        if (evidence is { Type: KconfigType.Bool, NewSources.Count: 0, IsInChoice: false } && DeviceKinds.AtEnd(PhraseRules.Clean(prompt).Split(' ')) is { Kind.Category: not (null or HardwareCategory.SystemsAndProcessors) })
            return No("a function of a board");
        if (MachineSymbol().IsMatch(evidence.Symbol ?? "") && (evidence.NewSources.Count > 0 || evidence.IsInChoice || evidence.OldSources.Count > 0 || MachineWords().IsMatch(prompt + " " + evidence.Help)))
            return new(DeviceVerdictKind.Machine, "a machine by its name");
        if (MachineWords().IsMatch(prompt) || (FirstSentence(evidence.Help) is var first && MachineWords().IsMatch(first) && SaysMachine().IsMatch(first)))
            return new(DeviceVerdictKind.Machine, "says so");
        if (evidence.NewSources.Any(s => BoardSource().IsMatch(s)))
            return new(DeviceVerdictKind.Machine, "a board's source");
        if (evidence.NewSources.Count > 0 && evidence.Type == KconfigType.Tristate)
            return new(DeviceVerdictKind.Device, "a driver");
        return evidence.NewSources.Count > 0 && isNamed
            ? new(DeviceVerdictKind.Device, "a driver")
            : No("an option of the architecture");
    }

    private static DeviceVerdict JudgeDriver(HardwareEvidence evidence, string prompt, bool hasPart, bool isNamed)
    {
        if (evidence.NewSources.Count > 0)
        {
            if (evidence.PartOf is not null)
                return isNamed || IsCalledAfterSource(prompt, evidence.NewSources) ? new(DeviceVerdictKind.Device, "a device of a larger driver") : No("part of a driver");
            if (prompt.Length > 0)
                return new(DeviceVerdictKind.Device, "a driver");
            var texts = evidence.Descriptions.Concat(evidence.Titles).Append(Path.GetFileNameWithoutExtension(evidence.NewSources[0]));
            var place = DeviceNamer.Place(evidence);
            return evidence.Type == KconfigType.Tristate && texts.Any(t => PartNumbers.Find(t).Count > 0 || DevicePhrase.Read(t, place) is { Vendor: not null })
                ? new(DeviceVerdictKind.Device, "a driver that others select")
                : No("a helper");
        }
        if (prompt.Length == 0)
            return No("a helper");
        if (evidence.HasOwnIds)
            return new(DeviceVerdictKind.Device, "a device of a larger driver");
        // One of a choice, for instance of USB device controllers: the module is that of a symbol that follows it.
        if (evidence.IsInChoice && isNamed)
            return new(DeviceVerdictKind.Device, "one of a choice");
        // Without sources of its own it is an option of a driver, unless it names a part that its driver does not.
        return evidence is { OldSources.Count: 0, Type: KconfigType.Tristate } && hasPart ? new(DeviceVerdictKind.Device, "a driver") : No("an option of a driver");
    }

    /// <summary>Whether a prompt begins with a name that no rule knows, and a source is called by it: "Sentelic Finger Sensing Pad", sentelic.c.</summary>
    private static bool IsCalledAfterSource(string prompt, IReadOnlyList<string> sources)
    {
        var name = prompt.Split(' ')[0];
        return Name().IsMatch(name) && !PhraseRules.IsSpelt(name) && !PhraseRules.IsBus(name) && !DeviceKinds.IsKindWord(name)
            && sources.Any(s => Path.GetFileNameWithoutExtension(s).Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The part number in the name of a processor's symbol: of CPU_S3C6410 its end.</summary>
    public static string? SymbolPart(string? symbol) =>
        symbol is not null && ProcessorSymbol().Match(symbol) is { Success: true } match && PartNumbers.IsPart(match.Groups[1].Value) ? match.Groups[1].Value : null;

    private static DeviceVerdict No(string reason) => new(DeviceVerdictKind.NotADevice, reason);

    /// <summary>The first sentence of a help text.</summary>
    public static string FirstSentence(string help)
    {
        var end = help.IndexOf(". ", StringComparison.Ordinal);
        return end > 0 ? help[..end] : help.Length > 300 ? help[..300] : help;
    }

    private static string FirstPart(string help) => help.Length > 600 ? help[..600] : help;

    [GeneratedRegex(@"^[A-Z][a-z]{4,}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:CPU|SOC|ARCH|CPU_SUBTYPE)_([A-Z]{1,5}\d{2,6}[A-Z]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex ProcessorSymbol();

    [GeneratedRegex(@"^(?:MACH|ARCH|BOARD|SOC|CPU_SUBTYPE|CPU_TYPE|CPU|BFIN\d+|SH|XTENSA_VARIANT|XTENSA_PLATFORM|MIPS|PPC|PLATFORM|CPU_BF|SGI|SNI|TOSHIBA|NEC|PNX|NXP|LEMOTE|CAVIUM|MIKROTIK|PMC|SIBYTE|MODULE)_", RegexOptions.CultureInvariant)]
    private static partial Regex MachineSymbol();

    [GeneratedRegex(@"\b(?:boards?|platforms?|machines?|systems?|processors?|cpus?|socs?|evaluation|development|reference|baseboard|evb|evk|sbc|computers?|servers?|routers?|nas|pda|handheld|phones?|smartphone|laptops?|core module|mainboard|workstations?)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex MachineWords();

    [GeneratedRegex(@"^(?:this (?:option )?(?:enables|selects|supports|adds|variant)|enables? support|select|say y|include|support for|core support|if you (?:have|are))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SaysMachine();

    [GeneratedRegex(@"^arch/[^/]+/(?:mach-|plat-|boards/|platforms/)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BoardSource();
}
