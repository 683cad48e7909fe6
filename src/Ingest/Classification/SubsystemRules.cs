using System.Text.RegularExpressions;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Classification;

/// <summary>
/// Finds the MAINTAINERS section a path belongs to (semantics of scripts/get_maintainer.pl: the deepest pattern wins).
/// Not for several threads: it remembers paths.
/// </summary>
internal sealed class SubsystemRules
{
    private const string TheRest = "THE REST";

    private readonly IReadOnlyList<MaintainersSection> _sections;
    private readonly PathPatternSet _included = new();
    private readonly PathPatternSet _excluded = new();
    private readonly List<(int Section, Regex Pattern)> _byName = [];
    private readonly List<string> _unusable = [];
    private readonly Dictionary<string, Verdict> _remembered = new(StringComparer.Ordinal);

    /// <summary>Prepares the rules of these sections.</summary>
    public SubsystemRules(IReadOnlyList<MaintainersSection> sections)
    {
        _sections = sections;
        for (var i = 0; i < sections.Count; i++)
        {
            if (sections[i].Name == TheRest)
                continue;
            foreach (var pattern in sections[i].Patterns)
                Add(i, pattern);
        }
    }

    /// <summary>Whether any section says which files it has (MAINTAINERS does from v2.6.30).</summary>
    public bool HasPatterns => _sections.Any(s => s.Patterns.Any(p => p.Kind is 'F' or 'N'));

    /// <summary>N: lines whose regular expression cannot be used safely; they match nothing.</summary>
    public IReadOnlyList<string> Unusable => _unusable;

    /// <summary>Index of the most specific section for the path; null when none but THE REST matches.</summary>
    public int? Match(string path) => Find(path) is { Section: >= 0 } verdict ? verdict.Section : null;

    /// <summary>
    /// Index of the section that most of a changeset's files belong to; null when none does.
    /// Code counts before documentation, Makefile, Kconfig and headers; the deeper pattern breaks ties,
    /// then the section whose name has the subject's prefix, then the section that comes first in the file.
    /// </summary>
    public int? Choose(IReadOnlyList<string> paths, string subject)
    {
        Dictionary<int, (int Weight, int Depth)>? votes = null;
        (int Section, int Weight, int Depth) only = (-1, 0, 0);
        foreach (var path in paths)
        {
            var (section, depth) = Find(path);
            if (section < 0)
                continue;
            var weight = PathRole.Weight(path);
            if (only.Section < 0 && votes is null)
            {
                only = (section, weight, depth);
            }
            else if (only.Section == section && votes is null)
            {
                only = (section, only.Weight + weight, Math.Max(only.Depth, depth));
            }
            else
            {
                votes ??= new Dictionary<int, (int, int)> { [only.Section] = (only.Weight, only.Depth) };
                var (w, d) = votes.GetValueOrDefault(section);
                votes[section] = (w + weight, Math.Max(d, depth));
            }
        }

        if (votes is null)
            return only.Section < 0 ? null : only.Section;
        var prefix = SubjectPrefix.First(subject);
        return votes.OrderByDescending(v => v.Value.Weight)
            .ThenByDescending(v => prefix.Length > 1 && _sections[v.Key].Name.Contains(prefix, StringComparison.OrdinalIgnoreCase))
            .ThenByDescending(v => v.Value.Depth)
            .ThenBy(v => v.Key)
            .First().Key;
    }

    private void Add(int section, MaintainersPattern pattern)
    {
        switch (pattern.Kind)
        {
            case 'F':
                _included.Add(pattern.Value, section);
                break;
            case 'X':
                _excluded.Add(pattern.Value, section);
                break;
            case 'N':
                try
                {
                    _byName.Add((section, new Regex(pattern.Value, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)));
                }
                catch (Exception e) when (e is ArgumentException or NotSupportedException)
                {
                    _unusable.Add($"{_sections[section].Name}: N: {pattern.Value} ({e.Message})");
                }

                break;
        }
    }

    private Verdict Find(string path)
    {
        if (_remembered.TryGetValue(path, out var known))
            return known;
        HashSet<int>? excluded = null;
        _excluded.Match(path, (section, _, _) => (excluded ??= []).Add(section));
        var best = (Section: -1, Depth: int.MinValue, Length: 0);
        _included.Match(path, (section, depth, length) =>
        {
            if (excluded?.Contains(section) == true)
                return;
            if (depth > best.Depth || (depth == best.Depth && (length > best.Length || (length == best.Length && section < best.Section))))
                best = (section, depth, length);
        });
        if (best.Section < 0)
        {
            foreach (var (section, pattern) in _byName)
            {
                if (excluded?.Contains(section) != true && pattern.IsMatch(path))
                {
                    best = (section, 0, 0);
                    break;
                }
            }
        }

        return _remembered[path] = new Verdict(best.Section, best.Depth);
    }

    private readonly record struct Verdict(int Section, int Depth);
}
