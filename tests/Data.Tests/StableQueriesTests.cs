using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Data.Tests;

public sealed class StableQueriesTests : IDisposable
{
    private readonly TemporaryDatabase _database = new(StableHistory.Create());

    private StableQueries Stable => new(_database);

    private StableReportQueries Reports => new(_database);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Series_come_with_their_newest_update_and_what_is_next()
    {
        var series = await Stable.ListAsync(Cancellation);

        Assert.Equal(["3.16", "3.14", "3.10"], series.Select(s => s.Name));
        Assert.Equal(["v3.16.3", "v3.14.20", "v3.10.56"], series.Select(s => s.Newest!.Version));
        Assert.Equal([3, 2, 1], series.Select(s => s.Updates));
        Assert.Equal([true, false, false], series.Select(s => s.BaseInMainline));
        Assert.Equal(new DateOnly(2020, 6, 11), series[0].EndOfLife);
        Assert.Equal(("v3.16.4-rc1", 2, "v3.16.4"), (series[0].Next!.Name, series[0].Next!.Patches, series[0].Next!.Version));
        Assert.Null(series[1].Next);
        Assert.Equal("Stable updates: 3.14.20 (5 October 2014), 3.16.3 (17 September 2014); 3.16.4 is in review.", StableSummary.Of(series)!.Sentence);
    }

    [Fact]
    public async Task The_command_leaves_the_version_bump_out()
    {
        Assert.Equal("git rev-list --no-merges --count v3.16.1..v3.16.2^", (await Update("v3.16.2")).CountCommand);
        Assert.Equal("git rev-list --no-merges --count v3.16..v3.16.1^", (await Update("v3.16.1")).CountCommand);
        Assert.Null((await Update("v3.14.19")).CountCommand);
        var between = (await Reports.BetweenAsync(Series("3.16"), 0, 3, Cancellation)).Range!;
        Assert.Equal(@"git rev-list --no-merges --count --invert-grep --grep='^Linux 3\.16\.[0-9]*$' v3.16..v3.16.3", between.CountCommand);
    }

    [Fact]
    public async Task An_update_is_counted_and_told_in_words()
    {
        var report = await Reports.ReportAsync(StableReportQueries.RangeOf(await Update("v3.16.1")), Cancellation);

        Assert.Equal((2, 2, 2, 2, 1), (report.Changesets, report.Developers, report.WithUpstream, report.CcStable, report.Fixes));
        Assert.Equal("2 changesets by 2 developers: memory management 1 and device drivers 1.", StableWords.OneLine(report));
        Assert.Equal(
            ["All name the mainline changeset that they come from.", "All were marked for stable (Cc: stable) and 1 names what it fixes (Fixes:)."],
            StableWords.Sources(report));
        Assert.Equal(("1234:5678", "drivers/usb/serial/option.c"), (report.Devices.Single().Text, report.Devices.Single().Path));
        Assert.Equal("CVE-2014-1111", report.Vulnerabilities.Single().Name);
    }

    [Fact]
    public async Task Changesets_come_with_upstream_latency_and_what_became_of_them()
    {
        var lines = (await Reports.ChangesetsAsync(StableReportQueries.RangeOf(await Update("v3.16.1")), null, 1, 10, Cancellation)).Items;
        var modem = lines.Single(l => l.Commit.Subject == "usb: add a modem");

        Assert.Equal(("v3.17", 1), (modem.Upstreams.Single().Release!.Version, modem.Upstreams.Single().Release!.Candidate!.Value));
        Assert.Equal(7, modem.Days);
        var revert = Assert.Single(modem.Repairs);
        Assert.Equal((RepairKind.Reverts, null, "v3.16.4"), (revert.Kind, revert.Update, revert.Review));
        var scaled = (await Reports.ChangesetsAsync(StableReportQueries.RangeOf(await Update("v3.16.2")), Area.DeviceDrivers, 1, 10, Cancellation)).Items.Single();
        Assert.Equal("fixed in v3.16.3", StableWords.Repaired(Assert.Single(scaled.Repairs)));
    }

