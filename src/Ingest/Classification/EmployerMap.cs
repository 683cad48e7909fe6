using System.Globalization;
using System.Text.RegularExpressions;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Classification;

/// <summary>For whom somebody worked during some time.</summary>
/// <param name="Employer">The employer; null: it is known that the address does not tell.</param>
/// <param name="From">The first day; null for as far back as there is.</param>
/// <param name="Until">The last day; null for until today.</param>
internal sealed record EmployerSpell(string? Employer, DateOnly? From, DateOnly? Until)
{
    /// <summary>Whether a day lies in it.</summary>
    public bool Covers(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);

    /// <summary>Whether two have a day in common.</summary>
    public bool Overlaps(EmployerSpell other) =>
        (From ?? DateOnly.MinValue) <= (other.Until ?? DateOnly.MaxValue) && (other.From ?? DateOnly.MinValue) <= (Until ?? DateOnly.MaxValue);
}

/// <summary>
/// Which address belongs to which employer, and when (Rules/employers.txt): whole addresses, or domains with all below
/// them. Of the entries that are in force on a day, the longest decides.
/// </summary>
internal sealed partial class EmployerMap
{
    /// <summary>RFC 5321, 4.5.3.1: longer addresses and domains are none.</summary>
    private const int LongestAddress = 254;

    /// <summary>Heading of entries that say that an address does not tell.</summary>
    private const string NotTold = EmployerSlug.Unknown;

    private readonly Dictionary<string, List<EmployerSpell>> _spells = new(StringComparer.Ordinal);

    private EmployerMap(IEnumerable<string> lines)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        string? employer = null;
        foreach (var line in lines)
        {
            if (line[0] == '[' && line[^1] == ']')
            {
                employer = line[1..^1].Trim();
                if (employer != NotTold && !names.Add(employer))
                    throw new FormatException($"The employer {employer} stands twice.");
                continue;
            }
            var entry = Entry().Match(line);
            if (!entry.Success)
                throw new FormatException($"\"{line}\" is no address or domain with its days.");
            Add(
                entry.Groups["who"].Value.ToLowerInvariant(),
                new EmployerSpell(
                    (employer ?? throw new FormatException($"\"{line}\" stands before the first employer.")) == NotTold ? null : employer,
                    Day(entry.Groups["from"]), Day(entry.Groups["until"])));
        }
        Names = [.. names];
        if (Names.GroupBy(EmployerSlug.Of).FirstOrDefault(g => g.Count() > 1 || g.Key is "" or EmployerSlug.Unknown) is { } same)
            throw new FormatException($"{string.Join(" and ", same)} cannot be told apart in addresses of pages.");
    }

    /// <summary>The map that comes with the program.</summary>
    public static EmployerMap Default { get; } = Parse(RuleText.Load("Classification.Rules", "employers.txt"));

    /// <summary>Every employer, in the order of its characters.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Reads a map.</summary>
    /// <param name="lines">Its lines without comments and blank ones.</param>
    /// <exception cref="FormatException">A line cannot be read, or two contradict each other.</exception>
    public static EmployerMap Parse(IEnumerable<string> lines) => new(lines);

    /// <summary>Who employed the owner of an address on a day; null when that is not known.</summary>
    public string? Find(string address, DateOnly day) => For(address).FirstOrDefault(s => s.Covers(day))?.Employer;

    /// <summary>What is known of an address: the entries that fit it, the stronger ones first. Empty for what is no address.</summary>
    public IReadOnlyList<EmployerSpell> For(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 0 || address.Length - at > LongestAddress)
            return [];
        var found = new List<EmployerSpell>();
        if (address.Length <= LongestAddress && _spells.TryGetValue(address.ToLowerInvariant(), out var own))
            found.AddRange(own);
        var domain = address[(at + 1)..].ToLowerInvariant();
        for (var start = 0; start >= 0 && start < domain.Length; start = domain.IndexOf('.', start) is >= 0 and var dot ? dot + 1 : -1)
        {
            if (_spells.TryGetValue(domain[start..], out var spells))
                found.AddRange(spells);
        }
        return found;
    }

    private void Add(string who, EmployerSpell spell)
    {
        if (spell.From > spell.Until)
            throw new FormatException($"{who} ends at {spell.Employer} before it begins.");
        if (!_spells.TryGetValue(who, out var spells))
            _spells.Add(who, spells = []);
        if (spells.Find(s => s.Overlaps(spell)) is { } other)
            throw new FormatException($"{who} stands for {other.Employer ?? NotTold} and {spell.Employer ?? NotTold} on the same day.");
        spells.Add(spell);
    }

    private static DateOnly? Day(Group text) =>
        !text.Success ? null
        : DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new FormatException($"\"{text.Value}\" is no day.");

    [GeneratedRegex(@"^(?<who>(?:[^\s@]+@)?[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?:\s+from\s+(?<from>\S+))?(?:\s+until\s+(?<until>\S+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();
}
