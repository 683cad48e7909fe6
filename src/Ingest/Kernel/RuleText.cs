using System.Reflection;

namespace KernelTracker.Ingest.Kernel;

/// <summary>
/// The reviewed data files that come with the program as resources: plain text, one rule a line,
/// "#" starts a comment when it opens a line or follows white space.
/// </summary>
internal static class RuleText
{
    /// <summary>The lines of a data file without comments and blank lines.</summary>
    /// <param name="folder">Folder under src/Ingest, with dots: "Kernel.Rules".</param>
    /// <param name="name">File name: "tree-aliases.txt".</param>
    public static IReadOnlyList<string> Load(string folder, string name) => Lines(Text(folder, name));

    /// <summary>A data file as it is, for those whose lines are not rules.</summary>
    /// <param name="folder">Folder under src/Ingest, with dots: "Kernel.Rules".</param>
    /// <param name="name">File name.</param>
    public static string Text(string folder, string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var resource = $"KernelTracker.Ingest.{folder}.{name}";
        using var stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The data file {resource} is missing from the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The lines of a data file's text without comments and blank lines.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        [.. text.Split('\n').Select(WithoutComment).Where(line => line.Length > 0)];

    private static string WithoutComment(string line)
    {
        for (var i = 0; i < line.Length; i++)
            if (line[i] == '#' && (i == 0 || char.IsWhiteSpace(line[i - 1])))
                return line[..i].Trim();
        return line.Trim();
    }
}
