using System.Text.RegularExpressions;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Classification;

namespace KernelTracker.Ingest.Verification;

/// <summary>A record of the database as the comparison needs it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Parts">The part numbers.</param>
/// <param name="Category">Where it is listed.</param>
internal sealed record RecalledRecord(string Name, IReadOnlyList<string> Parts, HardwareCategory Category);

/// <summary>What became of a device that an editor named.</summary>
/// <param name="Device">The device.</param>
/// <param name="Record">A record that names it, in a fitting category if there is one; null when there is none.</param>
/// <param name="Fits">Whether that record's category fits.</param>
internal sealed record RecallVerdict(EditorsDevice Device, RecalledRecord? Record, bool Fits);

/// <summary>
/// Looks an editor's devices up among our records: found when a record of the release has one of its part numbers or
/// half of its telling words.
/// </summary>
internal static partial class HardwareRecall
{
    /// <summary>Words that many devices share: they tell no device from another.</summary>
    private static readonly HashSet<string> CommonWords =
    [
        .. """
           a the of for and or in on with to by via from as is seen based various several numerous variety wide generic new needed support also added without help other
           device devices chip chips chipset chipsets board boards card cards controller controllers adapter adapters interface interfaces driver drivers unit units
           module modules system systems processor processors soc socs platform platforms family series circuit circuits hardware embedded integrated onboard
           core set ic ics port ports bus audio video usb pci network networking ethernet wireless codec codecs graphics digital phones
           """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    private static readonly (string Words, HardwareCategory[] Categories)[] ByWord =
    [
        ("codec audio sound hdmi midi blaster", [HardwareCategory.Audio]),
        ("watchdog", [HardwareCategory.Watchdog]),
        ("rtc real-time realtime timekeeper", [HardwareCategory.RealTimeClocks]),
        ("tuner demodulator camera video dvb dvb-t dvb-s2 receiver isdb-t radio fm frontend sec", [HardwareCategory.Media]),
        ("ethernet network wireless wifi wlan can 10gbe adsl2+ nic", [HardwareCategory.Networking, HardwareCategory.Phy]),
        ("phy transceiver", [HardwareCategory.Phy, HardwareCategory.Usb]),
        ("nand onenand flash reader ata scsi iscsi raid ide mmc disk storage sd", [HardwareCategory.BlockAndStorage]),
        ("touchscreen touchpad touch keypad key mice mouse trackball button rotary transmitter tablet haptic remote joystick keyboard", [HardwareCategory.HumanInput, HardwareCategory.Media]),
        ("led backlight", [HardwareCategory.LedsAndBacklight, HardwareCategory.HumanInput]),
        ("framebuffer graphic display lcd", [HardwareCategory.Graphics, HardwareCategory.LedsAndBacklight]),
        ("gpio pin expander", [HardwareCategory.GpioAndPins]),
        ("regulator", [HardwareCategory.Regulators]),
        ("clock", [HardwareCategory.Clock, HardwareCategory.RealTimeClocks]),
        ("uart serial", [HardwareCategory.Serial, HardwareCategory.Usb]),
        ("usb otg gadget peripheral spectrometer", [HardwareCategory.Usb, HardwareCategory.Phy]),
        ("i2c spi smbus", [HardwareCategory.I2cAndSpi]),
        ("dma memory sdram edac", [HardwareCategory.DmaAndMemory]),
        ("random crypto cryptographic", [HardwareCategory.Crypto]),
        ("battery charger fuel gauge", [HardwareCategory.PowerSupply]),
        ("temperature monitoring hwmon sensor swap", [HardwareCategory.HardwareMonitoring, HardwareCategory.IndustrialIo]),
        ("multifunction pmic power-management asic mixed microcontroller core", [HardwareCategory.Multifunction, HardwareCategory.Regulators]),
        ("board processor soc cpu platform system computer smartphone phone", [HardwareCategory.SystemsAndProcessors, HardwareCategory.HumanInput]),
        ("accelerometer converter gyro light", [HardwareCategory.IndustrialIo, HardwareCategory.HardwareMonitoring]),
        ("pci pcie bridge", [HardwareCategory.PciAndBuses, HardwareCategory.Miscellaneous]),
    ];

    private static readonly (string Heading, HardwareCategory[] Categories)[] ByHeading =
    [
        ("Sound", [HardwareCategory.Audio]),
        ("Audio", [HardwareCategory.Audio]),
        ("Video", [HardwareCategory.Media, HardwareCategory.Graphics]),
        ("Graphics", [HardwareCategory.Graphics, HardwareCategory.LedsAndBacklight]),
        ("Network", [HardwareCategory.Networking, HardwareCategory.Phy]),
        ("Input", [HardwareCategory.HumanInput]),
        ("Human", [HardwareCategory.HumanInput]),
        ("Block", [HardwareCategory.BlockAndStorage]),
        ("Staging", [HardwareCategory.Staging]),
        ("Regulators", [HardwareCategory.Regulators, HardwareCategory.Multifunction]),
        ("USB", [HardwareCategory.Usb, HardwareCategory.Phy]),
        ("Watchdog", [HardwareCategory.Watchdog]),
        ("Architectures", [HardwareCategory.SystemsAndProcessors, HardwareCategory.DmaAndMemory]),
        ("Processors", [HardwareCategory.SystemsAndProcessors, HardwareCategory.DmaAndMemory]),
        ("Systems", [HardwareCategory.SystemsAndProcessors]),
    ];

    /// <summary>Looks up one device among the records of its release.</summary>
    public static RecallVerdict Look(EditorsDevice device, IReadOnlyList<RecalledRecord> records)
    {
        var found = records.Where(r => Names(r, device.Device)).ToList();
        var fitting = found.Find(r => Fits(device, r.Category));
        return new RecallVerdict(device, fitting ?? (found.Count > 0 ? found[0] : null), fitting is not null);
    }

    /// <summary>Whether a category is one under which an editor's device may stand: by the heading, or by its own words under a broad one.</summary>
    public static bool Fits(EditorsDevice device, HardwareCategory category)
    {
        foreach (var (heading, categories) in ByHeading)
        {
            if (device.Heading.StartsWith(heading, StringComparison.OrdinalIgnoreCase))
                return categories.Contains(category);
        }
        var words = Words(device.Device).ToHashSet();
        var expected = ByWord.Where(b => b.Words.Split(' ').Any(words.Contains)).SelectMany(b => b.Categories).ToHashSet();
        return expected.Count == 0 || expected.Contains(category);
    }

    private static bool Names(RecalledRecord record, string device)
    {
        var parts = Parts(device).ToList();
        var tokens = Word().Matches(record.Name).Select(m => m.Value).Concat(record.Parts).ToList();
        var whole = Bare(record.Name);
        if (parts.Any(p => whole.Contains(Bare(p), StringComparison.Ordinal) || tokens.SelectMany(Pieces).Any(t => SamePart(p, t))))
            return true;
        var wanted = Telling(WithoutVendors(device));
        if (wanted.Count == 0 && parts.Count == 0)
            wanted = Telling(device);
        var have = Words(record.Name).Concat(record.Parts.SelectMany(Words)).ToHashSet();
        // What stands in brackets may be a name or an explanation.
        return IsHalf(wanted) || IsHalf(Telling(WithoutVendors(Brackets().Replace(device, " "))));

        bool IsHalf(List<string> words) =>
            words.Count > 0 && words.Count(w => have.Contains(w) || (Bare(w) is { Length: > 3 } bare && whole.Contains(bare, StringComparison.Ordinal))) * 2 >= words.Count;
    }

    private static IEnumerable<string> Words(string text) =>
        Word().Matches(text).SelectMany(m => Pieces(m.Value)).SelectMany(p => p.Split('-', StringSplitOptions.RemoveEmptyEntries)).Select(Singular);

    private static List<string> Telling(string text) =>
        [.. Words(text).Where(w => !CommonWords.Contains(w) && w.Length > 1 && w.Any(char.IsAsciiLetter) && !NoPart().IsMatch(w)).Distinct()];

    /// <summary>The text without its vendors: one vendor's devices are not told apart by its name.</summary>
    private static string WithoutVendors(string text)
    {
        foreach (var mention in VendorNames.Find(text).Reverse())
            text = string.Concat(text.AsSpan(0, mention.Start), text.AsSpan(mention.End));
        return text;
    }

    /// <summary>Tokens with a digit and a letter, or a number of three digits or more: "DA9030", "20K1", "6000"; not "10Gb" and "I2C".</summary>
    private static IEnumerable<string> Parts(string text) =>
        Word().Matches(text).SelectMany(m => Pieces(m.Value)).Where(t =>
            t.Length >= 3 && !NoPart().IsMatch(t) && (t.Any(char.IsAsciiDigit) || WildPart().IsMatch(t)));

    private static IEnumerable<string> Pieces(string token) =>
        token.Split(['/', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Select(p => p.EndsWith("-based", StringComparison.OrdinalIgnoreCase) ? p[..^6] : p);

    /// <summary>Equal but for case and dashes; an x stands for any character (LAN911x).</summary>
    private static bool SamePart(string left, string right)
    {
        var (a, b) = (Bare(left), Bare(right));
        if (a == b)
            return true;
        return a.Length == b.Length && a.Zip(b).All(p => p.First == p.Second || ((p.First == 'x' || p.Second == 'x') && char.IsAsciiLetterOrDigit(p.First)));
    }

    private static string Bare(string part) => string.Concat(part.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static string Singular(string word)
    {
        var lower = word.ToLowerInvariant();
        return lower.EndsWith("ies", StringComparison.Ordinal) ? lower[..^3] + "y"
            : lower.Length > 3 && lower.EndsWith('s') && !lower.EndsWith("ss", StringComparison.Ordinal) ? lower[..^1]
            : lower;
    }

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[\w+|./-]*\w\+?", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^[A-Z]{2,}x+$", RegexOptions.CultureInvariant)]
    private static partial Regex WildPart();

    [GeneratedRegex(@"^(\d+(\.\d)?(g|gb|gbe|mb|bit|m|k|x)|i2c|i2s|usb2?|usb2\.0|2\.0|10|100|8psk|\d+-\w+|\d\d?|s2|mpeg\d?|802\.11\w*|v4l2?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoPart();
}
