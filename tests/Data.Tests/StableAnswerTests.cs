using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Data.Tests;

public sealed class StableAnswerTests : IDisposable
{
    private readonly TemporaryDatabase _database = new(StableHistory.Create());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("mm: leak a page", "3.16 InRelease v3.16; 3.14 NotIn ; 3.10 NotIn ")]
    [InlineData("mm: free the page", "3.16 InUpdate v3.16.1; 3.14 InUpdate v3.14.20; 3.10 NotNeeded ")]
    [InlineData("net: fix the new feature", "3.16 NotNeeded ; 3.14 NotNeeded ; 3.10 NotNeeded ")]
    [InlineData("net: new feature", "3.16 NotIn ; 3.14 NotIn ; 3.10 NotIn ")]
    [InlineData("Revert \"usb: add a modem\"", "3.16 InReview v3.16.4; 3.14 NotNeeded ; 3.10 NotNeeded ")]
    [InlineData("net: local to stable", "3.16 InUpdate v3.16.2; 3.14 NotIn ; 3.10 NotIn ")]
    [InlineData("iio: scale", null)]
    public async Task A_subject_is_answered_for_every_series(string question, string? expected)
    {
        var answer = await Ask(question);

        Assert.Equal(expected, answer.Found is { } found ? string.Join("; ", found.Series.Select(s => $"{s.Series} {s.Standing} {s.Since}")) : null);
    }

    [Fact]
    public async Task Commit_ids_of_mainline_and_stable_give_the_same_answer()
    {
        var mainline = (await Ask("mm: free the page")).Found!;
        var stable = mainline.Series[1].Point!.Sha;
        foreach (var id in new[] { stable.ToString(), stable.ToString()[..9], mainline.Commit.Sha.Abbreviated, "commit " + mainline.Commit.Sha.Abbreviated })
        {
            var answer = (await Ask(id)).Found!;
            Assert.Equal(mainline.Series.Select(s => (s.Standing, s.Since)), answer.Series.Select(s => (s.Standing, s.Since)));
        }
    }

    [Fact]
    public async Task A_commit_that_was_fixed_shows_the_fixes()
    {
        var found = (await Ask("mm: leak a page")).Found!;

        var repair = Assert.Single(found.RepairedBy);
        Assert.Equal(["v3.16.1", "v3.14.20"], repair.Points.Select(p => p.Version));
        Assert.Equal("fixed in v3.16.1", StableWords.Repaired(Assert.Single(found.Series[0].Repairs)));
    }

    [Fact]
    public async Task What_was_repaired_later_is_told_by_series()
    {
        var modem = (await Ask("usb: add a modem")).Found!;
        Assert.Equal("reverted in v3.16.4, which is in preparation", StableWords.Repaired(Assert.Single(modem.Series[0].Repairs)));
        var scaled = (await Ask("iio: scale twice")).Found!;
        Assert.Equal("fixed in v3.16.3", StableWords.Repaired(Assert.Single(scaled.Series[0].Repairs)));
        Assert.Equal("iio: scale twice", Assert.Single((await Ask("iio: scale once")).Found!.Repairs).Link.Subject);
    }

    [Fact]
    public async Task Backports_of_a_commit_that_is_not_held_are_found_by_its_id()
    {
        foreach (var id in new[] { StableHistory.Unheld, StableHistory.Unheld[..10] })
        {
            var answer = await Ask(id);
            Assert.Null(answer.Found);
            Assert.Equal(["v3.16.2", "v3.14.20"], answer.Mentions.Select(m => m.Commit.Update));
        }
        var found = (await Ask((await Ask(StableHistory.Unheld)).Mentions[0].Commit.Sha.ToString())).Found!;
        Assert.Equal(
            [SeriesStanding.InUpdate, SeriesStanding.InUpdate, SeriesStanding.NotKnown], found.Series.Select(s => s.Standing));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \" * ")]
    [InlineData("0123456")]
    [InlineData("no such words at all")]
    [InlineData("100% _ \\")]
    public async Task Nothing_is_found_without_harm(string question)
    {
        var answer = await Ask(question);

        Assert.Null(answer.Found);
        Assert.Empty(answer.Matches.Items);
    }

    [Fact]
    public async Task Vulnerabilities_follow_the_fix_and_its_backports()
    {
        var found = (await Ask("mm: free the page")).Found!;
        Assert.Equal("CVE-2014-1111", Assert.Single(found.Vulnerabilities).Name);
        var queries = new VulnerabilityQueries(_database);
        var record = (await queries.GetAsync("cve-2014-1111", Cancellation))!;
        Assert.Equal(["v3.16.1", "v3.14.20", null], record.Series.Select(s => s.FixedIn));
        Assert.All(record.Places, p => Assert.True(p.FixedHeld));
        Assert.Null(await queries.GetAsync("CVE-2014-9999", Cancellation));
        Assert.Equal(1, (await queries.ListAsync(new VulnerabilityFilter { Series = Release("3.16"), IsOpen = true }, 1, 10, Cancellation)).Total);
        Assert.Equal(["CVE-2014-1111"], (await queries.ListAsync(new VulnerabilityFilter { Year = 2014 }, 1, 10, Cancellation)).Items.Select(v => v.Name));
        Assert.Equal(["CVE-2014-1111"], (await queries.OfReleaseAsync(Release("3.17"), Cancellation)).Select(v => v.Name));
    }

    private Task<StableAnswer> Ask(string question) => new StableAnswerQueries(_database).AskAsync(question, 1, 25, Cancellation);

    private static KernelVersion Release(string text) => KernelVersion.TryParse(text, out var version) ? version : throw new ArgumentException(text);
}
