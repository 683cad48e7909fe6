using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KernelTracker.Data.Storage;

/// <summary>Opens the database file: one writer (ingest), any number of readers (web).</summary>
public static class TrackerDatabase
{
    /// <summary>Assembly that holds the migrations.</summary>
    private const string MigrationsAssembly = "KernelTracker.Migrations";

    /// <summary>Options for reading only. The file must exist when a query runs.</summary>
    public static void UseReader(DbContextOptionsBuilder options, string file) =>
        options.UseSqlite(ConnectionString(file, SqliteOpenMode.ReadOnly), s => s.MigrationsAssembly(MigrationsAssembly))
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);

    /// <summary>Creates the file and its folder if need be, brings its schema up to date and opens it for writing.</summary>
    /// <exception cref="TrackerDatabaseException">The file cannot be created or is no tracker database.</exception>
    public static TrackerContext OpenWriter(string file)
    {
        TrackerContext? context = null;
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
                Directory.CreateDirectory(folder);
            context = new TrackerContext(WriterOptions(file));
            context.Database.OpenConnection();
            // WAL lets readers go on while ingest writes. NORMAL may lose the last batches on power failure,
            // never the consistency: the next run reads them from git again.
            context.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32768;");
            if (context.Database.GetPendingMigrations().Any())
            {
                // EF marks a migration under way by a row, and waits for ever for one whose process was killed. Ingest's
                // own lock lets one process at a time write, so a mark that is there is such a one.
                context.Database.ExecuteSqlRaw("""DROP TABLE IF EXISTS "__EFMigrationsLock";""");
                // All in one transaction: a reader sees the schema before or the schema after, never a table that still
                // lacks a column of the next migration.
                using var transaction = context.Database.BeginTransaction();
                context.Database.Migrate();
                transaction.Commit();
            }
            return context;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            context?.Dispose();
            throw new TrackerDatabaseException($"The database {file} cannot be opened for writing: {e.Message}", e);
        }
    }

    /// <summary>Opens the file for reading.</summary>
    /// <exception cref="TrackerDatabaseException">There is no such file.</exception>
    public static TrackerContext OpenReader(string file)
    {
        if (!File.Exists(file))
            throw new TrackerDatabaseException($"There is no database {file} yet. Run the ingest verb first, or name another file with --database.");
        var options = new DbContextOptionsBuilder<TrackerContext>();
        UseReader(options, file);
        return new TrackerContext(options.Options);
    }

    /// <summary>Writes a consistent, compact copy of the database to a new file while others go on using it.</summary>
    public static void Snapshot(TrackerContext context, string target) =>
        context.Database.ExecuteSql($"VACUUM INTO {target}");

    private static DbContextOptions<TrackerContext> WriterOptions(string file) =>
        new DbContextOptionsBuilder<TrackerContext>()
            .UseSqlite(ConnectionString(file, SqliteOpenMode.ReadWriteCreate), s => s.MigrationsAssembly(MigrationsAssembly))
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.MigrationsUserTransactionWarning))
            .Options;

    private static string ConnectionString(string file, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, DefaultTimeout = 30, Pooling = mode == SqliteOpenMode.ReadOnly }.ToString();
}

/// <summary>The database cannot be used; the message says why and what to do.</summary>
public sealed class TrackerDatabaseException : Exception
{
    /// <summary>With a message for the user.</summary>
    public TrackerDatabaseException(string message) : base(message) { }

    /// <summary>With a message for the user and its cause.</summary>
    public TrackerDatabaseException(string message, Exception inner) : base(message, inner) { }
}
