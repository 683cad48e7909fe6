using System.Text.RegularExpressions;

namespace KernelTracker.Ingest.Classification;

/// <summary>Tells part numbers and models from other words.</summary>
internal static partial class PartNumbers
{
    /// <summary>The part numbers of a text in order, each once; those of a list ("DA9030/DA9034") one by one.</summary>
    public static IReadOnlyList<string> Find(string text)
    {
        var parts = new List<string>();
        foreach (Match token in Token().Matches(text))
        {
            if (NotAPart().IsMatch(token.Value))
                continue;
            foreach (var piece in token.Value.Split(['/', '+', '|'], StringSplitOptions.RemoveEmptyEntries))
            {
                var part = piece.Trim('-', '.', '\'', '_');
                if (IsPart(part) && !parts.Contains(part, StringComparer.OrdinalIgnoreCase))
                    parts.Add(part);
            }
        }
        return parts;
    }

    /// <summary>Whether a word is a part number: letters and a digit, or a number of four digits and more.</summary>
    public static bool IsPart(string word)
    {
        if (word.Length is < 3 or > 30 || NotAPart().IsMatch(word))
            return false;
        var digits = word.Count(char.IsAsciiDigit);
        if (digits == 0)
            return false;
        return word.Any(char.IsAsciiLetter) ? true : digits >= 3;
    }

    /// <summary>Whether a word is a speed, "10Gbps" or "1000M": it names no model.</summary>
    public static bool IsSpeed(string word) => Speed().IsMatch(word);

    /// <summary>A part number in capitals, but for an "x" that stands for a digit: "xc3028" is XC3028, "s3c64xx" S3C64xx.</summary>
    public static string Capital(string part) =>
        string.Concat(part.Select((c, i) => c == 'x' && i > 0 && (char.IsAsciiDigit(part[i - 1]) || part[i - 1] == 'x') ? c : char.ToUpperInvariant(c)));

    /// <summary>The letters that a part number begins with.</summary>
    public static string Prefix(string part)
    {
        var end = 0;
        while (end < part.Length && char.IsAsciiLetter(part[end]))
            end++;
        return part[..end];
    }

    [GeneratedRegex(@"^\d+(?:[./]\d+)*(?:[gmk]b?(?:it|ps|/s|e)?|bit)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Speed();

    [GeneratedRegex(@"[A-Za-z0-9][A-Za-z0-9_.+/|'-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    /// <summary>Standards, buses, units, widths and counts.</summary>
    [GeneratedRegex(
        @"^(?:i2[cs]|iic|usb[-.\d]*|usb-?[123](?:\.\d)?|pci(?:e|-?x)?\d?|802[.\d]*\w*|ieee-?[\d.]+\w*|\d+/\d+(?:/\d+)*\w*|\d+(?:\.\d+)?-?(?:bits?|pin|port|ports|ch|channels?|way|wires?|axis|in-\d|lane|color|colour|key|segment|phase|point|inch|wire|bit\w*|cell|st|nd|rd|th)|\d+(?:\.\d+)?(?:[gmk]?b(?:it|ps|/s)?|g|gbe?|gb|mb|kb|[gmk]?hz|x|v|ma|mv|k|d|khz|mhz|ghz|mm|gb/s)|x86(?:[-_]\d+)?|ac'?97|v4l2?|mpeg-?\d?\w*|h\.?26\d|rs-?\d{3}|ps/?[23]|1-wire|w1|armv\d\w*|v\d+(?:\.\d+)*|rev\.?\w|r\d|cp\d|utf-?8|md5|sha-?\d+|aes-?\d*|rfc\d+|cat\d|m\.2|3d|2d|e1|t1|s2|dvb-?[sctbh]+2?|gen\d|ddr\d?|l[123]|mp3|id3|\d\dx\d\d|\d{2,4}x\d{2,4}|a2dp|3g|4g|lp64|sata-?\d?|adsl2\+?|rgb\d*|yuv\d*|vlan\d?|ipv?[46]|ap\d|8b/10b|cdc\d|s/pdif|base-?t|\d+base\w*|(?:19|20)\d\d|r\d{1,2}|[a-z]?\d[a-z]?|qam\d+|8psk|8vsb|vsb\d?|dual\d|fe80|x25|x\.25|linux-?2\.\d+|2\.[46]\S*|i82\d|v2x|win\d+|mac80211|cfg80211|nl80211|ieee80211|lib80211|\d+gig(?:abit|e)?|pg\d+|[\w-]+\.[chs])$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NotAPart();
}
