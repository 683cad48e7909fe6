using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Data.Tests;

public sealed class RangeQueriesTests : IDisposable
{
    private readonly TemporaryDatabase _database = new(SmallHistory.Create());

    private RangeQueries Ranges => new(_database);

    private WindowQueries Windows => new(_database);

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("v3.17", null, null, 7, 9)]
    [InlineData("v3.17", "v3.17", null, 7, 9)]
    [InlineData("v3.17", "v3.17-rc1", null, 5, 6)]
    [InlineData("v3.17", "2014-08-05T16:59:59Z", null, 0, 0)]
    [InlineData("v3.17", "2014-08-05T17:00:00Z", null, 3, 4)]
    // 6 August 23:30 -0700 is the 7th in UTC.
    [InlineData("v3.17", "2014-08-06", null, 3, 4)]
    [InlineData("v3.17", "2014-08-07", null, 4, 5)]
    [InlineData("v3.17", "v3.17-rc1", "2014-08-06", 2, 2)]
    [InlineData("v3.17", null, "v3.17-rc1", 2, 3)]
    [InlineData("v3.17", null, "v3.16", 7, 9)]
    [InlineData("v3.17", null, "v3.17", 0, 0)]
    [InlineData("v3.18", null, null, 4, 6)]
    [InlineData("v3.18", "2014-10-07", null, 2, 3)]
    [InlineData("v3.18", "2000-01-01", null, 0, 0)]
    public async Task Counts_as_of_any_moment_and_since_any_other(string version, string? asOf, string? since, int changesets, int commits)
    {
        var answer = await Ranges.FindAsync(Version(version), Read(asOf), Read(since), TestContext.Current.CancellationToken);
        var report = await Windows.ReportAsync(answer.Range!, TestContext.Current.CancellationToken);

        Assert.Equal((changesets, commits), (report.Changesets, report.Commits));
        Assert.Equal(changesets, report.Areas.Sum(a => a.Changesets));
        Assert.Equal(changesets, report.Trees.Sum(t => t.Changesets));
        Assert.Equal(changesets, report.Days.Sum(d => d.Changesets));
    }

    [Theory]
    [InlineData("v3.19", null, null, true)]
    [InlineData("v3.17", "v3.18", null, false)]
    [InlineData("v3.17", "v3.17-rc9", null, false)]
    [InlineData("v3.17", "0123456789", null, false)]
    [InlineData("v3.17", "2014-08-05T17:00:00Z", "v3.17-rc1", false)]
    public async Task Says_what_is_wrong(string version, string? asOf, string? since, bool missing)
    {
        var answer = await Ranges.FindAsync(Version(version), Read(asOf), Read(since), TestContext.Current.CancellationToken);

        Assert.Null(answer.Range);
        Assert.NotEmpty(answer.Problem!);
        Assert.Equal(missing, answer.IsMissing);
    }

    [Fact]
    public async Task A_commit_marks_its_chain_position()
    {
        var whole = (await Ranges.WholeAsync(Version("v3.17"), TestContext.Current.CancellationToken)).Range!;
        var tip = whole.Chain[0];
        Assert.True(Moment.TryParse(tip.Sha.ToString()[..9], out var moment));

        var range = (await Ranges.FindAsync(Version("v3.17"), moment, null, TestContext.Current.CancellationToken)).Range!;

        Assert.Equal(tip, range.Tip);
        Assert.Equal(3, (await Windows.ReportAsync(range, TestContext.Current.CancellationToken)).Changesets);
    }

    [Fact]
    public async Task The_window_ends_at_rc1_and_is_open_without_it()
    {
        var closed = (await Ranges.WindowAsync(Version("v3.17"), null, null, TestContext.Current.CancellationToken)).Range!;
        var open = (await Ranges.WindowAsync(Version("v3.18"), null, null, TestContext.Current.CancellationToken)).Range!;

        Assert.Equal("v3.16..v3.17-rc1", closed.GitRange);
        Assert.Equal(5, (await Windows.ReportAsync(closed, TestContext.Current.CancellationToken)).Changesets);
        Assert.Null(open.AsOf);
        Assert.Equal($"v3.17..{open.Tip!.Sha.Abbreviated}", open.GitRange);
    }

    [Fact]
    public async Task The_commands_name_what_was_counted()
    {
        var range = (await Ranges.FindAsync(Version("v3.17"), Read("2014-08-06"), null, TestContext.Current.CancellationToken)).Range!;

        Assert.Equal($"git rev-list --no-merges --count v3.16..{range.Tip!.Sha.Abbreviated}", range.CountCommand);
        Assert.Equal("git rev-list -1 --first-parent --before=2014-08-06T23:59:59Z v3.17", range.TipCommand);
    }

    [Fact]
    public async Task Figures_hold_what_can_be_counted_by_hand()
    {
        var range = (await Ranges.WholeAsync(Version("v3.17"), TestContext.Current.CancellationToken)).Range!;
        var report = await Windows.ReportAsync(range, TestContext.Current.CancellationToken);

        Assert.Equal((2, 5, 3), (report.Pulls, report.Developers, report.NewDevelopers));
        Assert.Equal(new LineFigures(43, 11), report.Lines);
        Assert.Equal([("applied directly", 3, 0), ("gregkh/usb", 3, 1), ("davem/net", 1, 1)], report.Trees.Select(t => (t.Name, t.Changesets, t.Pulls)));
        Assert.Equal(Area.DeviceDrivers, report.Areas[0].Area);
        Assert.Equal([new PartFigures("USB", 2), new PartFigures("Staging", 1)], report.Areas[0].Parts);
        Assert.Equal(new DayFigures(new DateOnly(2014, 8, 6), 1, 4), report.Days[1]);
    }

    [Fact]
    public async Task Lines_are_null_until_all_are_counted()
    {
        var range = (await Ranges.WholeAsync(Version("v3.18"), TestContext.Current.CancellationToken)).Range!;

        Assert.Null((await Windows.ReportAsync(range, TestContext.Current.CancellationToken)).Lines);
    }

    private static KernelVersion Version(string text) =>
        KernelVersion.TryParse(text, out var version) ? version : throw new ArgumentException(text);

    private static Moment? Read(string? text) =>
        text is null ? null : Moment.TryParse(text, out var moment) ? moment : throw new ArgumentException(text);
}
