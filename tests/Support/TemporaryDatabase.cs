using KernelTracker.Data;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Data.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Tests.Support;

/// <summary>A database in a folder of its own, read as the site reads it, removed afterwards.</summary>
public sealed class TemporaryDatabase : IDbContextFactory<TrackerContext>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kernel-tracker-").FullName;

    public TemporaryDatabase(TrackerDataBuilder? data = null) => data?.Write(File);

    /// <summary>A copy of a database, so that it can be searched while the other is written.</summary>
    public static TemporaryDatabase CopyOf(string file)
    {
        var copy = new TemporaryDatabase();
        System.IO.File.Copy(file, copy.File);
        return copy;
    }

    public string File => Path.Combine(_folder, "tracker.db");

    public TrackerContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<TrackerContext>();
        TrackerDatabase.UseReader(options, File);
        return new TrackerContext(options.Options);
    }

    /// <summary>What reads whole reports from it.</summary>
    public WindowReader Reports(TimeProvider? clock = null) => new(
        new WindowQueries(this), new HardwareQueries(this), new NotableQueries(this), new PeopleQueries(this), new ReleaseQueries(this), new PaceQueries(this), new FlowQueries(this),
        clock ?? TimeProvider.System);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
