using System.Globalization;
using System.Text.RegularExpressions;

namespace KernelTracker.Ingest.Sample;

/// <summary>Something a changeset of a story does to one path.</summary>
internal abstract record FileStep(string Path);

/// <summary>Replaces <paramref name="Removed"/> lines by <paramref name="Added"/> made-up ones.</summary>
internal sealed record EditFile(string Path, int Added, int Removed) : FileStep(Path);

/// <summary>Adds a file.</summary>
internal sealed record NewFile(string Path, string Content) : FileStep(Path);

/// <summary>Adds lines at the end of a file.</summary>
internal sealed record AppendToFile(string Path, string Content) : FileStep(Path);

/// <summary>Deletes a file.</summary>
internal sealed record DeleteFile(string Path) : FileStep(Path);

/// <summary>Moves a file, its content unchanged.</summary>
internal sealed record MoveFile(string Path, string To) : FileStep(Path);

/// <summary>A changeset as a story tells it. The grammar is described at the head of 1-people.txt.</summary>
internal sealed partial record StoryChange(
    OutlineNode Node,
    string Who,
    string? Label,
    DateTimeOffset? Moment,
    string Subject,
    IReadOnlyList<string> Body,
    IReadOnlyList<(string Key, string Value)> Trailers,
    IReadOnlyList<FileStep> Files,
    string? Reverts,
    string? Upstream)
{
    /// <summary>Whether a line begins a changeset (or several: "each").</summary>
    public static bool IsChange(OutlineNode node) => node.Word == "each" || Head().IsMatch(node.Text);

    /// <summary>Reads a changeset; "each a b c; …" gives one for each word.</summary>
    /// <exception cref="FormatException">A line has none of the forms.</exception>
    public static IEnumerable<StoryChange> Read(OutlineNode node)
    {
        if (node.Word != "each")
            return [ReadOne(node)];
        if (node.Rest.Split("; ", 2) is not [var words, var pattern])
            throw node.Error("'each' needs words, a semicolon, and a changeset.");
        return words.Split(' ').Select(word => ReadOne(Fill(node with { Text = pattern }, word)));
    }

    /// <summary>Reads "2014-10-08 07:36 -0400".</summary>
    public static DateTimeOffset ReadMoment(OutlineNode node, string text) =>
        DateTimeOffset.TryParseExact(text.Insert(text.Length - 2, ":"), "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : throw node.Error($"'{text}' is no moment such as 2014-10-08 07:36 -0400.");

    private static OutlineNode Fill(OutlineNode node, string word) => node with
    {
        Text = node.Text.Replace("{}", word, StringComparison.Ordinal),
        Children = [.. node.Children.Select(c => Fill(c, word))],
    };

    private static StoryChange ReadOne(OutlineNode node)
    {
        var head = Head().Match(node.Text);
        if (!head.Success)
            throw node.Error("this is no changeset: 'who: subject', 'who #label: subject' or 'who 2014-10-08 07:36 -0400: subject'.");
        var (subject, edits) = head.Groups["subject"].Value.Split(" @ ", 2) switch
        {
            [var only] => (only, ""),
            var parts => (parts[0], parts[1]),
        };
        var trailers = new List<(string, string)>();
        var files = edits.Length == 0 ? [] : edits.Split(", ").Select(e => ReadEdit(node, e)).ToList<FileStep>();
        string? reverts = null, upstream = null;
        foreach (var child in node.Children.Where(c => !c.Text.StartsWith('|')))
        {
            if (TrailerLine().Match(child.Text) is { Success: true } trailer)
                trailers.Add((trailer.Groups[1].Value, trailer.Groups[2].Value));
            else if (child.Word == "revert")
                reverts = child.Rest.TrimStart('#');
            else if (child.Word == "upstream")
                upstream = child.Rest.TrimStart('#');
            else
                files.AddRange(ReadFileStep(child));
        }
        return new StoryChange(
            node,
            head.Groups["who"].Value,
            head.Groups["label"].Success ? head.Groups["label"].Value : null,
            head.Groups["at"].Success ? ReadMoment(node, head.Groups["at"].Value) : null,
            subject,
            [.. node.Quoted],
            trailers,
            files,
            reverts,
            upstream);
    }

    private static IEnumerable<FileStep> ReadFileStep(OutlineNode node)
    {
        var words = node.Rest.Split(' ');
        switch (node.Word)
        {
            case "edit":
                return [ReadEdit(node, node.Rest)];
            case "new":
                return [new NewFile(words[0], Lines(node))];
            case "append":
                return [new AppendToFile(words[0], Lines(node))];
            case "delete":
                return [new DeleteFile(words[0])];
            case "move" when words.Length == 2:
                return [new MoveFile(words[0], words[1])];
            case "driver":
                return StandIn.Driver(node);
            case "option":
                return [StandIn.Option(node)];
            default:
                throw node.Error($"'{node.Word}' is neither a trailer nor something done to a file.");
        }
    }

    private static EditFile ReadEdit(OutlineNode node, string text)
    {
        var edit = Edit().Match(text);
        return edit.Success
            ? new EditFile(edit.Groups[1].Value, Number(edit.Groups[2].Value), Number(edit.Groups[3].Value))
            : throw node.Error($"'{text}' is no edit such as 'mm/slab.c +3 -1'.");
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static string Lines(OutlineNode node) => string.Concat(node.Quoted.Select(line => line + "\n"));

    [GeneratedRegex(@"^(?<who>[a-z]{3})(?: #(?<label>[a-z0-9-]+))?(?: (?<at>\d{4}-\d\d-\d\d \d\d:\d\d [+-]\d{4}))?: (?<subject>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex("^([A-Z][A-Za-z]*(?:-[a-z]+)*): (.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex TrailerLine();

    [GeneratedRegex(@"^(\S+) \+(\d+) -(\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Edit();
}
