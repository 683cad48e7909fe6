using System.Diagnostics;
using System.Text.Json;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Pipeline;
using KernelTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KernelTracker.Ingest.Tests.CommandLine;

/// <summary>Starts the program as a user does.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestHistory _history = TestHistory.Create()
        .Commit("Linux 2.6.12").Tag("v2.6.12")
        .Branch("usb").Commits(2, "USB: fix").Switch("master").Merge("usb")
        .Commit("Linux 2.6.13-rc1").Tag("v2.6.13-rc1")
        .Commit("Linux 2.6.13").Tag("v2.6.13");

    private string Database => Path.Combine(_folder.Path, "tracker.db");

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("ingest", "--tree", "no-equals-sign")]
    [InlineData("ingest", "--tree", "../up=/tmp")]
    [InlineData("ingest", "--tree", "a=/tmp", "--tree", "b=/tmp")]
    [InlineData("ingest", "--tree", "stable:a=/tmp")]
    [InlineData("ingest", "--tree", "a=/tmp", "--tree", "stable:b=/tmp#linux-3.16.y")]
    [InlineData("report")]
    public async Task Bad_usage_exits_with_2_and_says_what_to_do(params string[] arguments)
    {
        var (exit, _, error) = await RunAsync(arguments);

        Assert.Equal(2, exit);
        Assert.NotEmpty(error.Trim());
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_exits_with_1_and_says_why()
    {
        var (exit, output, error) = await RunAsync("ingest", "--database", Database, "--tree", $"mainline={_folder.Path}");

        Assert.Equal(1, exit);
        Assert.Empty(output);
        Assert.Contains(_folder.Path, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_sums_up_for_people_and_for_machines()
    {
        string[] tree = ["--database", Database, "--tree", $"mainline={_history.Path}"];

        var first = await RunAsync(["ingest", .. tree]);
        var second = await RunAsync(["ingest", "--json", .. tree]);

        Assert.Equal((0, 0), (first.Exit, second.Exit));
        Assert.Contains("2 releases, 5 changesets, 0 without line counts", first.Output, StringComparison.Ordinal);
        var summary = JsonDocument.Parse(second.Output).RootElement;
        Assert.Equal("NothingNew", summary.GetProperty("runs")[0].GetProperty("outcome").GetString());
        Assert.Equal(5, summary.GetProperty("changesets").GetInt32());
    }

    [Fact]
    public async Task Ingest_reads_its_trees_from_the_environment()
    {
        var (exit, output, _) = await RunAsync(
            ["ingest", "--database", Database],
            ("Tracker__Trees__0__Name", "mainline"), ("Tracker__Trees__0__Path", _history.Path), ("Tracker__Trees__0__Branch", "usb"));

        Assert.Equal(0, exit);
        Assert.Contains("3 new commits", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_branch_is_master_unless_another_is_named()
    {
        File.WriteAllText(Path.Combine(_history.Path, "HEAD"), "ref: refs/heads/usb\n");

        var master = await RunAsync("ingest", "--database", Database, "--tree", $"mainline={_history.Path}");
        var usb = await RunAsync("ingest", "--database", Database + "2", "--tree", $"mainline={_history.Path}#usb");

        Assert.Contains("6 new commits", master.Output, StringComparison.Ordinal);
        Assert.Contains("3 new commits", usb.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_names_each_difference_and_exits_with_1()
    {
        string[] tree = ["--database", Database, "--tree", $"mainline={_history.Path}"];
        await RunAsync(["ingest", .. tree]);

        var clean = await RunAsync(["verify", .. tree]);
        using (var context = TrackerDatabase.OpenWriter(Database))
            context.Releases.Where(r => r.Version == "v2.6.13").ExecuteUpdate(s => s.SetProperty(r => r.WindowChangesets, 99));
        var wrong = await RunAsync(["verify", .. tree]);

        Assert.Equal((0, 1), (clean.Exit, wrong.Exit));
        Assert.Contains("v2.6.13 merge window: changesets: the database says 99, git says 3.", wrong.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_is_a_database_of_its_own()
    {
        await RunAsync("ingest", "--database", Database, "--tree", $"mainline={_history.Path}");
        var copy = Path.Combine(_folder.Path, "copy.db");

        var taken = await RunAsync("snapshot", copy, "--database", Database);
        var again = await RunAsync("snapshot", copy, "--database", Database);

        Assert.Equal((0, 2), (taken.Exit, again.Exit));
        Assert.Equal(DatabaseDump.Rows(Database), DatabaseDump.Rows(copy));
    }

    [Fact]
    public async Task A_database_without_data_is_no_crash()
    {
        using (TrackerDatabase.OpenWriter(Database))
        {
            // Made, and not filled yet.
        }

        var verify = await RunAsync("verify", "--database", Database, "--tree", $"mainline={_history.Path}");

        Assert.Equal(1, verify.Exit);
        Assert.Contains("no published data", verify.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_writer_is_turned_away()
    {
        using var held = IngestLock.TryTake(Database);

        var (exit, _, error) = await RunAsync("ingest", "--database", Database, "--tree", $"mainline={_history.Path}");

        Assert.Equal(1, exit);
        Assert.Contains("Another process", error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _history.Dispose();
        _folder.Dispose();
    }

    private Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(arguments, []);

    private async Task<(int Exit, string Output, string Error)> RunAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(TreeIngest).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.Path,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }
}
