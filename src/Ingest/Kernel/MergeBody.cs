namespace KernelTracker.Ingest.Kernel;

/// <summary>What the message of a merge commit says after its subject.</summary>
/// <param name="From">Who asked for the pull; null when not stated.</param>
/// <param name="What">What was asked for ("Pull USB updates from …" → "USB updates"); null when not stated.</param>
/// <param name="Words">The request's words that stand before the shortlog.</param>
/// <param name="Remarks">What the merger wrote after the shortlog.</param>
/// <param name="HasShortlog">Whether there is a shortlog.</param>
internal sealed record MergeBody(string? From, string? What, string Words, string Remarks, bool HasShortlog)
{
    /// <summary>Reads a body.</summary>
    /// <param name="body">The message without its subject.</param>
    /// <param name="refs">The names the subject has: a shortlog may be headed by one of them alone.</param>
    public static MergeBody Parse(string body, IReadOnlyList<string> refs)
    {
        var lines = body.Split('\n').Select(l => l.TrimEnd()).ToArray();
        var first = Array.FindIndex(lines, l => l.Length > 0);
        if (first < 0)
            return new MergeBody(null, null, "", "", false);

        var from = (string?)null;
        var what = (string?)null;
        var start = first;
        if (TryReadRequest(lines, first, out var request, out var next))
            (what, from, start) = (request.What, request.From, next);
        else if (Speaker(lines[first]) is { } speaker)
            (from, start) = (speaker, first + 1);

        var before = new List<string>();
        var after = new List<string>();
        var seenShortlog = false;
        if (request.Inline.Length > 0)
            before.Add(request.Inline);
        for (var i = start; i < lines.Length;)
        {
            if (IsShortlogHead(lines[i], refs))
            {
                seenShortlog = true;
                i = SkipShortlog(lines, i + 1);
            }
            else if (IsConflictHead(lines[i]))
            {
                i = SkipConflicts(lines, i + 1);
            }
            else
            {
                if (!IsNote(lines[i]))
                    (seenShortlog ? after : before).Add(lines[i]);
                i++;
            }
        }

        return new MergeBody(from, what, Unquote(before), string.Join("\n\n", Paragraphs(after).Where(p => !IsAboutConflicts(p) && !IsRepair(p))), seenShortlog);
    }

    /// <summary>"Pull X from NAME:", "Merge "X" from NAME:", over up to three lines.</summary>
    private static bool TryReadRequest(string[] lines, int first, out (string? What, string? From, string Inline) request, out int next)
    {
        request = (null, null, "");
        next = first;
        var head = lines[first];
        var isMerge = head.StartsWith("Merge ", StringComparison.Ordinal);
        if (!isMerge && !head.StartsWith("Pull ", StringComparison.Ordinal))
            return false;
        var text = "";
        for (var i = first; i < lines.Length && i < first + 3 && lines[i].Length is > 0 and < 400; i++)
        {
            text = text.Length == 0 ? lines[i] : text + ' ' + lines[i].TrimStart();
            var isLast = i + 1 == lines.Length || lines[i + 1].Length == 0;
            var from = LastFrom(text);
            if (from < 0)
            {
                // "Pull "generic TEE subsystem for v4.12"": nobody is named.
                if (i > first || !isLast || isMerge)
                    continue;
                request = (text[5..].TrimEnd(':', '.').Trim().Trim('"'), null, "");
                next = i + 1;
                return request.What is { Length: > 0 };
            }

            var tail = text[(from + 6)..].Trim();
            var colon = tail.IndexOf(':', StringComparison.Ordinal);
            if (tail.Length == 0 || (colon < 0 && !isLast && i + 1 < first + 3 && !lines[i + 1].StartsWith(' ') && !EndsSentence(tail)))
                continue;
            var name = PersonText.Parse(colon < 0 ? tail : tail[..colon]) is { Name.Length: > 0 } person ? person.Name.TrimEnd('.', ',', '"') : "";
            // "Merge necessary new clocks from the clk tree, then …" is prose.
            if (name.Length is 0 or > 120 || (isMerge && colon < 0 && head[6] != '"'))
                return false;
            var what = text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..from].Trim().Trim('"').Trim();
            request = (what, char.IsLower(name[0]) ? null : name, colon < 0 ? "" : tail[(colon + 1)..].Trim());
            next = i + 1;
            return request.What is { Length: > 0 };
        }

