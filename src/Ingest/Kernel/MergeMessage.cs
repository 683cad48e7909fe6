using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel;

/// <summary>
/// Reads merge messages in all the forms that kernel history holds: those of 2005 ("Automatic merge of …"),
/// branch and URL with a shortlog, signed tags with the text of the pull request.
/// </summary>
internal static class MergeMessage
{
    /// <summary>A title is one line of a list.</summary>
    private const int LongestTitle = 120;

    private const int LongestBodySearched = 10_000;

    /// <summary>Reads one merge message; whatever it is, the result has a title.</summary>
    /// <param name="subject">The first paragraph on one line.</param>
    /// <param name="body">The rest.</param>
    public static MergeInfo Parse(string subject, string body)
    {
        var head = MergeSubject.Parse(subject);
        if (head is { Repository: null, RefKind: PulledRef.None })
            head = head with { Repository = AloneOnALine(body) };
        var rest = MergeBody.Parse(body, head.Refs);
        var refName = head.Refs.Count == 0 ? null : string.Join(", ", head.Refs);
        var text = (rest.Words.Length, rest.Remarks.Length) switch
        {
            ( > 0, > 0) => rest.Words + "\n\n" + rest.Remarks,
            (0, _) => rest.Remarks,
            _ => rest.Words,
        };
        // What stands before a shortlog, or with a tag, is the request; elsewhere it is what the merger had to remark.
        var heading = rest.HasShortlog || head.RefKind == PulledRef.Tag ? Heading(rest.Words) : null;
        var words = rest.What ?? heading ?? SubjectWords(head, refName);
        var title = words ?? Place(subject, head, refName);
        return new MergeInfo(
            head.Repository,
            head.RefKind,
            refName,
            rest.From ?? head.From,
            Shorten(title.Length == 0 ? "Merge" : title),
            words is not null,
            text,
            head.Into,
            IsBackMerge(subject, head));
    }

    /// <summary>"Merge watchdog driver updates", with the repository on a line of its own below.</summary>
    private static string? AloneOnALine(string body) =>
        body.Length > LongestBodySearched ? null : body.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Contains(":/", StringComparison.Ordinal) && SourceTreeName.LooksLikeRepository(l));

    /// <summary>The first line when it stands alone, else the first sentence of the first paragraph; null when that is a list.</summary>
    private static string? Heading(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = (end < 0 ? text : text[..end]).Split('\n', 6, StringSplitOptions.TrimEntries);
        if (lines[0].Length < 4 || !(char.IsLetterOrDigit(lines[0][0]) || lines[0][0] == '"') || char.IsAsciiDigit(lines[0][0]) && lines[0][1] is '.' or ')')
            return null;
        var beforeList = lines.Length > 1 && lines[1].Length > 0 && lines[1][0] is '-' or '*' or '+' or '=';
        if (lines[0][^1] is ':' && lines[0].StartsWith("This ", StringComparison.Ordinal))
            return null;
        if (lines[0][^1] is ':' || beforeList)
            return lines[0].TrimEnd(':', '.', ' ') is { Length: > 3 } line ? line : null;
        var paragraph = string.Join(' ', lines.Take(5));
        var sentence = paragraph.IndexOf(". ", StringComparison.Ordinal);
        return (sentence > 20 ? paragraph[..sentence] : paragraph).TrimEnd(':', '.', ' ');
    }

    /// <summary>"Merge phase #3 (IOMMU) of URL" tells what it is about; "Merge URL with fixups" and a branch name do not.</summary>
    private static string? SubjectWords(MergeSubject head, string? refName)
    {
        if (refName is not null)
            return null;
        var tells = head.Repository is null
            ? head.What.Length > 0
            : head.What.Contains(' ', StringComparison.Ordinal) && !head.What.StartsWith("with ", StringComparison.Ordinal);
        return tells ? head.What : null;
    }

    /// <summary>Where it comes from, for want of words.</summary>
    private static string Place(string subject, MergeSubject head, string? refName)
    {
        var tree = head.Repository is { } repository ? SourceTreeName.Normalize(repository).Name : null;
        return (tree, refName) switch
        {
            (not null, not null) => $"{refName}@{tree}",
            (not null, null) => tree,
            (null, not null) => head.From is { } from ? $"{refName} from {from}" : refName,
            _ => subject.Trim(),
        };
    }

    private static string Shorten(string title)
    {
        title = title.ReplaceLineEndings(" ").Trim();
        if (title.Length <= LongestTitle)
            return title.Length == 0 ? "Merge" : title;
        var cut = char.IsHighSurrogate(title[LongestTitle - 2]) ? LongestTitle - 2 : LongestTitle - 1;
        return title[..cut].TrimEnd() + '…';
    }

    /// <summary>Linus Torvalds' tree, a version of it, or a maintainer's usual name for it, merged by someone else.</summary>
    private static bool IsBackMerge(string subject, MergeSubject head)
    {
        if (head.Repository is { } repository)
            return SourceTreeName.IsMainline(repository) || IsLocalCopyOfMainline(repository);
        if (subject.Contains("with mainline", StringComparison.OrdinalIgnoreCase) || subject.StartsWith("Auto-update from upstream", StringComparison.OrdinalIgnoreCase)
            || subject.StartsWith("Merge upstream (", StringComparison.Ordinal) || subject.StartsWith("Merge Linus", StringComparison.Ordinal))
            return true;
        return head.Refs.Any(name => MergeSubject.IsVersion(name)
            || name is "linus" or "origin" or "linus/master" or "origin/master" or "torvalds/master" or "mainline" or "upstream/master" or "linux-2.6");
    }

    private static bool IsLocalCopyOfMainline(string repository) =>
        (repository[0] is '/' or '.' or '~') && repository.TrimEnd('/').Split('/')[^1] is "linux-2.6" or "linux" or "linus" or "torvalds-2.6" or "linux-git" or "linux-2.6.git";
}
