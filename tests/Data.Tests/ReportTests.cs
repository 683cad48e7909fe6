using System.Text.Json;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Data.Tests;

public sealed class ReportTests : IDisposable
{
    private readonly TemporaryDatabase _database = new(SmallHistory.Create());

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task The_sentence_tells_an_open_window_with_its_day()
    {
        var releases = await new ReleaseQueries(_database).ListAsync(TestContext.Current.CancellationToken);

        var summary = MainlineSummary.Of(releases, At("2014-10-08T20:00:00Z"))!;

        Assert.Equal("v3.17 was released on 5 October 2014; the v3.18 merge window is open, day 4 of about 13.", summary.Sentence);
    }

    [Fact]
    public async Task A_history_that_ended_long_ago_is_counted_to_its_end()
    {
        var releases = await new ReleaseQueries(_database).ListAsync(TestContext.Current.CancellationToken);

        var summary = MainlineSummary.Of(releases, At("2026-01-01T00:00:00Z"))!;

        Assert.Equal(3, summary.Day);
        Assert.EndsWith("This history ends on 8 October 2014.", summary.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_of_a_window_are_weeks_that_join_without_a_gap()
    {
        var release = await new ReleaseQueries(_database).FindAsync(new KernelVersion(3, 17, 0, null), TestContext.Current.CancellationToken);

        var parts = WindowPart.Of(release!);

        Assert.Equal(2, parts.Count);
        Assert.Null(parts[0].Since);
        Assert.Equal(parts[0].AsOf, parts[1].Since);
        Assert.Null(parts[1].AsOf);
    }

    [Fact]
    public async Task Json_is_what_the_interface_says()
    {
        using var json = JsonDocument.Parse(WindowText.ToJson(await ContentAsync()));

        Assert.Equal(5, json.RootElement.GetProperty("changesets").GetInt32());
        Assert.Equal(6, json.RootElement.GetProperty("commits").GetInt32());
        Assert.Equal("2014-08-16T10:00:00-07:00", json.RootElement.GetProperty("asOf").GetString());
        Assert.Equal(40, json.RootElement.GetProperty("tip").GetString()!.Length);
        Assert.Equal("gregkh/usb", json.RootElement.GetProperty("trees")[0].GetProperty("tree").GetString());
    }

    [Fact]
    public async Task Text_names_figures_and_command()
    {
        var text = WindowText.ToText(await ContentAsync());

        Assert.Contains("v3.17 as of v3.17-rc1, since v3.16", text, StringComparison.Ordinal);
        Assert.Contains("git rev-list --no-merges --count v3.16..v3.17-rc1", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\t', text);
    }

    [Fact]
    public async Task A_release_as_of_itself_is_just_the_release()
    {
        var content = await ContentAsync();
        var (inside, end) = (content.Report.Range, content.Report.Range with { AsOf = Moment.Of(Version("v3.17")) });

        Assert.Equal("v3.17 as of v3.17-rc1, since v3.16", inside.Title);
        Assert.Equal("v3.17, since v3.16", end.Title);
        Assert.Equal("v3.17, since v3.17-rc2", (end with { Since = Moment.Of(Version("v3.17-rc2")) }).Title);

        static KernelVersion Version(string text) => KernelVersion.TryParse(text, out var version) ? version : throw new ArgumentException(text);
    }

    [Fact]
    public async Task Markdown_leaves_no_markup_of_a_name_in_force()
    {
        var content = await ContentAsync();
        var hostile = content with { Report = content.Report with { Trees = [content.Report.Trees[0] with { Name = "a|b <i>\u001b[31m*c*" }] } };

        var text = WindowText.ToMarkdown(hostile);

        Assert.Contains(@"a\|b \<i\>", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain('\u001b', WindowText.ToText(hostile));
    }

    private async Task<WindowContent> ContentAsync() =>
        await _database.Reports()
            .ReadAsync(await WindowAsync(), TestContext.Current.CancellationToken);

    private async Task<ReleaseRange> WindowAsync() =>
        (await new RangeQueries(_database).WindowAsync(new KernelVersion(3, 17, 0, null), null, null, TestContext.Current.CancellationToken)).Range!;

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
