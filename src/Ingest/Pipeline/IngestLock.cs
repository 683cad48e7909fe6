namespace KernelTracker.Ingest.Pipeline;

/// <summary>
/// Lets one process at a time write a database. The lock is held by an open file, so the system releases it when its
/// holder ends, however it ends.
/// </summary>
internal sealed class IngestLock : IDisposable
{
    private readonly FileStream _file;

    private IngestLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a database file; null when another process (or run) holds it.</summary>
    /// <exception cref="IOException">The lock file cannot be made.</exception>
    public static IngestLock? TryTake(string databaseFile)
    {
        var path = databaseFile + ".lock";
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        try
        {
            return new IngestLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}
