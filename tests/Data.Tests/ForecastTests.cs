using KernelTracker.Data.Reports;
using Xunit;

namespace KernelTracker.Data.Tests;

public sealed class ForecastTests
{
    private static readonly int[][] Ten =
    [
        [14, 21, 70], [14, 21, 70], [14, 21, 70], [14, 21, 70], [14, 21, 70], [14, 21, 70], [14, 21, 70], [14, 21, 70], [14, 21, 70], [14, 21, 70],
    ];

    [Fact]
    public void Equal_cycles_let_the_same_be_expected()
    {
        var releases = Cycles.Released(Ten).WithOneInTheMaking(tip: 3);

        var forecast = Forecast.Of(releases, releases[0].Time)!;

        var opened = DateOnly.FromDateTime(releases[0].Opened!.Value.UtcDateTime);
        Assert.Equal(new ForecastRange(opened.AddDays(14), opened.AddDays(14), opened.AddDays(14), 10), forecast.WindowClose);
        Assert.Equal(opened.AddDays(70), forecast.Release!.Likely);
        Assert.Equal(["v3.11-rc1", "v3.11-rc2"], forecast.Candidates.Select(c => c.Version));
        Assert.False(forecast.IsOverdue);
    }

    [Fact]
    public void The_range_leaves_out_a_tenth_at_each_end()
    {
        var releases = Cycles.Released([.. Enumerable.Range(10, 11).Select(n => new[] { n, 70 })]).WithOneInTheMaking(tip: 1);

        var close = Forecast.Of(releases, releases[0].Time)!.WindowClose!;

        // The last ten took 11 to 20 days: their 10 % quantile is 11.9, their median 15.5, their 90 % quantile 19.1.
        var opened = DateOnly.FromDateTime(releases[0].Opened!.Value.UtcDateTime);
        Assert.Equal((11, 20, 10), (close.Earliest.DayNumber - opened.DayNumber, close.Latest.DayNumber - opened.DayNumber, close.Cycles));
    }

    [Fact]
    public void Cycles_that_were_shorter_than_what_has_passed_do_not_count()
    {
        int[][] cycles = [[12, 70], [12, 70], [12, 70], [16, 80], [16, 80], [16, 80]];
        var releases = Cycles.Released(cycles).WithOneInTheMaking(tip: 13);

        var forecast = Forecast.Of(releases, releases[0].Time)!;

        Assert.Equal(3, forecast.WindowClose!.Cycles);
        Assert.True(forecast.WindowClose.Earliest > DateOnly.FromDateTime(forecast.Reference.UtcDateTime));
    }

    [Fact]
    public void What_takes_longer_than_ever_is_overdue()
    {
        var releases = Cycles.Released(Ten).WithOneInTheMaking(tip: 20);

        var forecast = Forecast.Of(releases, releases[0].Time)!;

        Assert.Null(forecast.WindowClose);
        Assert.True(forecast.IsOverdue);
        Assert.Equal("The v3.11 merge window has been open longer than in past cycles. Going by past cycles, v3.11 is to be expected on 10 February 2012.", forecast.Sentence);
    }

    [Fact]
    public void Too_few_cycles_tell_nothing()
    {
        var releases = Cycles.Released([14, 70], [14, 70]).WithOneInTheMaking(tip: 3);

        var forecast = Forecast.Of(releases, releases[0].Time)!;

        Assert.Null(forecast.Sentence);
        Assert.False(forecast.IsOverdue);
    }

    [Fact]
    public void Nothing_in_the_making_is_no_forecast() =>
        Assert.Null(Forecast.Of(Cycles.Released(Ten), Cycles.Start));

    [Fact]
    public void A_live_history_is_told_in_the_present_and_an_old_one_relative_to_its_end()
    {
        var releases = Cycles.Released(Ten).WithOneInTheMaking(tip: 25, 14, 21);

        var live = Forecast.Of(releases, releases[0].Time.AddDays(1))!;
        var old = Forecast.Of(releases, releases[0].Time.AddDays(1000))!;

        Assert.Equal("Going by past cycles, v3.11 is to be expected on 10 February 2012.", live.Sentence);
        Assert.StartsWith("As of the last commit of this history (27 December 2011), going by past cycles, v3.11 was", old.Sentence, StringComparison.Ordinal);
        Assert.Equal(releases[0].Time, old.Reference);
        Assert.Equal("-rc2", live.Stage);
    }

    [Fact]
    public void A_trial_knows_only_the_cycles_before()
    {
        var releases = Cycles.Released([14, 70], [14, 70], [14, 70], [14, 70], [30, 70]);

        var close = ForecastRecord.Of(releases)[0];

        Assert.Equal(["v3.5", "v3.4"], close.Trials.Select(t => t.Version));
        Assert.Equal((false, 16), (close.Trials[0].IsHit, close.Trials[0].DaysOff));
        Assert.Equal((true, 0), (close.Trials[1].IsHit, close.Trials[1].DaysOff));
        Assert.Equal(1, close.Hits);
    }

    [Fact]
    public void Days_are_those_of_the_committers_clock()
    {
        var ahead = TimeSpan.FromHours(13);
        var utc = Cycles.Released([14, 70], [14, 70], [14, 70], [14, 70]);
        var releases = utc.Select(r => r with
        {
            Opened = r.Opened?.ToOffset(ahead),
            Time = r.Time.ToOffset(ahead),
            Candidates = [.. r.Candidates.Select(c => c with { Time = c.Time.ToOffset(ahead) })],
        }).ToList();

        // Noon in UTC is the next day there.
        foreach (var (at, there) in ForecastRecord.Of(utc).Zip(ForecastRecord.Of(releases)))
        {
            Assert.Equal(at.Trials[0].Happened.AddDays(1), there.Trials[0].Happened);
            Assert.Equal(at.Trials[0].Range.Earliest.AddDays(1), there.Trials[0].Range.Earliest);
            Assert.Equal(at.Trials[0].Range.Likely.AddDays(1), there.Trials[0].Range.Likely);
            Assert.Equal(at.Trials[0].Range.Latest.AddDays(1), there.Trials[0].Range.Latest);
        }
    }

    [Theory]
    [InlineData("2009-09-05", "2009-09-14", "between 5 and 14 September 2009")]
    [InlineData("2009-09-24", "2009-10-03", "between 24 September and 3 October 2009")]
    [InlineData("2009-12-24", "2010-01-03", "between 24 December 2009 and 3 January 2010")]
    [InlineData("2009-12-24", "2009-12-24", "on 24 December 2009")]
    public void Days_are_said_without_repetition(string from, string to, string words) =>
        Assert.Equal(words, Forecast.Days(new ForecastRange(DateOnly.ParseExact(from, "yyyy-MM-dd"), default, DateOnly.ParseExact(to, "yyyy-MM-dd"), 10)));
}
