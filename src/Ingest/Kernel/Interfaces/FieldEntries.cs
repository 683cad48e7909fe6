namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>An entry of a file of fields: "What:	/sys/…", its continued lines indented.</summary>
internal sealed class FieldEntry
{
    private readonly Dictionary<string, List<string>> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The lines of a field; none when the entry lacks it.</summary>
    public IReadOnlyList<string> Lines(string field) => _fields.TryGetValue(field, out var lines) ? lines : [];

    /// <summary>The first paragraph of a field.</summary>
    public string Text(string field) =>
        string.Join('\n', Lines(field).SkipWhile(string.IsNullOrWhiteSpace).TakeWhile(l => !string.IsNullOrWhiteSpace(l)).Take(40));

    internal List<string> Open(string field)
    {
        if (!_fields.TryGetValue(field, out var lines))
            _fields.Add(field, lines = []);
        return lines;
    }
}

/// <summary>Splits texts into entries of fields.</summary>
internal static class FieldEntries
{
    private static readonly string[] Fields = ["What", "Where", "Date", "KernelVersion", "Kernel Version", "Contact", "Description", "Users", "When", "Who", "Why", "Files", "Check", "Values", "Format"];

    /// <summary>The entries, each begun by one field.</summary>
    public static IReadOnlyList<FieldEntry> Read(string text, string first)
    {
        var entries = new List<FieldEntry>();
        List<string>? field = null;
        var lastWasFirst = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("---"))
            {
                field = null;
                lastWasFirst = false;
                continue;
            }
            if (FieldOf(line) is { } name)
            {
                // Several "What:" in a row share one description.
                var isFirst = name.Equals(first, StringComparison.OrdinalIgnoreCase);
                if (isFirst && !lastWasFirst)
                    entries.Add(new FieldEntry());
                lastWasFirst = isFirst;
                field = entries.Count > 0 ? entries[^1].Open(name) : null;
                field?.Add(line[(line.IndexOf(':') + 1)..].Trim().ToString());
            }
            else
            {
                field?.Add(line.Trim().ToString());
            }
        }
        return entries;
    }

    private static string? FieldOf(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || char.IsWhiteSpace(line[0]))
            return null;
        var colon = line[..Math.Min(line.Length, 20)].IndexOf(':');
        if (colon <= 0)
            return null;
        var name = line[..colon].TrimEnd();
        foreach (var field in Fields)
        {
            if (name.Equals(field, StringComparison.OrdinalIgnoreCase))
                return field;
        }
        return null;
    }
}