    [Fact]
    public async Task An_upstream_that_is_not_held_stays_as_written()
    {
        var lines = (await Reports.ChangesetsAsync(StableReportQueries.RangeOf(await Update("v3.16.2")), Area.Networking, 1, 10, Cancellation)).Items;

        var link = lines.Single(l => l.Upstreams.Count > 0).Upstreams.Single();
        Assert.Equal((StableHistory.Unheld, MentionState.NotHeld, null), (link.Written, link.State, link.Sha));
        Assert.Equal(UpstreamStatement.NoUpstream, lines.Single(l => l.Upstreams.Count == 0).Statement);
    }

    [Fact]
    public async Task Changesets_are_paged_by_area_the_largest_first()
    {
        var range = (await Reports.BetweenAsync(Series("3.16"), 0, 3, Cancellation)).Range!;
        var first = await Reports.ChangesetsAsync(range, null, 1, 4, Cancellation);
        var second = await Reports.ChangesetsAsync(range, null, 2, 4, Cancellation);

        Assert.Equal((6, 2), (first.Total, first.LastPage));
        Assert.Equal(["iio: scale twice", "iio: scale once", "usb: add a modem", "net: local to stable", "net: from elsewhere", "mm: free the page"], first.Items.Concat(second.Items).Select(l => l.Commit.Subject));
    }

    [Theory]
    [InlineData(1, 3, 2, 4)]
    [InlineData(0, 3, 3, 6)]
    [InlineData(2, 4, 1, 1)]
    public async Task Between_two_versions_everything_is_counted_once(int from, int to, int updates, int changesets)
    {
        var range = (await Reports.BetweenAsync(Series("3.16"), from, to, Cancellation)).Range!;
        var report = await Reports.ReportAsync(range, Cancellation);

        Assert.Equal((updates, changesets), (range.Updates.Count, report.Changesets));
        Assert.Equal(to == 4, range.Review is not null);
    }

    [Theory]
    [InlineData("3.16", 3, 2, false)]
    [InlineData("3.16", 1, 9, true)]
    [InlineData("3.12", 1, 2, true)]
    public async Task What_is_wrong_with_a_range_is_told(string series, int from, int to, bool missing)
    {
        var answer = await Reports.BetweenAsync(Series(series), from, to, Cancellation);

        Assert.Null(answer.Range);
        Assert.NotEmpty(answer.Problem!);
        Assert.Equal(missing, answer.IsMissing);
    }

    [Fact]
    public async Task The_text_holds_what_the_page_holds()
    {
        var update = await Update("v3.16.1");
        var range = StableReportQueries.RangeOf(update);
        var text = StableText.OfUpdate(update, await Reports.ReportAsync(range, Cancellation), (await Reports.ChangesetsAsync(range, null, 1, 100, Cancellation)).Items);

        Assert.Contains("v3.16.1, 13 August 2014, since v3.16", text, StringComparison.Ordinal);
        Assert.Contains("git rev-list --no-merges --count v3.16..v3.16.1^", text, StringComparison.Ordinal);
        Assert.Contains("first in v3.17-rc1, 7 days after mainline", text, StringComparison.Ordinal);
        Assert.Contains("later reverted in v3.16.4, which is in preparation", text, StringComparison.Ordinal);
        Assert.Contains("USB 1234:5678  drivers/usb/serial/option.c", text, StringComparison.Ordinal);
        Assert.Contains("CVE-2014-1111", text, StringComparison.Ordinal);
        Assert.Contains("neither v3.14.18 nor v3.14", StableText.OfUpdate(await Update("v3.14.19"), null!, []).ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Patches_in_review_lead_to_their_upstream()
    {
        Assert.True(StableVersion.TryParse("3.16.4", out var version));
        var round = Assert.Single(await Stable.ReviewsAsync(version, Cancellation));
        var patches = (await Stable.PatchesAsync(round, 1, 10, Cancellation)).Items;

        Assert.Equal([false, true], patches.Select(p => p.IsMissing));
        Assert.Equal("v3.17", patches[0].Upstream!.Release!.Version);
        Assert.Null(patches[1].Upstream);
    }

    private async Task<StableUpdateFigures> Update(string text) =>
        StableVersion.TryParse(text, out var version) && await Stable.FindAsync(version, Cancellation) is { } update ? update : throw new ArgumentException(text);

    private static KernelVersion Series(string text) => KernelVersion.TryParse(text, out var version) ? version : throw new ArgumentException(text);
}
