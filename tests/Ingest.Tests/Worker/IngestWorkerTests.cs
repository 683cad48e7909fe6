using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Configuration;
using KernelTracker.Ingest.Worker;
using KernelTracker.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace KernelTracker.Ingest.Tests.Worker;

public sealed class IngestWorkerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestHistory _history = TestHistory.Create().Commit("Linux 2.6.12").Tag("v2.6.12");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 12, 3, 0, TimeSpan.Zero));
    private readonly TrackerOptions _options = new();

    public IngestWorkerTests()
    {
        _options.Database = Path.Combine(_folder.Path, "tracker.db");
        _options.Trees.Add(new TreeOptions { Name = "mainline", Path = _history.Path });
    }

    [Fact]
    public async Task It_reads_at_the_start_and_again_on_schedule()
    {
        using var worker = await StartAsync();
        await UntilAsync(runs => runs is [{ Outcome: RunOutcome.Done }]);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 12, 10, 0, TimeSpan.Zero).ToUnixTimeSeconds(), await NextAsync());

        _history.Commit("more");
        _clock.Advance(TimeSpan.FromMinutes(7));

        await UntilAsync(runs => runs is [_, { Outcome: RunOutcome.Done, NewCommits: 1 }]);
        await worker.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_failing_tree_is_tried_again_later_and_the_data_stays()
    {
        using var worker = await StartAsync();
        await UntilAsync(runs => runs is [{ Outcome: RunOutcome.Done }]);
        await NextAsync();
        var head = Path.Combine(_history.Path, "HEAD");
        File.Move(head, head + ".away");
        _clock.Advance(TimeSpan.FromMinutes(7));

        await UntilAsync(runs => runs is [_, { Outcome: RunOutcome.Failed, Message: not null }]);
        await NextAsync();
        using (var context = TrackerDatabase.OpenReader(_options.Database))
            Assert.Equal((1, 1), (context.States.Single().FailuresInARow, context.Releases.Count()));

        File.Move(head + ".away", head);
        _clock.Advance(TimeSpan.FromMinutes(10));

        await UntilAsync(runs => runs is [_, _, { Outcome: RunOutcome.NothingNew }]);
        using (var context = TrackerDatabase.OpenReader(_options.Database))
            Assert.Equal(0, context.States.Single().FailuresInARow);
        await worker.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_schedule_of_once_a_year_is_waited_for()
    {
        _options.Schedule = "0 0 1 6 *";

        using var worker = await StartAsync();
        await UntilAsync(runs => runs is [{ Outcome: RunOutcome.Done }]);
        await NextAsync();

        Assert.False(worker.ExecuteTask!.IsCompleted);
        await worker.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task It_leaves_the_trees_alone_when_told_so()
    {
        _options.HostIngest = false;

        using var worker = await StartAsync();
        await worker.ExecuteTask!;

        Assert.False(File.Exists(_options.Database));
    }

    public void Dispose()
    {
        _history.Dispose();
        _folder.Dispose();
    }

    private async Task<IngestWorker> StartAsync()
    {
        var worker = new IngestWorker(Options.Create(_options), _clock, NullLogger<IngestWorker>.Instance);
        await worker.StartAsync(TestContext.Current.CancellationToken);
        return worker;
    }

    private async Task UntilAsync(Predicate<List<IngestRun>> holds)
    {
        while (!holds(Runs()))
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until the next run is noted to be in the future: then the worker sleeps.</summary>
    private async Task<long> NextAsync()
    {
        while (true)
        {
            using (var context = TrackerDatabase.OpenReader(_options.Database))
            {
                if (context.States.Single().NextRunAt is { } next && next > _clock.GetUtcNow().ToUnixTimeSeconds())
                {
                    // The delay begins right after the note; the fake clock must not be moved before.
                    await Task.Delay(200, TestContext.Current.CancellationToken);
                    return next;
                }
            }
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private List<IngestRun> Runs()
    {
        try
        {
            using var context = TrackerDatabase.OpenReader(_options.Database);
            return [.. context.IngestRuns.OrderBy(r => r.Id)];
        }
        catch (Exception e) when (e is TrackerDatabaseException or System.Data.Common.DbException)
        {
            return [];
        }
    }
}
