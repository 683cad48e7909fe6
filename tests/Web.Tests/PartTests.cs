using Bunit;
using KernelTracker.Data.Model;
using KernelTracker.Web.Components;
using KernelTracker.Web.Components.Parts;
using Xunit;

namespace KernelTracker.Web.Tests;

public sealed class PartTests : BunitContext
{
    [Fact]
    public void A_commit_is_abbreviated_and_leads_to_its_page()
    {
        var sha = ObjectId.Parse("07a2039b8eb0af4ff464efd3dfd95de5c02648c6");

        Render<CommitLink>(p => p.Add(c => c.Sha, sha))
            .MarkupMatches("""<a href="/changesets/07a2039b8eb0af4ff464efd3dfd95de5c02648c6"><code>07a2039b8eb0</code></a>""");
        Render<CommitLink>(p => p.Add(c => c.Sha, sha).Add(c => c.IsMerge, true))
            .MarkupMatches("""<a href="/pulls/07a2039b8eb0af4ff464efd3dfd95de5c02648c6"><code>07a2039b8eb0</code></a>""");
    }

    [Fact]
    public void A_time_keeps_its_offset()
    {
        var time = new DateTimeOffset(2009, 6, 9, 20, 5, 27, TimeSpan.FromHours(-7));

        Render<Time>(p => p.Add(t => t.Value, time))
            .MarkupMatches("""<time datetime="2009-06-09T20:05:27-07:00">9 June 2009 20:05 −0700</time>""");
        Render<Time>(p => p.Add(t => t.Value, time).Add(t => t.Utc, true))
            .MarkupMatches("""<time datetime="2009-06-10T03:05:27+00:00">10 June 2009 03:05 UTC</time>""");
    }

    [Fact]
    public void A_figure_has_white_space_before_its_note()
    {
        var figure = Render<Figure>(p => p.Add(f => f.Label, "Changesets").Add(f => f.Value, "2,936").Add(f => f.Href, "/x").AddChildContent("3,154 with merges"));

        Assert.Matches(@"2,936\s+3,154 with merges", figure.Find("dd").TextContent);
    }

    [Theory]
    [InlineData("-changesets", "descending", "?sort=changesets")]
    [InlineData("changesets", "ascending", "?sort=-changesets")]
    [InlineData("-version", null, "?sort=-changesets")]
    public void The_head_of_a_column_says_and_turns_the_order(string current, string? order, string address)
    {
        var head = Render<SortLink>(p => p.Add(s => s.Text, "Changesets").Add(s => s.Key, "changesets").Add(s => s.Current, current));

        Assert.Equal(order, head.Find("th").GetAttribute("aria-sort"));
        Assert.Equal(address, head.Find("a").GetAttribute("href"));
    }

    [Theory]
    [InlineData(0, 10, "0\u00a0%")]
    [InlineData(1, 1000, "<\u00a01\u00a0%")]
    [InlineData(64, 100, "64\u00a0%")]
    [InlineData(999, 1000, "99\u00a0%")]
    [InlineData(1000, 1000, "100\u00a0%")]
    [InlineData(0, 0, "0\u00a0%")]
    public void A_share_is_never_rounded_to_nothing_or_all(long part, long whole, string text) => Assert.Equal(text, Say.Share(part, whole));

    [Fact]
    public void An_address_encodes_what_it_is_given() =>
        Assert.Equal("/releases/v3.18/changesets?tree=a%26b%3D%3Cc%3E", Links.Changesets("v3.18", new() { Tree = "a&b=<c>" }));
}
