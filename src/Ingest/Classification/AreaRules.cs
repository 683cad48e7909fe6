using System.Collections.Frozen;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Classification;

/// <summary>The rules of Rules/areas.txt: what paths, subject prefixes and trees are about.</summary>
internal sealed class AreaRules
{
    private readonly List<AreaVerdict> _verdicts = [];
    private readonly PathPatternSet _paths = new();
    private readonly FrozenDictionary<string, AreaVerdict> _subjects;
    private readonly FrozenDictionary<string, AreaVerdict> _trees;

    private AreaRules(IEnumerable<string> lines)
    {
        var subjects = new Dictionary<string, AreaVerdict>(StringComparer.Ordinal);
        var trees = new Dictionary<string, AreaVerdict>(StringComparer.Ordinal);
        var patterns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line[0] == '[')
            {
                _verdicts.Add(ReadHeading(line));
                continue;
            }

            if (_verdicts.Count == 0)
                throw new FormatException($"\"{line}\" stands before the first heading.");
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var values = line[(space + 1)..];
            switch (line[..Math.Max(space, 0)])
            {
                case "path":
                    foreach (var pattern in values.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    {
                        if (!patterns.Add(pattern))
                            throw new FormatException($"The pattern {pattern} stands twice.");
                        _paths.Add(pattern, _verdicts.Count - 1);
                    }

                    break;
                case "subject":
                    foreach (var prefix in values.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                        AddOnce(subjects, prefix);
                    break;
                case "tree":
                    foreach (var tree in values.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                        AddOnce(trees, tree);
                    break;
                default:
                    throw new FormatException($"Not a rule: \"{line}\".");
            }
        }

        _subjects = subjects.ToFrozenDictionary(StringComparer.Ordinal);
        _trees = trees.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Reads rules; the head of the data file describes them.</summary>
    /// <exception cref="FormatException">A line is no rule, or contradicts another.</exception>
    public static AreaRules Parse(IEnumerable<string> lines) => new(lines);

    /// <summary>What a path is about, and how many directories the rule that says so has; null when no rule covers it.</summary>
    public (AreaVerdict Verdict, int Depth)? OfPath(string path)
    {
        var best = (Number: -1, Depth: int.MinValue, Length: 0);
        _paths.Match(path, (number, depth, length) =>
        {
            if (depth > best.Depth || (depth == best.Depth && length > best.Length))
                best = (number, depth, length);
        });
        return best.Number < 0 ? null : (_verdicts[best.Number], best.Depth);
    }

    /// <summary>What a subject's prefixes say; null when none is known.</summary>
    public AreaVerdict? OfSubject(string subject)
    {
        foreach (var prefix in SubjectPrefix.All(subject))
            if (_subjects.TryGetValue(prefix, out var verdict) || TryByFirstWord(prefix, out verdict))
                return verdict;
        return null;
    }

    /// <summary>What a tree is known to hold; null when it is not listed.</summary>
    public AreaVerdict? OfTree(string name) => _trees.TryGetValue(name, out var verdict) ? verdict : null;

    /// <summary>"usb gadget r8a66597-udc", "alsa hda -", "x86/uv", "net/mlx4": the part before the separator.</summary>
    private bool TryByFirstWord(string prefix, out AreaVerdict verdict)
    {
        var end = prefix.AsSpan().IndexOfAny(' ', '/', '-');
        if (end > 1)
            return _subjects.TryGetValue(prefix[..end], out verdict);
        verdict = default;
        return false;
    }

    private void AddOnce(Dictionary<string, AreaVerdict> rules, string name)
    {
        if (!rules.TryAdd(name, _verdicts[^1]))
            throw new FormatException($"\"{name}\" stands twice.");
    }

    private static AreaVerdict ReadHeading(string line)
    {
        if (line[^1] != ']')
            throw new FormatException($"Not a heading: \"{line}\".");
        var inner = line[1..^1];
        var colon = inner.IndexOf(':', StringComparison.Ordinal);
        var slug = colon < 0 ? inner : inner[..colon];
        return AreaNames.TryParse(slug.Trim(), out var area)
            ? new AreaVerdict(area, colon < 0 ? null : inner[(colon + 1)..].Trim())
            : throw new FormatException($"No such area: \"{slug}\".");
    }
}
