using System.Text.RegularExpressions;

namespace KernelTracker.Data.Queries;

/// <summary>Finds commit ids in the text of a message: after the word "commit", or any run of 12 to 40 digits.</summary>
public static partial class CommitMentions
{
    /// <summary>The ids and where they stand, in order.</summary>
    public static IEnumerable<(int Start, int Length)> In(string text) =>
        Mention().Matches(text).Select(m => (m.Index, m.Length));

    /// <summary>The distinct ids in some texts.</summary>
    public static IReadOnlyCollection<string> Ids(IEnumerable<string> texts) =>
        [.. texts.SelectMany(t => In(t).Select(m => t.Substring(m.Start, m.Length))).Distinct(StringComparer.OrdinalIgnoreCase)];

    [GeneratedRegex(@"(?<=\b(?:commits?|reverts?)\s{1,8})[0-9a-f]{7,40}\b|\b[0-9a-f]{12,40}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mention();
}
