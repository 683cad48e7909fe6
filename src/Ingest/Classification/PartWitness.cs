using System.Text.RegularExpressions;

namespace KernelTracker.Ingest.Classification;

/// <summary>
/// Mends slips of the pen in part numbers: a prompt may say "SMTP37xx" where the symbol, the help and the sources say
/// STMP37xx. A part that nothing else confirms gives way to one that differs only in the letters it begins with.
/// </summary>
internal static partial class PartWitness
{
    private const int Looked = 600;

    /// <summary>What follows the letters must be long enough to tell one part from another.</summary>
    private const int LeastRest = 3;

    /// <summary>The prompt with the part numbers that the rest of the evidence gives.</summary>
    public static string Mended(string prompt, HardwareEvidence evidence)
    {
        var parts = PartNumbers.Find(prompt);
        if (parts.Count == 0)
            return prompt;
        var known = Witnesses(evidence);
        foreach (var part in parts)
        {
            if (Rest(part).Length >= LeastRest && !known.Any(k => Same(Bare(k), Bare(part))) && known.FirstOrDefault(k => IsSlip(Bare(part), Bare(k))) is { } meant
                && !prompt.Contains($"{PartNumbers.Prefix(meant)} {part}", StringComparison.OrdinalIgnoreCase))
                prompt = prompt.Replace(part, meant, StringComparison.Ordinal);
            else if (Family(part, known) is { } family && !prompt.Contains(family + part, StringComparison.OrdinalIgnoreCase))
                prompt = prompt.Replace(part, family + part, StringComparison.Ordinal);
        }
        return prompt;
    }

    /// <summary>The part numbers in help, descriptions, titles and subject as written there, then in what is selected, the files' names and the symbol.</summary>
    private static List<string> Witnesses(HardwareEvidence evidence)
    {
        IEnumerable<string> said = [evidence.Help.Length > Looked ? evidence.Help[..Looked] : evidence.Help, .. evidence.Descriptions, .. evidence.Titles, evidence.Subject ?? ""];
        IEnumerable<string> called = [.. evidence.Selects, .. evidence.NewSources.Select(Path.GetFileNameWithoutExtension).OfType<string>(), evidence.Symbol ?? ""];
        return [.. said.SelectMany(PartNumbers.Find), .. called.SelectMany(c => c.Split('_', '-', ' ')).Where(PartNumbers.IsPart)];
    }

    /// <summary>The letters that a bare number lost, by a family that it is of: "BCM" of 6358, where the symbol has BCM63XX; null when there is none.</summary>
    private static string? Family(string part, IReadOnlyList<string> known) =>
        part.All(char.IsAsciiDigit)
        && known.FirstOrDefault(k => PartNumbers.Prefix(k).Length > 2 && Rest(k) is var rest && rest.Length == part.Length && char.IsAsciiDigit(rest[0]) && (rest[^1] is 'x' or 'X') && rest.Zip(part).All(c => c.First == c.Second || c.First is 'x' or 'X')) is { } family
            ? PartNumbers.Prefix(family).ToUpperInvariant() : null;

    /// <summary>Whether one part confirms another: it is the same, or one is longer ("DM9000" and "DM9000A", "MX35" and "i.MX35").</summary>
    private static bool Same(string known, string part) =>
        known.StartsWith(part, StringComparison.OrdinalIgnoreCase) || part.StartsWith(known, StringComparison.OrdinalIgnoreCase) || part.EndsWith(known, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether two parts differ in nothing but one letter at the beginning, or the order of the letters there.</summary>
    private static bool IsSlip(string part, string meant)
    {
        if (!Rest(part).Equals(Rest(meant), StringComparison.OrdinalIgnoreCase))
            return false;
        var (a, b) = (PartNumbers.Prefix(part).ToUpperInvariant(), PartNumbers.Prefix(meant).ToUpperInvariant());
        // "225 board" of a symbol STB225: nothing but the number was written.
        if (a.Length == 0)
            return b.Length > 2;
        return Math.Min(a.Length, b.Length) > 1 && (a.Order().SequenceEqual(b.Order()) || IsOneLetter(a, b));
    }

    private static bool IsOneLetter(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1 || Math.Max(a.Length, b.Length) < 3)
            return false;
        var (start, end) = (0, 0);
        while (start < Math.Min(a.Length, b.Length) && a[start] == b[start])
            start++;
        while (end < Math.Min(a.Length, b.Length) - start && a[^(end + 1)] == b[^(end + 1)])
            end++;
        return Math.Max(a.Length, b.Length) - start - end <= 1;
    }

    private static string Rest(string part) => part[PartNumbers.Prefix(part).Length..];

    private static string Bare(string part) => Marks().Replace(part, "");

    [GeneratedRegex(@"[-_/.]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Marks();
}
