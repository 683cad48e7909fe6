namespace KernelTracker.Ingest.Kernel;

/// <summary>One line of a MAINTAINERS section that says which files belong to it.</summary>
/// <param name="Kind">'F' (path or glob), 'X' (excluded path or glob), 'N' (regular expression on paths) or 'K' (on content).</param>
/// <param name="Value">What follows the letter.</param>
internal readonly record struct MaintainersPattern(char Kind, string Value);

/// <summary>A section of the MAINTAINERS file; its head describes the letters.</summary>
/// <param name="Name">The heading, for instance "EXT4 FILE SYSTEM".</param>
/// <param name="Status">S: line; null when absent.</param>
/// <param name="Maintainers">M: lines (older files: P: and M: joined to "Name &lt;address&gt;").</param>
/// <param name="Lists">L: lines.</param>
/// <param name="Trees">T: lines.</param>
/// <param name="Patterns">F:, X:, N: and K: lines in order.</param>
internal sealed record MaintainersSection(
    string Name,
    string? Status,
    IReadOnlyList<string> Maintainers,
    IReadOnlyList<string> Lists,
    IReadOnlyList<string> Trees,
    IReadOnlyList<MaintainersPattern> Patterns);

/// <summary>
/// Reads the kernel's MAINTAINERS file: sections of a heading and lines "LETTER: value", parted by blank lines.
/// A heading may take several lines; a section is one only with its first lettered line, so the preamble's prose is none.
/// </summary>
internal static class MaintainersFile
{
    /// <summary>Reads every section; the preamble is skipped.</summary>
    public static IReadOnlyList<MaintainersSection> Parse(string text)
    {
        var sections = new List<MaintainersSection>();
        var heading = new List<string>();
        var fields = new List<(char Letter, string Value)>();
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.TrimEnd();
            if (TryReadField(line, out var letter, out var value))
            {
                // A lettered line without a heading is the preamble's explanation of the letter.
                if (heading.Count > 0)
                    fields.Add((letter, value));
                continue;
            }

            if (line.Length == 0)
            {
                // Prose: a heading stands directly above its fields.
                if (fields.Count == 0)
                    heading.Clear();
                continue;
            }

            if (char.IsWhiteSpace(line[0]))
                continue;
            if (fields.Count > 0)
                Close(sections, heading, fields);
            heading.Add(line);
        }

        Close(sections, heading, fields);
        return sections;
    }

    private static bool TryReadField(string line, out char letter, out string value)
    {
        (letter, value) = ('\0', "");
        if (line.Length < 3 || !char.IsAsciiLetterUpper(line[0]) || line[1] != ':' || !char.IsWhiteSpace(line[2]) && line[2] is not ('"' or '<'))
            return false;
        letter = line[0];
        value = line[2..].Trim();
        return value.Length > 0;
    }

    private static void Close(List<MaintainersSection> sections, List<string> heading, List<(char Letter, string Value)> fields)
    {
        if (heading.Count > 0 && fields.Count > 0)
        {
            var name = string.Join(' ', heading.Select(h => h.Trim()));
            sections.Add(new MaintainersSection(
                name,
                fields.Find(f => f.Letter == 'S').Value,
                People(fields),
                Of(fields, 'L'),
                Of(fields, 'T'),
                [.. fields.Where(f => f.Letter is 'F' or 'X' or 'N' or 'K').Select(f => new MaintainersPattern(f.Letter, f.Value))]));
        }

        heading.Clear();
        fields.Clear();
    }

    private static List<string> Of(List<(char Letter, string Value)> fields, char letter) =>
        [.. fields.Where(f => f.Letter == letter).Select(f => f.Value)];

    /// <summary>Until 2009 a maintainer is a P: line with the name and, usually, an M: line with the address after it.</summary>
    private static List<string> People(List<(char Letter, string Value)> fields)
    {
        var people = new List<string>();
        string? name = null;
        foreach (var (letter, value) in fields)
        {
            if (letter == 'P')
            {
                if (name is not null)
                    people.Add(name);
                name = value;
            }
            else if (letter == 'M')
            {
                people.Add(name is null ? value : value.Contains('<', StringComparison.Ordinal) ? $"{name} {value}" : $"{name} <{value}>");
                name = null;
            }
        }

        // In today's files P: is a document about the subsystem, not a person.
        if (name is not null && !name.Contains('/', StringComparison.Ordinal))
            people.Add(name);
        return people;
    }
}
