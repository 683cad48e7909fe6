namespace KernelTracker.Ingest.Sample;

/// <summary>A line of a story with the lines indented below it.</summary>
/// <param name="Where">File and line, for error messages.</param>
/// <param name="Text">The line without its indentation.</param>
/// <param name="Children">The lines below it, in order.</param>
internal sealed record OutlineNode(string Where, string Text, IReadOnlyList<OutlineNode> Children)
{
    /// <summary>The first word.</summary>
    public string Word => Text.Split(' ', 2)[0];

    /// <summary>What follows the first word.</summary>
    public string Rest => Text.Length > Word.Length ? Text[(Word.Length + 1)..] : "";

    /// <summary>The lines "| text" below this one, without their bar.</summary>
    public IEnumerable<string> Quoted => Children.Where(c => c.Text.StartsWith('|')).Select(c => c.Text.Length > 2 ? c.Text[2..] : "");

    /// <summary>An error at this line.</summary>
    public FormatException Error(string message) => new($"{Where}: {message}");
}

/// <summary>Reads indented text: two blanks a level, "#" begins a comment line, "|" keeps the rest of a line as it is.</summary>
internal static class Outline
{
    /// <summary>Reads a text into its top-level lines.</summary>
    /// <param name="file">Its name, for error messages.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">A line is indented by an odd number of blanks or deeper than one level below the line before.</exception>
    public static IReadOnlyList<OutlineNode> Read(string file, string text)
    {
        var top = new List<OutlineNode>();
        var open = new List<List<OutlineNode>> { top };
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var content = line.TrimStart(' ');
            if (string.IsNullOrWhiteSpace(content) || content.StartsWith('#'))
                continue;
            var where = $"{file}:{number}";
            var indent = line.Length - content.Length;
            if (indent % 2 != 0 || indent / 2 >= open.Count)
                throw new FormatException($"{where}: indented by {indent} blanks, which is no level here.");
            var children = new List<OutlineNode>();
            open[indent / 2].Add(new OutlineNode(where, content.TrimEnd(), children));
            open.RemoveRange((indent / 2) + 1, open.Count - (indent / 2) - 1);
            open.Add(children);
        }
        return top;
    }
}
