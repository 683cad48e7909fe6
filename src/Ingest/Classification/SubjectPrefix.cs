namespace KernelTracker.Ingest.Classification;

/// <summary>Reads the area prefixes of subjects: "x86, mm: …", "[NETFILTER]: …", "V4L/DVB (1234): …", "ALSA: hda - …".</summary>
internal static class SubjectPrefix
{
    /// <summary>Prefixes stand at the front: no more than this is looked at.</summary>
    private const int Searched = 120;

    /// <summary>The first prefix in lower case; empty when there is none.</summary>
    public static string First(string subject) => All(subject) is [var first, ..] ? first : "";

    /// <summary>Every prefix in lower case, outermost first.</summary>
    public static IReadOnlyList<string> All(string subject)
    {
        var prefixes = new List<string>();
        var rest = subject.Length > Searched ? subject[..Searched] : subject;
        rest = rest.TrimStart();
        if (rest.StartsWith("Revert \"", StringComparison.OrdinalIgnoreCase))
            rest = rest[8..];
        while (rest.StartsWith('[') && rest.IndexOf(']', StringComparison.Ordinal) is > 0 and var close)
        {
            Add(prefixes, rest[1..close]);
            rest = rest[(close + 1)..].TrimStart(':', ' ', '-');
        }

        while (rest.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && prefixes.Count < 8)
        {
            // "x86/mm:foo" and "http://" are no prefixes; "mtd:nand:" is.
            var after = rest.AsSpan(colon + 1);
            if (after.StartsWith("//"))
                break;
            var part = rest[..colon];
            if (part.AsSpan().Count(' ') > 4 || part.Length > 45)
                break;
            Add(prefixes, part);
            rest = rest[(colon + 1)..].TrimStart();
        }

        return prefixes;
    }

    private static void Add(List<string> prefixes, string text)
    {
        text = text.Trim().ToLowerInvariant();
        var number = text.IndexOf(" (", StringComparison.Ordinal);
        if (number > 0)
            text = text[..number];
        if (text.Length == 0 || text is "patch" or "resend" || text.StartsWith("patch ", StringComparison.Ordinal))
            return;
        foreach (var piece in text.Split([", ", " and ", " & ", " + "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            prefixes.Add(piece);
    }
}
