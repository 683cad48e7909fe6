using System.Text.RegularExpressions;

namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>Finds the sentence of a source's first comments that says what the source is.</summary>
internal static partial class SourceTitle
{
    private const int MaxComments = 4;
    private const int MaxComment = 16_384;
    private const int MaxLength = 200;

    /// <summary>A title names no more devices than this; the ids and the driver name the rest.</summary>
    private const int MaxDevices = 4;

    private static readonly string[] Formalities =
    [
        "copyright", "(c)", "©", "spdx-", "author", "license", "licence", "all rights", "$id", "@", "\\file", "\\author", "http:", "https:", "this file", "this program",
        "this is free", "this source", "written by", "maintain", "modified", "based on", "derived", "created", "version", "contact", "free software",
        "redistribut", "permission", "warrant", "gnu general", "gpl", "-*-", "vim:", "history", "changelog",
    ];

    /// <summary>The title in a source at that path; null when no comment before the first word says anything.</summary>
    public static string? Of(CSource source, string path)
    {
        var firstWord = source.Tokens.Count > 0 ? source.Tokens[0].Start : source.Text.Length;
        var comments = source.Comments.Take(MaxComments).TakeWhile(c => c.Start < firstWord)
            .Select(c => source.Text.Substring(c.Start, Math.Min(c.End - c.Start, MaxComment))).ToList();
        return comments.Select(DeviceList).FirstOrDefault(d => d is not null)
            ?? comments.Select(c => OfComment(c, FileName(path))).FirstOrDefault(t => t is not null);
    }

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string? OfComment(string comment, string fileName)
    {
        var title = "";
        foreach (var line in CommentText.Lines(comment))
        {
            var text = WithoutFileName(line, fileName);
            var isFormal = Formalities.Any(f => text.Contains(f, StringComparison.OrdinalIgnoreCase));
            if (title.Length > 0 && (text.Length == 0 || isFormal))
                break;
            if (isFormal || !HasWords(text))
                continue;
            title = title.Length == 0 ? text : $"{title} {text}";
            if (SentenceEnd(title) is var end and > 0)
            {
                title = title[..end];
                break;
            }
            if (title.Length > MaxLength)
                break;
        }
        return title.Length is 0 or > MaxLength ? null : title.TrimEnd('.', ':', ' ', '-');
    }

    /// <summary>
    /// The head of a Comedi driver lists its devices as "Devices: [Advantech] PCL-724 (pcl724), PCL-722 (pcl722)"
    /// (drivers/staging/comedi): the first vendor's, without what programs call them.
    /// </summary>
    private static string? DeviceList(string comment)
    {
        if (Devices().Match(comment) is not { Success: true } match)
            return null;
        var parts = Called().Replace(match.Groups["parts"].Value, "").Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(p => p.Any(char.IsAsciiDigit) && !p.Contains(' ', StringComparison.Ordinal)).Take(MaxDevices).ToList();
        return parts.Count == 0 ? null : $"{match.Groups["vendor"].Value} {string.Join(", ", parts)}";
    }

    /// <summary>"drivers/net/foo.c - Driver for Foo" without its file name.</summary>
    private static string WithoutFileName(string line, string fileName)
    {
        var at = line.IndexOf(fileName, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || line.AsSpan(0, at).Contains(' ') && !line.StartsWith("linux/", StringComparison.Ordinal))
        {
            // A file that was renamed still has its old name there.
            var space = line.IndexOf(' ');
            var word = space < 0 ? line : line[..space];
            if (!IsSourceName(word.TrimEnd(':', ',')))
                return line;
            return space < 0 ? "" : line[(space + 1)..].TrimStart(' ', '-', ':', '\t', ',', '\u2013', '\u2014');
        }
        return line[(at + fileName.Length)..].TrimStart(' ', '-', ':', '\t', ',', '\u2013', '\u2014');
    }

    private static bool IsSourceName(string word) => word.EndsWith(".c", StringComparison.Ordinal) || word.EndsWith(".h", StringComparison.Ordinal);

    private static bool HasWords(string text) => text.Contains(' ') && text.Count(char.IsAsciiLetter) >= 6;

    private static int SentenceEnd(string text)
    {
        for (var i = text.IndexOf('.'); i >= 0 && i + 1 < text.Length; i = text.IndexOf('.', i + 1))
        {
            if (text[i + 1] == ' ' && i + 2 < text.Length && char.IsAsciiLetterUpper(text[i + 2]) && i > 3 && text[i - 2] is not (' ' or '.') && !IsCompany(text, i))
                return i;
        }
        return text.EndsWith('.') ? text.Length - 1 : 0;
    }

    /// <summary>The full stop of "Acme Inc. Foo-9 board" ends no sentence.</summary>
    private static bool IsCompany(string text, int at) =>
        text[(text.LastIndexOf(' ', at) + 1)..at] is "Inc" or "Corp" or "Ltd" or "Co";

    [GeneratedRegex(@"^[\s*]*Devices?: *\[(?<vendor>[^\]\n]{2,40})\] *(?<parts>[^\[\n]{2,200}(?:\n[ \t*]+[^\[\n:]{2,200}){0,4})", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Devices();

    [GeneratedRegex(@"\s*\([^()]*\)|^[\s*]+", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Called();
}
