namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>Reads the macros without parameters of a source that is not split into words.</summary>
internal static class Defines
{
    /// <summary>The macros, with their values on one line and their places; those with parameters are left out.</summary>
    public static IEnumerable<(string Name, string Value, int At)> Read(CodeText code)
    {
        foreach (var directive in code.Directives)
        {
            if (Split(code.Text.AsSpan(directive.Start + 1, directive.End - directive.Start - 1), out var name, out var value))
                yield return (name.ToString(), OneLine.Of(value.ToString().Replace("\\\n", " ", StringComparison.Ordinal)), directive.Start);
        }
    }

    private static bool Split(ReadOnlySpan<char> line, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        name = value = default;
        line = line.TrimStart(" \t");
        if (!line.StartsWith("define") || line.Length < 8 || line[6] is not (' ' or '\t'))
            return false;
        line = line[6..].TrimStart(" \t");
        var end = 0;
        while (end < line.Length && CodeWords.IsPart(line[end]))
            end++;
        if (end == 0 || (end < line.Length && line[end] == '('))
            return false;
        name = line[..end];
        value = line[end..];
        return true;
    }
}
