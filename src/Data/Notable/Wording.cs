using System.Globalization;
using System.Text.RegularExpressions;
using KernelTracker.Data.Model;

namespace KernelTracker.Data.Notable;

/// <summary>How lines are worded.</summary>
internal static partial class Wording
{
    /// <summary>What the name of a file below /proc/sys begins with that a source defines.</summary>
    public const string Sysctl = "sysctl ";

    /// <summary>What the name of a controller of control groups begins with.</summary>
    public const string Controller = "controller ";

    /// <summary>Names that a line spells out; of more it says how many there are.</summary>
    public const int Spelled = 5;

    private const int LongestSentence = 220;

    /// <summary>Longer texts are not read to their end: nothing on a page needs them.</summary>
    private const int Read = 4000;

    /// <summary>What tells whether to take it, or how things are without it: neither says what it is.</summary>
    private static readonly string[] Advice =
    [
        "Say ", "If unsure", "If you ", "If in doubt", "To compile", "When in doubt", "Note", "See ", "You ", "Please ",
        "Normally", "Usually", "By default", "Currently", "Traditionally", "Without this",
    ];

    /// <summary>"a", "a and b", "a, b and c", "a, b, c, d and 14 more".</summary>
    public static IReadOnlyList<NotableRun> List(IReadOnlyList<NotableRun> names, int spelled = Spelled)
    {
        // "and 1 more" would take as much room as the name.
        var shown = names.Count <= spelled + 1 ? names.Count : spelled;
        var line = new List<NotableRun>();
        for (var i = 0; i < shown; i++)
        {
            if (i > 0)
                line.Add(new NotableRun(i == names.Count - 1 ? " and " : ", "));
            line.Add(names[i]);
        }
        if (shown < names.Count)
            line.Add(new NotableRun($" and {Count(names.Count - shown)} more"));
        return line;
    }

    /// <summary>A name as prose writes it: functions and system calls with "()".</summary>
    public static NotableRun Name(InterfaceKind kind, string name) => new(
        kind switch
        {
            InterfaceKind.SystemCall or InterfaceKind.Function => name + "()",
            InterfaceKind.Type when !name.Contains(' ', StringComparison.Ordinal) => "struct " + name,
            InterfaceKind.MountOption or InterfaceKind.Tool => name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..],
            InterfaceKind.AbiFile when name.StartsWith(Sysctl, StringComparison.Ordinal) || name.StartsWith(Controller, StringComparison.Ordinal) =>
                name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..],
            InterfaceKind.Directory when Places.IsArchitecture(name) && name.Split('/').Length == 2 => name["arch/".Length..],
            InterfaceKind.ModuleParameter => name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..],
            _ => name,
        },
        name, kind);

    /// <summary>A number with thousands apart.</summary>
    public static string Count(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Files: "a", "a, b and c", "a, b, c and 14 more files".</summary>
    public static string Paths(IReadOnlyList<string> paths)
    {
        const int Shown = 3;
        // "and 1 more file" would take as much room as the file.
        return paths.Count <= Shown + 1
            ? string.Join(", ", paths)
            : $"{string.Join(", ", paths.Take(Shown))} and {Count(paths.Count - Shown)} more files";
    }

    /// <summary>What a line of several parts stands on: what is said of one file after another is said once, of all of them.</summary>
    public static string Evidence(IReadOnlyList<string> parts) => string.Join("; ", parts.Select(Proof).GroupBy(p => p.Says, StringComparer.Ordinal).SelectMany(p =>
    {
        var files = p.Select(f => f.File).Distinct(StringComparer.Ordinal).ToList();
        return p.Key.Length == 0 ? files : [p.Key + Paths(files)];
    }));

    /// <summary>"added to " and "init/Kconfig"; nothing and the whole, when it speaks of more than one file.</summary>
    private static (string Says, string File) Proof(string part) =>
        part.LastIndexOf(' ') is >= 0 and var space && part.IndexOf('/', StringComparison.Ordinal) > space ? (part[..(space + 1)], part[(space + 1)..]) : ("", part);

    /// <summary>The first sentence of a help text or document that says what the thing is, not what to answer; null when there is none.</summary>
    public static string? Sentence(string text)
    {
        var sentences = SentenceEnd().Split(Space().Replace(text.Length > Read ? text[..Read] : text, " ").Trim())
            .Select(s => s.Trim())
            .Where(s => s.Length > 12 && char.IsLetterOrDigit(s[0]));
        if (sentences.FirstOrDefault(s => !Advice.Any(a => s.StartsWith(a, StringComparison.OrdinalIgnoreCase))) is not { } sentence)
            return null;
        if (sentence.Length > LongestSentence)
            sentence = sentence[..Math.Max(sentence.LastIndexOf(' ', LongestSentence), LongestSentence / 2)].TrimEnd(',', ';', ':', ' ') + " …";
        else if (char.IsLetterOrDigit(sentence[^1]) || sentence[^1] == ')')
            sentence += ".";
        return sentence;
    }

    /// <summary>
    /// What subjects of one subject matter begin with: "nilfs2" of "nilfs2: add document" and "[PATCH] NILFS2: …";
    /// null when a subject begins with nothing of the kind.
    /// </summary>
    public static string? Prefix(string subject)
    {
        var match = PrefixForm().Match(subject);
        if (!match.Success)
            return null;
        var prefix = string.Concat(match.Groups["prefix"].Value.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return prefix.Length == 0 ? null : prefix;
    }

    /// <summary>Whether a text has a name as a whole word.</summary>
    public static bool Mentions(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsWord(text[at - 1])) && (end == text.Length || !IsWord(text[end])))
                return true;
        }
        return false;
    }

    /// <summary>The longest runs of what names are made of.</summary>
    public static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && IsWord(text[at]))
                continue;
            if (at > start)
                words.Add(text[start..at]);
            start = at + 1;
        }
        return words;
    }

    /// <summary>Whether names are made of it.</summary>
    public static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    // A sentence ends before a capital letter; "e.g. the" and "v2.6" do not end one.
    [GeneratedRegex(@"(?<=[.!?]\)?)\s(?=[A-Z])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^(\[[^\]]{1,40}\]\s*)*(?<prefix>[A-Za-z0-9][A-Za-z0-9 _/.+,-]{0,40}?)\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex PrefixForm();
}
