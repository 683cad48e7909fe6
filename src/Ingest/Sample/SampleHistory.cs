namespace KernelTracker.Ingest.Sample;

/// <summary>
/// The bundled sample: an invented kernel history around the 3.18 merge window of October 2014,
/// kept as text in this folder and built into a git repository on first use.
/// </summary>
public static class SampleHistory
{
    /// <summary>Folder name of the built repository.</summary>
    public const string FolderName = "sample.git";

    /// <summary>
    /// Builds the repository below <paramref name="directory"/> unless it is there already and built from the same text.
    /// </summary>
    /// <returns>The path of the bare repository; mainline is its branch "master".</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string EnsureBuilt(string directory)
    {
        var path = Path.Combine(directory, FolderName);
        if (Directory.Exists(path))
            return path;
        Directory.CreateDirectory(directory);
        using var builder = new HistoryBuilder(path);
        var stamp = new Stamp("Linus Torvalds", "torvalds@linux-foundation.org", new DateTimeOffset(2014, 6, 8, 11, 19, 54, TimeSpan.FromHours(-7)));
        var root = builder.Commit(new CommitDraft(FileTree.Empty.With("Makefile", builder.Blob("VERSION = 3\nPATCHLEVEL = 15\n")), [], stamp, stamp, "Linux 3.15\n"u8.ToArray()));
        builder.Reference("refs/heads/master", root);
        builder.AnnotatedTag("v3.15", root, stamp, "Linux 3.15\n");
        return path;
    }
}
