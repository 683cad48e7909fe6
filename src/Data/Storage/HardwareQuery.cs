using System.Globalization;
using System.Text.RegularExpressions;
using KernelTracker.Data.Hardware;
using KernelTracker.Data.Model;

namespace KernelTracker.Data.Storage;

/// <summary>A part of a hardware query; an addition must match every part.</summary>
/// <param name="Text">As typed.</param>
/// <param name="IsExcluded">Additions that match are left out.</param>
public abstract record HardwareTerm(string Text, bool IsExcluded);

/// <summary>A word, part number, name or path to look for in the index.</summary>
/// <param name="Text">As typed.</param>
/// <param name="IsExcluded">Additions that match are left out.</param>
/// <param name="Forms">Its spellings; one of them must match. Never empty.</param>
/// <param name="Patterns">Patterns with '?' for any letter or digit, when the word has wildcards ("DA903x").</param>
public sealed record HardwareWord(string Text, bool IsExcluded, IReadOnlyList<SearchTerm> Forms, IReadOnlyList<string> Patterns)
    : HardwareTerm(Text, IsExcluded);

/// <summary>A numeric device id.</summary>
/// <param name="Text">As typed.</param>
/// <param name="IsExcluded">Additions that match are left out.</param>
/// <param name="Bus">The bus; null for any.</param>
/// <param name="Vendor">Vendor.</param>
/// <param name="Device">Device.</param>
public sealed record HardwareIdTerm(string Text, bool IsExcluded, DeviceBus? Bus, int Vendor, int Device) : HardwareTerm(Text, IsExcluded);

/// <summary>A Kconfig symbol, written with CONFIG_.</summary>
/// <param name="Text">As typed.</param>
/// <param name="IsExcluded">Additions that match are left out.</param>
/// <param name="Symbol">Without CONFIG_, upper case.</param>
public sealed record HardwareSymbolTerm(string Text, bool IsExcluded, string Symbol) : HardwareTerm(Text, IsExcluded);

/// <summary>A release.</summary>
/// <param name="Text">As typed.</param>
/// <param name="IsExcluded">Additions of it are left out.</param>
/// <param name="Version">The release.</param>
public sealed record HardwareReleaseTerm(string Text, bool IsExcluded, KernelVersion Version) : HardwareTerm(Text, IsExcluded);

/// <summary>
/// What a user typed into the hardware search field: words in any order and as prefixes, <c>"a phrase"</c>, <c>-word</c>,
/// <c>8086:1533</c>, <c>usb 0bda:8179</c>, a modalias, <c>CONFIG_IGB</c>, <c>v2.6.30</c>; part numbers with x for any
/// digit. Reading never fails.
/// </summary>
public sealed partial class HardwareQuery
{
    /// <summary>What has so many characters before its first x is a part number with wildcards.</summary>
    private const int MinBeforeWildcard = 3;

    /// <summary>As many last digits of a part number may be written as x in a record.</summary>
    private const int MaxWildcardDigits = 3;

    private HardwareQuery(string text, IReadOnlyList<HardwareTerm> terms, bool isCut)
    {
        Text = text;
        Terms = terms;
        IsCut = isCut;
    }

    /// <summary>The query as typed, trimmed.</summary>
    public string Text { get; }

    /// <summary>Its parts, in the order typed.</summary>
    public IReadOnlyList<HardwareTerm> Terms { get; }

    /// <summary>The query was longer than is searched (<see cref="SearchText.MaxLength"/>, <see cref="SearchText.MaxTerms"/>).</summary>
    public bool IsCut { get; }

    /// <summary>The words.</summary>
    public IEnumerable<HardwareWord> Words => Terms.OfType<HardwareWord>();

    /// <summary>The one thing that is looked for; null when there are several.</summary>
    public HardwareTerm? Only => Terms is [{ IsExcluded: false } only] ? only : null;

    /// <summary>Reads a query; null is an empty one.</summary>
    public static HardwareQuery Parse(string? text)
    {
        var read = SearchText.Parse(text);
        var terms = new List<HardwareTerm>();
        DeviceBus? bus = null;
        for (var i = 0; i < read.Terms.Count; i++)
        {
            var term = read.Terms[i];
            // "usb 0bda:8179": the word says which bus is meant.
            if (bus is null && i + 1 < read.Terms.Count && DeviceBusNames.TryParse(term.Text, out var named) && Pair().IsMatch(read.Terms[i + 1].Text))
            {
                bus = named;
                continue;
            }
            terms.Add(Read(term, bus, isOnly: read.Terms.Count == 1));
            bus = null;
        }
        return new HardwareQuery(read.Text, terms, read.IsCut);
    }

