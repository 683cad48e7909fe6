using System.Collections.Frozen;

namespace KernelTracker.Ingest.Kernel;

/// <summary>The other spellings of source trees, from Rules/tree-aliases.txt.</summary>
internal sealed class TreeAliases
{
    private readonly FrozenDictionary<string, string> _hosts;
    private readonly IReadOnlyList<(string From, string To)> _paths;
    private readonly FrozenSet<string> _caseless;

    private TreeAliases(Dictionary<string, string> hosts, List<(string From, string To)> paths, HashSet<string> caseless)
    {
        _hosts = hosts.ToFrozenDictionary(StringComparer.Ordinal);
        _paths = paths;
        _caseless = caseless.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The aliases that come with the program.</summary>
    public static TreeAliases Default { get; } = Parse(RuleText.Load("Kernel.Rules", "tree-aliases.txt"));

    /// <summary>Reads alias lines; the head of the data file describes them.</summary>
    /// <exception cref="FormatException">A line is none of the known kinds.</exception>
    public static TreeAliases Parse(IEnumerable<string> lines)
    {
        var hosts = new Dictionary<string, string>(StringComparer.Ordinal);
        var paths = new List<(string From, string To)>();
        var caseless = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            switch (line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                case ["host", var other, "=", var host]:
                    hosts.Add(other, host);
                    break;
                case ["path", var other, "=", var path]:
                    paths.Add((other, path));
                    break;
                case ["caseless", var host]:
                    caseless.Add(host);
                    break;
                default:
                    throw new FormatException($"Not an alias: \"{line}\".");
            }
        }

        return new TreeAliases(hosts, paths, caseless);
    }

    /// <summary>The preferred host (with port, when it is not the usual one) for a lower-case one.</summary>
    public string Host(string host) => _hosts.GetValueOrDefault(host, host);

    /// <summary>The preferred spelling of host and path.</summary>
    public string Location(string host, string path)
    {
        var location = host + '/' + (_caseless.Contains(host) ? path.ToLowerInvariant() : path);
        foreach (var (from, to) in _paths)
        {
            if (IsPrefix(from) ? location.StartsWith(from, StringComparison.Ordinal) : location == from)
                location = to + location[from.Length..];
        }

        return location;
    }

    private static bool IsPrefix(string from) => from[^1] is '/' or '~' or '-';
}
