namespace KernelTracker.Ingest.Kernel;

/// <summary>A commit message taken apart.</summary>
/// <param name="Subject">The first paragraph on one line, as git's %s.</param>
/// <param name="Body">The rest without the closing block of trailers.</param>
/// <param name="Trailers">Trailers in the order they stand.</param>
internal sealed record ParsedMessage(string Subject, string Body, IReadOnlyList<TrailerLine> Trailers);

/// <summary>One trailer of a commit message.</summary>
/// <param name="Key">The key as usually written: "Signed-off-by".</param>
/// <param name="Value">The value, continuation lines joined by a space.</param>
/// <param name="PersonName">Name of the person the value names; null when it names none. May be empty when only an address stands.</param>
/// <param name="PersonEmail">Address of the person; empty when the value holds only a name; null when it names none.</param>
internal sealed record TrailerLine(string Key, string Value, string? PersonName, string? PersonEmail);

/// <summary>
/// Takes commit messages apart into subject, body and trailers
/// (Documentation/process/submitting-patches.rst; git-interpret-trailers(1) is stricter than the kernel's history).
/// </summary>
internal static class CommitMessageParser
{
    /// <summary>Reads one whole commit message.</summary>
    public static ParsedMessage Parse(string message)
    {
        var lines = message.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            lines[i] = lines[i].TrimEnd(' ', '\t', '\r');
        var at = 0;
        while (at < lines.Length && lines[at].Length == 0)
            at++;
        var start = at;
        while (at < lines.Length && lines[at].Length > 0)
            at++;
        var subject = string.Join(' ', lines, start, at - start);
        while (at < lines.Length && lines[at].Length == 0)
            at++;
        var end = lines.Length;
        while (end > at && lines[end - 1].Length == 0)
            end--;
        var block = BlockStart(lines, at, end);
        var bodyEnd = block;
        while (bodyEnd > at && lines[bodyEnd - 1].Length == 0)
            bodyEnd--;

        var trailers = new List<TrailerLine>();
        ReadScattered(lines, at, bodyEnd, trailers);
        ReadBlock(lines, block, end, trailers);
        return new ParsedMessage(subject, string.Join('\n', lines, at, bodyEnd - at), trailers);
    }

    /// <summary>
    /// Where the closing block begins: going up from the end over trailers, their folded lines, blank lines and
    /// remarks in brackets between them. At least one line must have a known key.
    /// </summary>
    private static int BlockStart(string[] lines, int first, int end)
    {
        var block = end;
        for (var i = end - 1; i >= first; i--)
        {
            var line = lines[i];
            if (line.Length == 0)
                continue;
            if (TrailerKey.IsTrailer(line))
            {
                block = i;
                continue;
            }

            if (line[^1] == ']' && RemarkStart(lines, first, i) is >= 0 and var remark)
            {
                i = remark;
                continue;
            }

            if (char.IsWhiteSpace(line[0]) || TrailerKey.TrySplitUnknown(line, out _, out _))
                continue;
            break;
        }

        // A remark or an unknown key above the first known one belongs to it when no blank line parts them.
        while (block > first && block < end && lines[block - 1].Length > 0
            && (TrailerKey.TrySplitUnknown(lines[block - 1], out _, out _) || (lines[block - 1][^1] == ']' && RemarkStart(lines, first, block - 1) >= 0)))
        {
            var up = lines[block - 1][^1] == ']' ? RemarkStart(lines, first, block - 1) : -1;
            block = up >= 0 ? up : block - 1;
        }

        return block;
    }

    /// <summary>"[who@where: what was changed]", over up to ten lines: the line it opens on, or -1.</summary>
    private static int RemarkStart(string[] lines, int first, int last)
    {
        for (var i = last; i >= first && i > last - 10 && lines[i].Length > 0; i--)
        {
            if (lines[i][0] == '[')
                return i;
            if (TrailerKey.IsTrailer(lines[i]))
                return -1;
        }

        return -1;
    }

    private static void ReadScattered(string[] lines, int first, int end, List<TrailerLine> trailers)
    {
        for (var i = first; i < end; i++)
            if (TrailerKey.TrySplit(lines[i], out var key, out var value, out var person) && key != "From")
                trailers.Add(Make(key, value, person));
        // "From: Name <address>" opens messages that were mailed on; elsewhere it is prose.
        if (first < end && TrailerKey.TrySplit(lines[first], out var from, out var author, out _) && from == "From")
            trailers.Insert(0, Make(from, author, true));
    }

    private static void ReadBlock(string[] lines, int first, int end, List<TrailerLine> trailers)
    {
        for (var i = first; i < end; i++)
        {
            if (lines[i].Length == 0)
                continue;
            if (lines[i][0] == '[')
            {
                while (i + 1 < end && lines[i][^1] != ']' && lines[i + 1].Length > 0 && !TrailerKey.IsTrailer(lines[i + 1]))
                    i++;
                continue;
            }

            if (!TrailerKey.TrySplit(lines[i], out var key, out var value, out var person)
                && !TrailerKey.TrySplitUnknown(lines[i], out key, out value))
                continue;
            if (i + 1 < end && IsFolded(lines[i + 1]))
            {
                var folded = new List<string> { value };
                while (i + 1 < end && IsFolded(lines[i + 1]))
                    folded.Add(lines[++i].Trim());
                value = string.Join(' ', folded);
            }

            trailers.Add(Make(key, value, person));
        }
    }

    private static bool IsFolded(string line) => line.Length > 0 && char.IsWhiteSpace(line[0]);

    private static TrailerLine Make(string key, string value, bool namesPerson)
    {
        var person = namesPerson ? PersonText.Parse(value) : null;
        return new TrailerLine(key, value, person?.Name, person?.Email);
    }
}