        return false;
    }

    private static bool EndsSentence(string text) => text[^1] == '.';

    /// <summary>The last " from " that no quotation follows: text after the name may be quoted.</summary>
    private static int LastFrom(string text)
    {
        var end = text.Length;
        if (text.IndexOf(": \"", StringComparison.Ordinal) is > 0 and var quotation)
            end = quotation;
        return text.LastIndexOf(" from ", end - 1, StringComparison.Ordinal);
    }

    /// <summary>"Jonathan writes:", "Johan Hedberg says:", "From Boris:" — someone's words follow.</summary>
    private static string? Speaker(string line)
    {
        if (line.Length > 80 || !line.EndsWith(':'))
            return null;
        foreach (var verb in (string[])[" writes:", " says:", " wrote:"])
            if (line.EndsWith(verb, StringComparison.Ordinal))
                return line[..^verb.Length];
        return line.StartsWith("From ", StringComparison.Ordinal) ? line[5..^1].Trim() : null;
    }

    private static bool IsShortlogHead(string line, IReadOnlyList<string> refs)
    {
        if (!line.StartsWith("* ", StringComparison.Ordinal))
            return false;
        var head = line.AsSpan(2);
        if (head.EndsWith(" commits)") || head.EndsWith(" commit)"))
        {
            var count = head.LastIndexOf(": (");
            if (count < 0)
                return false;
            return count > 0;
        }

        if (!head.EndsWith(":"))
            return false;
        var name = head[..^1].ToString();
        if (refs.Contains(name) || name is "HEAD" || name.StartsWith("refs/", StringComparison.Ordinal) || name.StartsWith("emailed patches ", StringComparison.Ordinal))
            return true;
        if (SourceTreeName.LooksLikeRepository(name.Split(' ')[^1]))
            return true;
        return name.EndsWith('\'') && (name[0] == '\'' || name.Contains(" '", StringComparison.Ordinal)) && IsRefList(name);
    }

    private static bool IsRefList(string name) =>
        name[0] == '\'' || name.StartsWith("branch ", StringComparison.Ordinal) || name.StartsWith("tag ", StringComparison.Ordinal)
        || name.StartsWith("commit ", StringComparison.Ordinal) || name.StartsWith("remote", StringComparison.Ordinal)
        || name.StartsWith("branches ", StringComparison.Ordinal) || name.StartsWith("head ", StringComparison.Ordinal);

    /// <summary>Subjects are indented; messages of early 2006 hold whole logs, with blank lines.</summary>
    private static int SkipShortlog(string[] lines, int i)
    {
        while (i < lines.Length && (lines[i].Length == 0 || char.IsWhiteSpace(lines[i][0])))
            i++;
        return i;
    }

    private static bool IsConflictHead(string line) => line is "Conflicts:" or "# Conflicts:" or "Conflicts" or "Conflict:";

    private static int SkipConflicts(string[] lines, int i)
    {
        for (; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.Length > 0 && !char.IsWhiteSpace(line[0]) && line[0] != '#' && (line.Contains(' ', StringComparison.Ordinal) || !line.Contains('/', StringComparison.Ordinal)))
                break;
        }

        return i;
    }

    /// <summary>Trailers, remarks of signature checks and of the tool that filtered the history.</summary>
    private static bool IsNote(string line) =>
        TrailerKey.IsTrailer(line) || line.StartsWith("# gpg:", StringComparison.Ordinal) || line.StartsWith("gpg: ", StringComparison.Ordinal)
        || line.StartsWith("[ upstream commit:", StringComparison.Ordinal) || line.StartsWith("# By ", StringComparison.Ordinal) || line.StartsWith("# Via ", StringComparison.Ordinal);

    /// <summary>Whether a paragraph only tells how conflicts were resolved.</summary>
    private static bool IsAboutConflicts(string paragraph)
    {
        var end = paragraph.IndexOf('\n', StringComparison.Ordinal);
        var line = paragraph.AsSpan(0, Math.Min(end < 0 ? paragraph.Length : end, 200));
        return line.Contains("conflict", StringComparison.OrdinalIgnoreCase)
            && (line.Contains("fix", StringComparison.OrdinalIgnoreCase) || line.Contains("resol", StringComparison.OrdinalIgnoreCase)
                || line.Contains("manual", StringComparison.OrdinalIgnoreCase) || line.Contains("trivial", StringComparison.OrdinalIgnoreCase)
                || line.StartsWith("conflict", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a paragraph below the shortlog only tells what the merger repaired by hand.</summary>
    private static bool IsRepair(string paragraph) =>
        paragraph.StartsWith("Manual", StringComparison.OrdinalIgnoreCase) || paragraph.StartsWith("Fixed up", StringComparison.OrdinalIgnoreCase)
        || paragraph.StartsWith("Fix up", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Paragraphs(IReadOnlyList<string> lines)
    {
        var paragraph = new List<string>();
        foreach (var line in lines.Append(""))
        {
            if (line.Length > 0)
            {
                paragraph.Add(line);
            }
            else if (paragraph.Count > 0)
            {
                yield return string.Join('\n', paragraph);
                paragraph.Clear();
            }
        }
    }

    /// <summary>Text without conflict remarks, without the quotation marks around the whole, and without common indentation.</summary>
    private static string Unquote(List<string> lines)
    {
        var paragraphs = Paragraphs(lines).Where(p => !IsAboutConflicts(p)).ToList();
        if (paragraphs.Count == 0)
            return "";
        if (paragraphs[0].TrimStart().StartsWith('"') && paragraphs[^1].EndsWith('"')
            && paragraphs.Skip(1).All(p => !p.TrimStart().StartsWith('"')))
        {
            // The mark hangs in the margin: the other lines are indented one column further.
            var mark = paragraphs[0].IndexOf('"', StringComparison.Ordinal);
            paragraphs[0] = new string(' ', mark + 1) + paragraphs[0][(mark + 1)..];
            paragraphs[^1] = paragraphs[^1][..^1].TrimEnd();
        }

        var text = string.Join("\n\n", paragraphs).Split('\n');
        var indentation = text.Where(l => l.Trim().Length > 0).Select(l => l.Length - l.TrimStart(' ').Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', text.Select(l => l.Length >= indentation ? l[indentation..] : "")).Trim('\n').TrimEnd();
    }
}
