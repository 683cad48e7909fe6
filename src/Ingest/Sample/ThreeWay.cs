namespace KernelTracker.Ingest.Sample;

/// <summary>Joins two edited texts of a common ancestor, each edited in one place.</summary>
internal static class ThreeWay
{
    /// <summary>The ancestor with both edits; null when they overlap. Lines that both put in the same place stand ours first.</summary>
    public static string? Join(string ancestor, string ours, string theirs)
    {
        var original = Lines(ancestor);
        var our = Region.Of(original, Lines(ours));
        var their = Region.Of(original, Lines(theirs));
        var (first, second) = our.Start <= their.Start ? (our, their) : (their, our);
        if (first.End > second.Start)
            return null;
        return string.Concat([
            .. original[..first.Start],
            .. first.Replacement,
            .. original[first.End..second.Start],
            .. second.Replacement,
            .. original[second.End..],
        ]);
    }

    private static string[] Lines(string text) =>
        text.Length == 0 ? [] : [.. text.TrimEnd('\n').Split('\n').Select(line => line + "\n")];

    private sealed record Region(int Start, int End, string[] Replacement)
    {
        public static Region Of(string[] original, string[] edited)
        {
            var shorter = Math.Min(original.Length, edited.Length);
            var prefix = 0;
            while (prefix < shorter && original[prefix] == edited[prefix])
                prefix++;
            var suffix = 0;
            while (suffix < shorter - prefix && original[^(suffix + 1)] == edited[^(suffix + 1)])
                suffix++;
            return new Region(prefix, original.Length - suffix, edited[prefix..^suffix]);
        }
    }
}
