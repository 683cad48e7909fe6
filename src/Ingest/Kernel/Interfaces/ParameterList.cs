using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>
/// Reads the list of boot parameters (Documentation/kernel-parameters.txt, later admin-guide/kernel-parameters.txt): a
/// name behind one tab or at the start of a line, what it depends on in brackets, then its description.
/// </summary>
internal static class ParameterList
{
    /// <summary>Reads the list.</summary>
    public static void Read(string text, FactSet facts)
    {
        string? name = null;
        var description = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (Entry(line, out var entry, out var rest))
            {
                Add();
                name = BootParameters.Name(entry.ToString());
                description.Clear();
                description.Add(rest.ToString());
            }
            else if (line.StartsWith("\t\t"))
            {
                description.Add(line.Trim().ToString());
            }
            else if (!line.IsWhiteSpace())
            {
                // Prose before and after the list, and the names of others that stand at the line's start.
                Add();
                name = null;
            }
        }
        Add();

        void Add()
        {
            if (name is not null)
                facts.Add(InterfaceKind.BootParameter, name, OneLine.Sentence(string.Join('\n', description.Select(WithoutNote).SkipWhile(IsFormat).Take(20))));
        }
    }

    /// <summary>Whether a line begins an entry: "\tacpi=\t\t[HW,ACPI,X86]".</summary>
    private static bool Entry(ReadOnlySpan<char> line, out ReadOnlySpan<char> name, out ReadOnlySpan<char> rest)
    {
        name = rest = default;
        if (line.Length < 3 || line[0] != '\t' || line[1] is '\t' or ' ')
            return false;
        line = line[1..];
        var end = line.IndexOfAny(' ', '\t');
        name = end < 0 ? line : line[..end];
        rest = end < 0 ? default : line[end..].Trim();
        // A name of an entry has its sign, or brackets or nothing follow; prose goes on with words.
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '.' or '=' or ',' or '[' or ']' or '*' or '<' or '>' or '/'))
                return false;
        }
        if (!name.ContainsAnyInRange('a', 'z') && !name.ContainsAnyInRange('A', 'Z'))
            return false;
        return rest.StartsWith("[") || name.Contains('=') || rest.IsEmpty;
    }

    /// <summary>What a parameter depends on stands in brackets before its description: "[HW,ACPI]".</summary>
    private static string WithoutNote(string line) =>
        line.StartsWith('[') && line.IndexOf(']', StringComparison.Ordinal) is var close and > 0 ? line[(close + 1)..].TrimStart() : line;

    /// <summary>How a value is written is no description, though it may be all there is.</summary>
    private static bool IsFormat(string line) =>
        line.Length == 0 || line.StartsWith("Format", StringComparison.Ordinal) || line.StartsWith('{') || line.StartsWith('<');
}
