using KernelTracker.Data.Storage;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline;

public sealed class DatabaseOpeningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Database => Path.Combine(_folder.Path, "tracker.db");

    [Theory(Timeout = 30_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_migration_that_was_killed_does_not_block_the_next(bool isMigrated)
    {
        if (isMigrated)
            TrackerDatabase.OpenWriter(Database).Dispose();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2020-01-01');
                """;
            command.ExecuteNonQuery();
        }

        var releases = await Task.Run(() =>
        {
            using var context = TrackerDatabase.OpenWriter(Database);
            return context.Releases.Count();
        }, TestContext.Current.CancellationToken);

        Assert.Equal(0, releases);
    }

    [Fact]
    public async Task A_reader_never_sees_a_schema_between_two_migrations()
    {
        var cancel = TestContext.Current.CancellationToken;
        var seen = new HashSet<long>();
        using var isMade = new CancellationTokenSource();
        var watching = Task.Run(() =>
        {
            while (!isMade.IsCancellationRequested)
                seen.Add(StateColumns());
        }, cancel);

        TrackerDatabase.OpenWriter(Database).Dispose();
        await isMade.CancelAsync();
        await watching;

        var whole = StateColumns();
        Assert.True(whole > 0);
        Assert.All(seen, columns => Assert.Contains(columns, new[] { 0L, whole }));
    }

    /// <summary>How many columns a reader finds in the table of the published state; 0 without a file or a table.</summary>
    private long StateColumns()
    {
        if (!File.Exists(Database))
            return 0;
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM pragma_table_info('TrackerState');";
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose() => _folder.Dispose();
}
