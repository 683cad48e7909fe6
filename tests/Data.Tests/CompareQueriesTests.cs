using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Data.Tests;

public sealed class CompareQueriesTests : IDisposable
{
    private readonly TemporaryDatabase _database = new(SmallHistory.Create());

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("v3.16...v3.17", 7, 9, "v3.16..v3.17")]
    [InlineData("v3.16...v3.17-rc1", 5, 6, "v3.16..v3.17-rc1")]
    [InlineData("v3.17-rc1...v3.17", 2, 3, "v3.17-rc1..v3.17")]
    [InlineData("v3.17-rc1...2014-10-07", 4, 6, null)]
    [InlineData("v3.16...2014-10-08", 11, 15, null)]
    [InlineData("2014-08-06...2014-10-07", 6, 8, null)]
    [InlineData("2000-01-01...v3.17", 9, 11, "v3.17")]
    public async Task Counts_strictly_between_over_any_number_of_releases(string pair, int changesets, int commits, string? git)
    {
        var range = (await FindAsync(pair)).Range!;
        var report = await new WindowQueries(_database).ReportAsync(range, TestContext.Current.CancellationToken);

        Assert.Equal((changesets, commits), (report.Changesets, report.Commits));
        Assert.Equal(changesets, report.Areas.Sum(a => a.Changesets));
        Assert.Equal(changesets, report.Trees.Sum(t => t.Changesets));
        Assert.Equal(changesets, report.Days.Sum(d => d.Changesets));
        Assert.Equal(report.Pulls, range.Chain.Count(c => c.IsMerge));
        if (git is not null)
            Assert.Equal(git, range.GitRange);
        var list = await new ChangesetListQueries(_database).ListAsync(range, new ChangesetFilter(), 1, 100, TestContext.Current.CancellationToken);
        Assert.Equal(changesets, list.Items.Count);
        var flow = await new FlowQueries(_database).ReadAsync(range, TestContext.Current.CancellationToken);
        Assert.Equal(changesets, flow.Changesets);
    }

    [Fact]
    public async Task A_commit_of_the_chain_or_beside_it_is_a_moment()
    {
        using var context = _database.CreateDbContext();
        var commits = context.Commits.Where(c => c.Position == 3).OrderBy(c => c.Id).Select(c => c.Sha).ToList();
        var (first, merge) = (new ObjectId(commits[0]).ToString(), new ObjectId(commits[^1]).ToString());

        var beside = (await FindAsync($"{first}...v3.17")).Range!;
        var on = (await FindAsync($"{merge}...v3.17")).Range!;

        Assert.Equal(on.GitRange, beside.GitRange);
        Assert.Null(on.ChainNote);
        Assert.Contains(merge[..12], beside.ChainNote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v3.17...v3.16", "v3.17 is later than v3.16; ask for what lies between v3.16 and v3.17 instead.", false)]
    [InlineData("v3.17...v3.17", "v3.17 and v3.17 are the same state of mainline: nothing lies between them.", false)]
    [InlineData("v3.16...v3.18", "The tracked history has no tag v3.18.", true)]
    [InlineData("v2.6.12...v3.17", "The tracked history has no tag v2.6.12.", true)]
    [InlineData("v3.17-rc7...v3.17", "The tracked history has no tag v3.17-rc7.", true)]
    [InlineData("0123456789...v3.17", "The tracked history has no commit 0123456789.", true)]
    public async Task Says_what_is_wrong(string pair, string problem, bool isMissing)
    {
        var answer = await FindAsync(pair);

        Assert.Null(answer.Range);
        Assert.Equal((problem, isMissing), (answer.Problem, answer.IsMissing));
    }

    [Fact]
    public async Task The_text_says_both_ends_and_the_command()
    {
        var content = await _database.Reports().ReadAsync((await FindAsync("v3.16...v3.17")).Range!, TestContext.Current.CancellationToken);

        var text = WindowText.ToText(content);

        Assert.StartsWith("From v3.16 to v3.17", text, StringComparison.Ordinal);
        Assert.Contains("git rev-list --no-merges --count v3.16..v3.17", text, StringComparison.Ordinal);
        Assert.Contains("linville/wireless -> davem/net", text, StringComparison.Ordinal);
        Assert.Null(content.Forecast);
    }

    [Theory]
    [InlineData("v3.16...v3.17", "v3.16...v3.17")]
    [InlineData("3.16..3.17-rc1", "v3.16...v3.17-rc1")]
    [InlineData("2014-08-06...0123456789", "2014-08-06...0123456789")]
    public void Pairs_print_as_they_are_read(string text, string printed)
    {
        Assert.True(MomentPair.TryParse(text, out var pair, out _));
        Assert.Equal(printed, pair.ToString());
        Assert.True(MomentPair.TryParse(pair.ToString(), out var again, out _));
        Assert.Equal(pair, again);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("v3.16")]
    [InlineData("...")]
    [InlineData("v3.16...")]
    [InlineData("v3.16...nonsense")]
    public void What_is_no_pair_is_explained(string? text)
    {
        Assert.False(MomentPair.TryParse(text, out _, out var problem));
        Assert.NotEmpty(problem);
    }

    private async Task<RangeAnswer> FindAsync(string pair)
    {
        Assert.True(MomentPair.TryParse(pair, out var moments, out var problem), problem);
        return await new CompareQueries(_database).RangeAsync(moments.From, moments.To, TestContext.Current.CancellationToken);
    }
}
