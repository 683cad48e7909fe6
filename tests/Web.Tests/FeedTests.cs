using System.Net;
using System.Net.Http.Headers;
using System.ServiceModel.Syndication;
using System.Xml;
using KernelTracker.Data.Model;
using KernelTracker.Tests.Support;
using KernelTracker.Web.Feeds;
using Xunit;

namespace KernelTracker.Web.Tests;

public sealed class FeedTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private readonly HttpClient _client = site.CreateClient();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Releases_and_candidates_are_told_newest_first()
    {
        var feed = await ReadAsync("/feeds/releases.atom");

        Assert.Equal(["v3.17", "v3.17-rc1", "v3.16"], feed.Items.Select(i => i.Title.Text));
        Assert.Equal(DateTimeOffset.Parse("2014-10-05T12:23:04-07:00", System.Globalization.CultureInfo.InvariantCulture), feed.LastUpdatedTime);
        Assert.Equal("http://localhost/releases/v3.17", feed.Items.First().Links.Single().Uri.ToString());
        Assert.Equal("http://localhost/feeds/releases.atom", feed.Links.Single(l => l.RelationshipType == "self").Uri.ToString());
        Assert.Equal(["v3.17", "v3.16"], (await ReadAsync("/feeds/releases.atom?candidates=0")).Items.Select(i => i.Title.Text));
    }

    [Fact]
    public async Task Pulls_are_told_across_releases_and_by_tree()
    {
        var all = await ReadAsync("/feeds/pulls.atom");
        Assert.Equal(["Regulator updates", "Staging patches for 3.18-rc1", "Networking fixes", "USB patches for 3.17-rc1"], all.Items.Select(i => i.Title.Text));
        Assert.Contains("Here is the big USB pull.", ((TextSyndicationContent)all.Items.Last().Content).Text, StringComparison.Ordinal);

        var usb = await ReadAsync("/feeds/pulls.atom?tree=gregkh/usb");
        Assert.Equal(all.Items.Last().Id, Assert.Single(usb.Items).Id);
        Assert.NotEqual(all.Id, usb.Id);
    }

    [Fact]
    public async Task Pulls_are_told_by_release_and_area()
    {
        var release = await ReadAsync("/feeds/pulls.atom?release=3.17");
        Assert.Equal(["Networking fixes", "USB patches for 3.17-rc1"], release.Items.Select(i => i.Title.Text));
        Assert.Equal("http://localhost/releases/v3.17#pulls", release.Links.Single(l => l.RelationshipType == "alternate").Uri.ToString());

        var networking = await ReadAsync("/feeds/pulls.atom?area=networking");
        Assert.Equal("Pulls about Networking into mainline", networking.Title.Text);
        Assert.All(networking.Items, i => Assert.Equal("Networking", i.Categories.Single().Name));
        Assert.Empty((await ReadAsync("/feeds/pulls.atom?area=networking&tree=gregkh/usb")).Items);
        Assert.NotEqual(release.Id, networking.Id);
    }

    [Fact]
    public void What_a_pull_says_is_markup_in_which_nothing_is_in_force()
    {
        var entry = new FeedEntry("a", "t", "s <b>", "/a", DateTimeOffset.UnixEpoch, []) { Details = "first & <script>\n  second" };
        var xml = AtomFeed.Write(new FeedContent("f", "t", "/", [entry]), new Uri("https://example.org/"), "/feeds/f.atom", DateTimeOffset.UnixEpoch);

        using var reader = XmlReader.Create(new StringReader(xml));
        var content = (TextSyndicationContent)SyndicationFeed.Load(reader).Items.Single().Content;
        Assert.Equal("html", content.Type);
        Assert.Equal("<p>s &lt;b&gt;</p><pre>first &amp; &lt;script&gt;\n  second</pre>", content.Text);
    }

    [Fact]
    public async Task A_subsystem_that_is_not_there_has_no_feed()
    {
        using var answer = await _client.GetAsync(new Uri("/feeds/pulls.atom?subsystem=nothing", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_page_of_feeds_links_every_area_and_category()
    {
        var page = await _client.GetStringAsync(new Uri("/feeds", UriKind.Relative), Cancellation);

        Assert.All(AreaNames.All, a => Assert.Contains($"\"/feeds/pulls.atom?area={a.Slug()}\"", page, StringComparison.Ordinal));
        Assert.All(HardwareCategoryNames.All, c => Assert.Contains($"\"/feeds/hardware.atom?category={c.Slug()}\"", page, StringComparison.Ordinal));
        using var read = HtmlCheck.Read(page);
        Assert.Equal(
            ["/feeds/releases.atom", "/feeds/pulls.atom", "/feeds/hardware.atom"],
            read.QuerySelectorAll("head link[rel=alternate][type='application/atom+xml']").Select(l => l.GetAttribute("href")));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        using var first = await _client.GetAsync(new Uri("/feeds/releases.atom", UriKind.Relative), Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/feeds/releases.atom");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _client.SendAsync(request, Cancellation);

        Assert.Equal(new MediaTypeHeaderValue("application/atom+xml", "utf-8"), first.Content.Headers.ContentType);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/feeds/releases.atom?candidates=maybe")]
    [InlineData("/feeds/hardware.atom?category=astrology")]
    [InlineData("/feeds/hardware.atom?from=yesterday")]
    [InlineData("/feeds/pulls.atom?area=astrology")]
    [InlineData("/feeds/pulls.atom?release=yesterday")]
    public async Task A_filter_that_makes_no_sense_is_told(string address)
    {
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public void An_id_depends_on_nothing_but_the_name()
    {
        Assert.Equal("urn:uuid:", AtomFeed.Id("releases/v3.17")[..9]);
        Assert.Equal(AtomFeed.Id("releases/v3.17"), AtomFeed.Id("releases/v3.17"));
        Assert.NotEqual(AtomFeed.Id("releases/v3.17"), AtomFeed.Id("releases/v3.18"));
        // Version and variant of a name-based UUID (RFC 9562, section 5.5).
        Assert.Equal('5', AtomFeed.Id("releases/v3.17")[9 + 14]);
        Assert.Contains(AtomFeed.Id("releases/v3.17")[9 + 19], "89ab");
    }

    [Fact]
    public void Text_that_xml_cannot_hold_is_replaced()
    {
        var entry = new FeedEntry("a", "\u0000\u001B[31m <b>&\uFFFE\uD800", "\u202Etxt", "/a?b=<c>&d", DateTimeOffset.UnixEpoch, ["\u0007"]);
        var xml = AtomFeed.Write(new FeedContent("f", "t", "/", [entry]), new Uri("https://example.org/base/"), "/feeds/f.atom", DateTimeOffset.UnixEpoch);

        using var reader = XmlReader.Create(new StringReader(xml));
        var read = SyndicationFeed.Load(reader).Items.Single();
        Assert.Equal("␀␛[31m <b>&\uFFFD\uFFFD", read.Title.Text);
        Assert.Equal("https://example.org/base/a?b=<c>&d", Uri.UnescapeDataString(read.Links.Single().Uri.AbsoluteUri));
    }

    private async Task<SyndicationFeed> ReadAsync(string address)
    {
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var reader = XmlReader.Create(await answer.Content.ReadAsStreamAsync(Cancellation));
        return SyndicationFeed.Load(reader);
    }
}
