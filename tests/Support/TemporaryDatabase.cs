using KernelTracker.Data;
using KernelTracker.Data.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Tests.Support;

/// <summary>A database in a folder of its own, read as the site reads it, removed afterwards.</summary>
public sealed class TemporaryDatabase : IDbContextFactory<TrackerContext>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kernel-tracker-").FullName;

    public TemporaryDatabase(TrackerDataBuilder? data = null) => data?.Write(File);

    public string File => Path.Combine(_folder, "tracker.db");

    public TrackerContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<TrackerContext>();
        TrackerDatabase.UseReader(options, File);
        return new TrackerContext(options.Options);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
