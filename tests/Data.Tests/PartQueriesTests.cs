using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Data.Tests;

public sealed class PartQueriesTests : IDisposable
{
    private readonly TemporaryDatabase _database = new(SmallHistory.Create());

    private RangeQueries Ranges => new(_database);

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("", 5)]
    [InlineData("2014-08-06", 3, 2)]
    [InlineData("2014-08-07, 2014-08-06", 3, 1, 1)]
    // A cut after -rc1 lets the parts run to the release; -rc1 itself then is a cut.
    [InlineData("v3.17-rc1; 2014-08-20", 5, 1, 1)]
    [InlineData("v3.17-rc1", 5)]
    public async Task Parts_join_without_a_gap_and_count_only_what_is_new(string cuts, params int[] changesets)
    {
        var report = (await FindAsync("v3.17", cuts)).Report!;

        Assert.Equal(changesets, report.Parts.Select(p => p.Changesets));
        Assert.All(report.Parts, p => Assert.Equal(p.Changesets, p.Areas.Values.Sum()));
        for (var i = 1; i < report.Parts.Count; i++)
            Assert.Equal(report.Parts[i - 1].AsOf, report.Parts[i].Since);
        // Each part's own report counts the same.
        foreach (var part in report.Parts)
        {
            var end = part.AsOf ?? (report.Whole.IsWhole ? Moment.Of(Version("v3.17")) : null);
            var range = (await Ranges.WindowAsync(Version("v3.17"), end, part.Since, TestContext.Current.CancellationToken)).Range!;
            Assert.Equal(part.Changesets, (await new WindowQueries(_database).ReportAsync(range, TestContext.Current.CancellationToken)).Changesets);
        }
    }

    [Theory]
    [InlineData("v3.17", "2014-08-04")]
    [InlineData("v3.17", "v3.18")]
    [InlineData("v9.9", "")]
    public async Task What_cannot_be_cut_is_explained(string version, string cuts)
    {
        var answer = await FindAsync(version, cuts);

        Assert.Null(answer.Report);
        Assert.NotNull(answer.Problem);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(" , ;\n", 0)]
    [InlineData("2014-08-06,v3.17-rc1\n2014-08-06", 2)]
    [InlineData("nonsense", -1)]
    [InlineData("1,2", -1)]
    public void Lists_of_moments_are_read(string text, int count)
    {
        var isList = MomentList.TryParse(text, out var moments, out var problem);

        Assert.Equal(count >= 0, isList);
        Assert.Equal(Math.Max(0, count), moments.Count);
        Assert.Equal(isList, problem is null);
    }

    [Fact]
    public void More_moments_than_a_page_has_room_for_are_refused() =>
        Assert.False(MomentList.TryParse(string.Join(',', Enumerable.Range(1, 31).Select(d => $"2014-08-{d:00}")), out _, out _));

    [Fact]
    public async Task Every_form_has_every_part()
    {
        var report = (await FindAsync("v3.17", "2014-08-06")).Report!;

        Assert.Contains("Part 2: since 2014-08-06, to v3.17-rc1", PartText.ToText(report), StringComparison.Ordinal);
        Assert.Contains(@"| 2 | 2014\-08\-06 | v3\.17\-rc1 | 2 | 0 |", PartText.ToMarkdown(report), StringComparison.Ordinal);
        Assert.Contains("\"part\": 2", PartText.ToJson(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_past_window_is_compared_with_windows_and_an_open_one_by_its_day()
    {
        var releases = await new ReleaseQueries(_database).ListAsync(TestContext.Current.CancellationToken);
        var open = (await Ranges.WindowAsync(Version("v3.18"), null, null, TestContext.Current.CancellationToken)).Range!;

        var pace = await new PaceQueries(_database).ReadAsync(open, releases, TestContext.Current.CancellationToken);

        // Day 3 of v3.17 ends on 6 August at 12:37 -0700, before the changeset of that night.
        Assert.Equal(PaceSpan.Day, pace!.Span);
        Assert.Equal(3, pace.Day);
        Assert.Equal([new PacePoint("v3.17", 3)], pace.Past);
        Assert.Equal(3, pace.Median);
    }

    private async Task<PartAnswer> FindAsync(string version, string cuts)
    {
        Assert.True(MomentList.TryParse(cuts, out var moments, out var problem), problem);
        return await new PartQueries(_database, Ranges).ReadAsync(Version(version), moments, TestContext.Current.CancellationToken);
    }

    private static KernelVersion Version(string text) => KernelVersion.TryParse(text, out var version) ? version : throw new ArgumentException(text);
}
