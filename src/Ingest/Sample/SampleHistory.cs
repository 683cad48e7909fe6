using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace KernelTracker.Ingest.Sample;

/// <summary>
/// The bundled sample: an invented kernel history around the 3.18 merge window of October 2014,
/// kept as text in this folder and built into a git repository on first use.
/// </summary>
public static class SampleHistory
{
    /// <summary>Folder name of the built repository.</summary>
    public const string FolderName = "sample.git";

    /// <summary>File in the built repository that names the text it was built from.</summary>
    private const string MarkFile = "built-from";

    /// <summary>Raised when this program would build something else from the same text.</summary>
    private const int FormatVersion = 1;

    /// <summary>
    /// Builds the repository below <paramref name="directory"/> unless it is there already and built from the same text.
    /// An interrupted build leaves nothing under the repository's name.
    /// </summary>
    /// <returns>The path of the bare repository; mainline is its branch "master".</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string EnsureBuilt(string directory) => EnsureBuilt(directory, Texts());

    /// <summary>The texts of the story by file name, in the order they are told.</summary>
    internal static IReadOnlyList<(string File, string Text)> Texts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        const string prefix = "KernelTracker.Ingest.Sample.";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name[prefix.Length..], Read(assembly, name)))];
    }

    /// <summary>The lines of a story.</summary>
    internal static IReadOnlyList<OutlineNode> Story(IEnumerable<(string File, string Text)> texts) =>
        [.. texts.SelectMany(t => Outline.Read(t.File, t.Text))];

    /// <summary>As <see cref="EnsureBuilt(string)"/>, from given texts.</summary>
    internal static string EnsureBuilt(string directory, IReadOnlyList<(string File, string Text)> texts)
    {
        var path = Path.Combine(directory, FolderName);
        var mark = Mark(texts);
        if (IsBuilt(path, mark))
            return path;
        Directory.CreateDirectory(directory);
        RemoveLeftovers(directory);
        var work = Path.Combine(directory, $"{FolderName}.{Guid.NewGuid():N}.tmp");
        using (var builder = new HistoryBuilder(work, packed: true))
        {
            StoryTeller.Tell(Story(texts), builder);
            builder.Pack();
        }
        File.WriteAllText(Path.Combine(work, MarkFile), mark);
        if (Directory.Exists(path))
        {
            var old = Path.Combine(directory, $"{FolderName}.{Guid.NewGuid():N}.old");
            Directory.Move(path, old);
            Remove(old);
        }
        try
        {
            Directory.Move(work, path);
        }
        catch (IOException) when (IsBuilt(path, mark))
        {
            // Another process was faster; its repository holds the same objects.
            Remove(work);
        }
        return path;
    }

    /// <summary>Removes what builds left behind that ended before they were done; a build takes seconds, not an hour.</summary>
    private static void RemoveLeftovers(string directory)
    {
        var leftovers = new DirectoryInfo(directory).EnumerateDirectories(FolderName + ".*")
            .Where(folder => folder.LastWriteTimeUtc < DateTime.UtcNow.AddHours(-1));
        foreach (var folder in leftovers)
            Remove(folder.FullName);
    }

    private static bool IsBuilt(string path, string mark)
    {
        var file = Path.Combine(path, MarkFile);
        return File.Exists(file) && File.ReadAllText(file) == mark;
    }

    private static string Mark(IEnumerable<(string File, string Text)> texts)
    {
        var all = new StringBuilder().Append(FormatVersion).Append('\n');
        foreach (var (file, text) in texts)
            all.Append(file).Append('\n').Append(text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Deletes a repository, whose object files are read-only.</summary>
    private static void Remove(string folder)
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
            file.IsReadOnly = false;
        Directory.Delete(folder, recursive: true);
    }
}
