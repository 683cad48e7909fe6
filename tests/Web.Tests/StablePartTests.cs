using Bunit;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Charts;
using KernelTracker.Web.Components.Parts;
using Xunit;

namespace KernelTracker.Web.Tests;

public sealed class StablePartTests : BunitContext
{
    private static readonly ObjectId Sha = ObjectId.Parse("07a2039b8eb0af4ff464efd3dfd95de5c02648c6");
    private static readonly DateTimeOffset Day = new(2014, 10, 5, 14, 38, 0, TimeSpan.FromHours(-7));

    [Fact]
    public void An_upstream_is_a_link_with_its_release_and_days()
    {
        var link = new UpstreamLink(Sha.ToString(), MentionState.Found, Sha, "subject", new ReleasePoint("v3.17", ReleaseState.Released, 5), Day.AddDays(-17));

        Assert.Equal("upstream 07a2039b8eb0, first in v3.17-rc5, 17 days after mainline", Words(link, Day));
        Assert.Equal("upstream 07a2039b8eb0, first in v3.17-rc5, 3 days before mainline", Words(link, Day.AddDays(-20)));
        Assert.Equal("upstream 07a2039b8eb0, not in the tracked mainline", Words(link with { Release = null, Reached = null }, Day));
    }

    [Theory]
    [InlineData(MentionState.NotHeld, "upstream 0123456, not in the tracked trees")]
    [InlineData(MentionState.Ambiguous, "upstream 0123456, with which several commits begin")]
    public void An_id_that_leads_nowhere_is_kept_as_written(MentionState state, string words) =>
        Assert.Equal(words, Words(new UpstreamLink("0123456", state, null, null, null, null), null));

    [Theory]
    [InlineData(SeriesStanding.InRelease, "v3.16", null, "in since v3.16 itself")]
    [InlineData(SeriesStanding.InReview, "v3.16.5", null, "in review for v3.16.5")]
    [InlineData(SeriesStanding.NotNeeded, null, false, "not needed: what it repairs is not in that series")]
    [InlineData(SeriesStanding.NotIn, null, true, "not in it, but what it repairs is")]
    [InlineData(SeriesStanding.NotIn, null, null, "not in it")]
    public void The_answer_for_a_series_is_said_in_words(SeriesStanding standing, string? since, bool? hasTarget, string words)
    {
        var answer = new SeriesAnswer("3.16", SeriesState.Maintained, standing, since, null, hasTarget, []);
        var cell = Render<SeriesAnswers>(p => p.Add(a => a.Answers, [answer])).Find("td");

        Assert.Equal(words, Text(cell.TextContent));
    }

    [Fact]
    public void An_update_whose_changesets_are_not_known_leaves_a_gap_in_the_chart()
    {
        StableUpdateFigures Update(int number, int? changesets) =>
            new("3.16", number, $"v3.16.{number}", Sha, Day, null, true, changesets, changesets, null, null, "stable");

        var drawing = UpdatesChart.Of([Update(3, 8), Update(2, null), Update(1, 4)], ChartSize.Wide);

        Assert.Equal(3, drawing.Bars.Count);
        Assert.Equal(0, drawing.Bars[1].Height);
        Assert.Equal(drawing.Bars[2].Height, 2 * drawing.Bars[0].Height, 3);
        Assert.Empty(UpdatesChart.Of([], ChartSize.Narrow).Bars);
    }

    private string Words(UpstreamLink link, DateTimeOffset? until) =>
        Text(Render<UpstreamText>(p => p.Add(u => u.Link, link).Add(u => u.Until, until)).Nodes.Aggregate("", (text, node) => text + node.TextContent));

    private static string Text(string content) => string.Join(' ', content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ,", ",", StringComparison.Ordinal);
}
