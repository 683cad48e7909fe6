using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Data.Tests;

public sealed class ListQueriesTests : IDisposable
{
    private readonly TemporaryDatabase _database = new(SmallHistory.Create());

    public void Dispose() => _database.Dispose();

    public static TheoryData<ChangesetFilter, int> Filters => new()
    {
        { new ChangesetFilter(), 7 },
        { new ChangesetFilter { WithMerges = true }, 9 },
        { new ChangesetFilter { Area = Area.DeviceDrivers }, 3 },
        { new ChangesetFilter { Area = Area.DeviceDrivers, Part = "USB" }, 2 },
        { new ChangesetFilter { Subsystem = "usb-subsystem" }, 2 },
        { new ChangesetFilter { Tree = "gregkh/usb" }, 3 },
        { new ChangesetFilter { Tree = "no/such" }, 0 },
        { new ChangesetFilter { Candidate = 1 }, 5 },
        { new ChangesetFilter { Candidate = 0 }, 2 },
        { new ChangesetFilter { Day = new DateOnly(2014, 8, 6) }, 1 },
        { new ChangesetFilter { Day = new DateOnly(2014, 8, 7) }, 0 },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task The_list_is_as_long_as_the_number_that_led_to_it(ChangesetFilter filter, int count)
    {
        var list = await ListAsync(filter);

        Assert.Equal(count, list.Total);
        Assert.Equal(count, list.Items.Count);
    }

    [Fact]
    public async Task Pages_hold_everything_once_newest_first()
    {
        var all = await ListAsync(new ChangesetFilter { WithMerges = true });
        var pages = new List<ChangesetLine>();
        for (var page = 1; page <= 5; page++)
            pages.AddRange((await new ChangesetListQueries(_database).ListAsync(await RangeAsync(), new ChangesetFilter { WithMerges = true }, page, 2, TestContext.Current.CancellationToken)).Items);

        Assert.Equal(all.Items.Select(c => c.Sha), pages.Select(c => c.Sha));
        Assert.Equal("Linux 3.17", pages[0].Subject);
    }

    [Fact]
    public async Task Pulls_come_newest_first_with_their_size()
    {
        var pulls = await new PullListQueries(_database).ListAsync(await RangeAsync(), null, 1, 50, TestContext.Current.CancellationToken);

        Assert.Equal(["Networking fixes", "USB patches for 3.17-rc1"], pulls.Items.Select(p => p.Title));
        Assert.Equal((3, 4, 30L, 6L), (pulls.Items[1].Changesets, pulls.Items[1].Commits, pulls.Items[1].AddedLines, pulls.Items[1].RemovedLines));
    }

    [Fact]
    public async Task Releases_come_newest_first_with_window_and_candidates()
    {
        var releases = await new ReleaseQueries(_database).ListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["v3.18", "v3.17", "v3.16"], releases.Select(r => r.Version));
        Assert.Equal((ReleaseState.WindowOpen, 4, null), (releases[0].State, releases[0].WindowChangesets, releases[0].AddedLines));
        Assert.Equal((63, 5, 2, "v3.17-rc1"), (releases[1].Days, releases[1].WindowChangesets, releases[1].AfterWindow, releases[1].Candidates[0].Version));
        Assert.Equal((null, null), (releases[2].Previous, releases[2].WindowChangesets));
    }

    [Fact]
    public async Task Without_a_file_there_is_no_state()
    {
        using var empty = new TemporaryDatabase();

        Assert.Null(await new StateQueries(empty).ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_state_tells_how_far_the_line_count_is()
    {
        var state = await new StateQueries(_database).ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal((false, 92, "v3.18"), (state!.LinesCounted, state.PercentCounted, state.Newest));
    }

    private async Task<PageOf<ChangesetLine>> ListAsync(ChangesetFilter filter) =>
        await new ChangesetListQueries(_database).ListAsync(await RangeAsync(), filter, 1, 100, TestContext.Current.CancellationToken);

    private async Task<ReleaseRange> RangeAsync() =>
        (await new RangeQueries(_database).WholeAsync(new KernelVersion(3, 17, 0, null), TestContext.Current.CancellationToken)).Range!;
}
