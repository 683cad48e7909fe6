using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel;

/// <summary>What the subject line of a merge commit names.</summary>
/// <param name="Repository">The repository as written; null when none is named.</param>
/// <param name="RefKind">The kind of the first name.</param>
/// <param name="Refs">The branches, tags or commits named, in order.</param>
/// <param name="From">"Merge branch 'x' from NAME"; else null.</param>
/// <param name="Into">The branch merged into; null when not named.</param>
/// <param name="What">The subject without "Merge", repository, "into …" and the like; may be empty.</param>
internal sealed record MergeSubject(
    string? Repository,
    PulledRef RefKind,
    IReadOnlyList<string> Refs,
    string? From,
    string? Into,
    string What)
{
    /// <summary>Longer subjects are nobody's merge: they are kept, but not searched for names.</summary>
    private const int LongestSubject = 20_000;

    private static readonly string[] Verbs =
    [
        "Automatic merge of ", "Automated merge of ", "Merge of ", "Merge with ", "Merge back ", "Merge ",
        "Backmerge ", "Back-merge ", "Pull ", "fully merge up to ",
    ];

    /// <summary>Reads a subject.</summary>
    public static MergeSubject Parse(string subject)
    {
        var rest = AfterVerb(subject.Trim());
        if (rest.Length > LongestSubject)
            return new MergeSubject(null, PulledRef.None, [], null, null, rest);

        rest = CutInto(rest, out var into);
        var words = Words(rest);
        var at = words.FindIndex(w => !w.Quoted && SourceTreeName.LooksLikeRepository(w.Text));
        if (at < 0)
            at = FindLocalRepository(words);
        var repository = at < 0 ? null : words[at].Text;
        var names = words.Where((w, i) => i != at && w.Quoted).Select(w => w.Text).ToList();
        var kind = names.Count == 0 ? PulledRef.None : KindOf(words, names[0]);
        string? from = null;
        if (names.Count == 0)
            (names, kind) = Unquoted(words, at);
        if (repository is null)
            from = PersonAfterFrom(words);
        return new MergeSubject(repository, kind, names, from, into, Remainder(words, at));
    }

    private static string AfterVerb(string subject)
    {
        // "drm: backmerge tag …": the area stands before the verb.
        var colon = subject.IndexOf(": ", StringComparison.Ordinal);
        if (colon is > 0 and < 40 && !subject.AsSpan(0, colon).Contains(' ')
            && (StartsWith(subject[(colon + 2)..], "merge ") || StartsWith(subject[(colon + 2)..], "backmerge ")))
            subject = subject[(colon + 2)..];
        foreach (var verb in Verbs)
            if (StartsWith(subject, verb))
                return subject[verb.Length..].Trim();
        return subject;
    }

    private static bool StartsWith(string text, string prefix) => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static string CutInto(string rest, out string? into)
    {
        into = null;
        var at = rest.LastIndexOf(" into ", StringComparison.Ordinal);
        if (at < 0)
            return rest;
        var target = rest[(at + 6)..].Trim().TrimEnd('.');
        if (target.Length == 0 || (target.Contains(' ', StringComparison.Ordinal) && !target.EndsWith(" branch", StringComparison.Ordinal)))
            return rest;
        into = target.Trim('\'', '"');
        if (into.Length == 0)
            into = null;
        return rest[..at];
    }

    /// <summary>Splits at white space; a part in quotation marks that open before a word is one word.</summary>
    private static List<(string Text, bool Quoted)> Words(string rest)
    {
        var words = new List<(string, bool)>();
        var i = 0;
        while (i < rest.Length)
        {
            if (char.IsWhiteSpace(rest[i]) || rest[i] == ',' || rest[i] == ';')
            {
                i++;
                continue;
            }

            int end;
            if (rest[i] is '\'' or '"' && (end = rest.IndexOf(rest[i], i + 1)) > i + 1)
            {
                words.Add((rest[(i + 1)..end], true));
                i = end + 1;
                continue;
            }

            end = i;
            while (end < rest.Length && !char.IsWhiteSpace(rest[end]))
                end++;
            words.Add((rest[i..end].TrimEnd(',', ';'), false));
            i = end;
        }

        words.RemoveAll(w => w.Item1.Length == 0);
        return words;
    }

    /// <summary>"Merge ath-next from ath.git": a directory beside the maintainer's own.</summary>
    private static int FindLocalRepository(List<(string Text, bool Quoted)> words)
    {
        for (var i = 1; i < words.Count; i++)
            if (!words[i].Quoted && words[i - 1].Text is "from" or "of" && words[i].Text.EndsWith(".git", StringComparison.Ordinal))
                return i;
        return -1;
    }

    private static PulledRef KindOf(List<(string Text, bool Quoted)> words, string name)
    {
        foreach (var (text, quoted) in words)
        {
            if (quoted)
                break;
            if (text is "tag" or "tags")
                return PulledRef.Tag;
            if (text is "commit" or "commits")
                return IsObjectName(name) ? PulledRef.Commit : IsVersion(name) ? PulledRef.Tag : PulledRef.Branch;
        }

        return PulledRef.Branch;
    }

    private static (List<string> Names, PulledRef Kind) Unquoted(List<(string Text, bool Quoted)> words, int repository)
    {
        // "Merge refs/heads/upstream from URL"
        if (words.FirstOrDefault(w => w.Text.StartsWith("refs/", StringComparison.Ordinal)).Text is { } path)
        {
            var isTag = path.StartsWith("refs/tags/", StringComparison.Ordinal);
            return ([path[(path.IndexOf('/', 5) + 1)..]], isTag ? PulledRef.Tag : PulledRef.Branch);
        }

        // "Merge URL irq/core", "Merge ath-next from URL", "Merge airlied/drm-next into drm-misc-next", "Merge 4.6-rc7 into usb-next"
        var others = words.Where((w, i) => i != repository && w.Text is not ("from" or "of" or "HEAD" or "with" or "fixups" or "tag" or "branch")).ToList();
        if (others.Count != 1 || others[0].Text == "commit" || SourceTreeName.LooksLikeRepository(others[0].Text) || others[0].Text.StartsWith('('))
            return ([], PulledRef.None);
        var name = others[0].Text;
        return ([name], IsVersion(name) ? PulledRef.Tag : PulledRef.Branch);
    }

    private static string? PersonAfterFrom(List<(string Text, bool Quoted)> words)
    {
        var at = words.FindLastIndex(w => !w.Quoted && w.Text is "from" or "(from" or "(patches");
        if (at < 0)
            return null;
        var name = string.Join(' ', words.Skip(at + 1).Where(w => w.Text != "from").Select(w => w.Text)).TrimEnd(')', '.');
        return name.Length > 0 && char.IsUpper(name[0]) ? name : null;
    }

    private static string Remainder(List<(string Text, bool Quoted)> words, int repository)
    {
        var kept = words.Where((_, i) => i != repository).Select(w => w.Text).ToList();
        while (kept.Count > 0 && kept[^1] is "of" or "from" or "at" or "HEAD" or "with")
            kept.RemoveAt(kept.Count - 1);
        return string.Join(' ', kept);
    }

    private static bool IsObjectName(string name) => name.Length is >= 7 and <= 64 && name.All(char.IsAsciiHexDigit);

    /// <summary>Whether a name is a mainline release or candidate: v2.6.30-rc1, 4.6-rc7.</summary>
    public static bool IsVersion(string name) => KernelVersion.TryParse(name, out _);
}
