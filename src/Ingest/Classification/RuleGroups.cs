using System.Text.RegularExpressions;

namespace KernelTracker.Ingest.Classification;

/// <summary>Reads data files whose lines stand in groups: "[name]", with a remark or not, opens one.</summary>
internal static partial class RuleGroups
{
    /// <summary>The lines of each group by its name.</summary>
    /// <exception cref="FormatException">A line stands before the first group.</exception>
    public static ILookup<string, string> Read(IEnumerable<string> lines)
    {
        string? group = null;
        var read = new List<(string Group, string Line)>();
        foreach (var line in lines)
        {
            if (Heading().Match(line) is { Success: true } heading)
                group = heading.Groups[1].Value;
            else
                read.Add((group ?? throw new FormatException($"\"{line}\" stands before the first group."), line));
        }
        return read.ToLookup(r => r.Group, r => r.Line);
    }

    /// <summary>The regular expressions of a group, whatever the case; they never backtrack.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="name">The group.</param>
    /// <param name="before">What each expression begins with.</param>
    /// <param name="after">What each expression ends with.</param>
    public static IReadOnlyList<Regex> Patterns(this ILookup<string, string> groups, string name, string before = "", string after = "") =>
        [.. groups[name].Select(line => new Regex(before + line + after, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking))];

    [GeneratedRegex(@"^\[([a-z][a-z0-9-]*)\](?:\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
