using System.Text;
using System.Text.RegularExpressions;

namespace KernelTracker.Ingest.Kernel;

/// <summary>What a patch in the form of a mail says before its diff, as git-format-patch(1) and quilt write it.</summary>
/// <param name="Author">Name of who wrote it, or the address where no name stands; empty when not stated.</param>
/// <param name="Message">The message, as it would be committed.</param>
internal sealed partial record PatchHeader(string Author, ParsedMessage Message)
{
    private const string InBodyFrom = "From:";

    /// <summary>Reads the part before the diff; null for a text that is no patch: it has no subject.</summary>
    public static PatchHeader? Read(string text)
    {
        string from = "", subject = "";
        var rest = text.AsSpan();
        var header = "";
        while (TryTakeLine(ref rest, out var line) && line.Length > 0)
        {
            // A header may go on over several lines, which begin with a blank.
            if (line[0] is ' ' or '\t' && header.Length > 0)
                Set(header, " " + line.Trim().ToString(), ref from, ref subject);
            else if (line.IndexOf(':') is > 0 and < 40 and var colon)
                Set(header = line[..colon].ToString().ToLowerInvariant(), line[(colon + 1)..].Trim().ToString(), ref from, ref subject);
        }
        subject = Prefix().Replace(EncodedWords.Decode(subject), "").Trim();
        if (subject.Length == 0)
            return null;
        // Who passes on a patch of somebody else names the author in the first line of the text.
        var body = Body(rest).TrimStart();
        if (body.StartsWith(InBodyFrom, StringComparison.Ordinal))
        {
            var end = body.IndexOf('\n', StringComparison.Ordinal);
            from = body[InBodyFrom.Length..end];
            body = body[end..];
        }
        return new PatchHeader(NameOf(EncodedWords.Decode(from)), CommitMessageParser.Parse(subject + "\n\n" + body));
    }

    private static void Set(string header, string value, ref string from, ref string subject)
    {
        if (header == "from")
            from += value;
        else if (header == "subject")
            subject += value;
    }

    private static string Body(ReadOnlySpan<char> rest)
    {
        var body = new StringBuilder();
        while (TryTakeLine(ref rest, out var line)
            && line is not "---"
            && !line.StartsWith("diff ") && !line.StartsWith("Index: ") && !line.StartsWith("--- "))
            body.Append(line).Append('\n');
        return body.ToString();
    }

    private static bool TryTakeLine(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> line)
    {
        line = default;
        if (rest.IsEmpty)
            return false;
        var end = rest.IndexOf('\n');
        line = (end < 0 ? rest : rest[..end]).TrimEnd();
        rest = end < 0 ? default : rest[(end + 1)..];
        return true;
    }

    private static string NameOf(string author) =>
        PersonText.Parse(author) is { } person ? person.Name.Length > 0 ? person.Name : person.Email : author.Trim();

    [GeneratedRegex(@"^\s*(\[[^\]\n]{0,60}\]\s*)*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();
}