    /// <summary>The same query with another text for some of its words; a null leaves the word out.</summary>
    public HardwareQuery With(IReadOnlyDictionary<HardwareWord, string?> replacements)
    {
        ArgumentNullException.ThrowIfNull(replacements);
        return Parse(string.Join(' ', Terms.Select(t =>
        {
            var text = t is HardwareWord word && replacements.TryGetValue(word, out var other) ? other : Written(t);
            return text is null ? "" : (t.IsExcluded ? "-" : "") + text;
        }).Where(t => t.Length > 0)));
    }

    private static string Written(HardwareTerm term) => term switch
    {
        HardwareIdTerm { Bus: { } bus } id => string.Create(CultureInfo.InvariantCulture, $"{bus.Slug()} {id.Vendor:x4}:{id.Device:x4}"),
        _ => term.Text.Any(char.IsWhiteSpace) ? $"\"{term.Text}\"" : term.Text,
    };

    private static HardwareTerm Read(SearchTerm term, DeviceBus? bus, bool isOnly)
    {
        var text = term.Text.Trim('[', ']', '(', ')', ',');
        if (Pair().Match(text) is { Success: true } pair)
        {
            if (pair.Groups["bus"].Success && DeviceBusNames.TryParse(pair.Groups["bus"].Value, out var named))
                bus = named;
            return new HardwareIdTerm(text, term.IsExcluded, bus, Hex(pair.Groups["vendor"]), Hex(pair.Groups["device"]));
        }
        if (Modalias.TryParse(term.Text, out var device))
        {
            if (device is { Vendor: { } vendor, Device: { } product })
                return new HardwareIdTerm(text, term.IsExcluded, device.Bus, vendor, product);
            if (device.Names is [var name, ..] && SearchTokens.Of(name).Any())
                return Word(term with { Text = name, Tokens = [.. SearchTokens.Of(name).Select(t => t.Text)], IsPrefix = false });
        }
        if (Symbol().Match(text) is { Success: true } symbol)
            return new HardwareSymbolTerm(text, term.IsExcluded, symbol.Groups["name"].Value.ToUpperInvariant());
        // "USB 2.0" and "Bluetooth 4.0" name no release; "v4.0", "2.6.30" and a lone "4.0" do.
        if (KernelVersion.TryParse(text.ToLowerInvariant(), out var version) && (isOnly || text[0] is 'v' or 'V' || version.Major == 2))
            return new HardwareReleaseTerm(text, term.IsExcluded, version.Release);
        return Word(term);
    }

    private static HardwareWord Word(SearchTerm term)
    {
        var isPhrase = term.Text.Any(char.IsWhiteSpace);
        var last = term.Tokens[^1];
        var forms = new List<SearchTerm>
        {
            term with { Column = null, IsExcluded = false, IsPrefix = term.IsPrefix || (!isPhrase && last.Length >= SearchText.MinPrefix) },
        };
        var patterns = new List<string>();
        var joined = string.Concat(term.Tokens);
        if (!isPhrase && joined.Any(char.IsAsciiDigit))
        {
            if (term.Tokens.Count > 1)
                forms.Add(new SearchTerm(joined, [joined], IsPrefix: true, IsExcluded: false, null));
            foreach (var covering in Coverings(joined))
                forms.Add(new SearchTerm(covering, [covering], IsPrefix: false, IsExcluded: false, null));
            if (Pattern(joined) is { } pattern)
                patterns.Add(pattern);
        }
        return new HardwareWord(term.Text, term.IsExcluded, forms, patterns);
    }

    /// <summary>Part numbers with x that cover one: "da903x", "da90xx" and "da9xxx" for "da9034".</summary>
    private static IEnumerable<string> Coverings(string part)
    {
        var end = part.Length;
        while (end > 0 && char.IsAsciiLetter(part[end - 1]))
            end--;
        // A letter or two may follow the number ("lm75a"); a word is no part number.
        if (end == 0 || part.Length - end > 2)
            yield break;
        for (var count = 1; count <= MaxWildcardDigits && end - count >= 2 && char.IsAsciiDigit(part[end - count]); count++)
            yield return part[..(end - count)] + new string('x', count) + part[end..];
    }

    /// <summary>The pattern of a part number with x for any digit; null when it has none.</summary>
    private static string? Pattern(string part)
    {
        var pattern = part.ToCharArray();
        var hasDigit = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (char.IsAsciiDigit(pattern[i]))
                hasDigit = true;
            else if (pattern[i] == 'x' && hasDigit && i >= MinBeforeWildcard && (char.IsAsciiDigit(pattern[i - 1]) || pattern[i - 1] == '?'))
                pattern[i] = '?';
            else if (!char.IsAsciiLetter(pattern[i]))
                return null;
        }
        return pattern.Contains('?') ? new string(pattern) : null;
    }

    private static int Hex(Group group) => int.Parse(group.ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[\[(,]*((?<bus>[a-z0-9]{2,8})[:=])?(0x)?(?<vendor>[0-9a-f]{4}):(0x)?(?<device>[0-9a-f]{4})[\]),]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pair();

    [GeneratedRegex("^CONFIG_(?<name>[a-z0-9_]+)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Symbol();
}
