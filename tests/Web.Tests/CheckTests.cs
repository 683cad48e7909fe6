using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Web.Tests;

/// <summary>The checks of formats find what is wrong.</summary>
public sealed class CheckTests
{
    private const string Page = "<!doctype html><html lang=\"en\"><head><title>t</title></head><body><main id=\"m\">{0}</main></body></html>";

    private const string Feed = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>urn:x:f</id><updated>2014-10-08T10:00:00Z</updated><author><name>a</name></author>
        <link rel="self" href="https://example.org/f.atom" />
        <entry><title>e</title><id>urn:x:e</id><updated>2014-10-08T10:00:00Z</updated><link href="https://example.org/e" /><content type="html">&lt;p&gt;e&lt;/p&gt;</content></entry></feed>
        """;

    [Theory]
    [InlineData("<p>a</p><table><tbody><tr><td>b</td></tr></tbody></table>", true)]
    [InlineData("<p>a<b>b</p></b>", false)]
    [InlineData("<p>a</p></p>", false)]
    [InlineData("<table><p>a</p></table>", false)]
    [InlineData("<ul><p>a</p></ul>", false)]
    [InlineData("<span><div>a</div></span>", false)]
    [InlineData("<p id=\"x\">a</p><p id=\"x\">b</p>", false)]
    [InlineData("<p aria-labelledby=\"y\">a</p>", false)]
    [InlineData("<a href=\"#y\">a</a>", false)]
    [InlineData("<p a=\"1\" a=\"2\">a</p>", false)]
    [InlineData("<p>a &notit; b", false)]
    [InlineData("<a href=\"/\">a <a href=\"/b\">b</a></a>", false)]
    [InlineData("\u0000", false)]
    public void Html_that_is_wrong_is_found(string html, bool isRight)
    {
        Assert.Equal(isRight, HtmlCheck.Page(Page.Replace("{0}", html, StringComparison.Ordinal)).Count == 0);
        Assert.Equal(isRight, HtmlCheck.Fragment(html).Count == 0);
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("<id>urn:x:e</id>", "", false)]
    [InlineData("<id>urn:x:e</id>", "<id>urn:x:f</id>", false)]
    [InlineData("<id>urn:x:e</id>", "<id>e</id>", false)]
    [InlineData("<title>e</title>", "<title></title>", false)]
    [InlineData("<updated>2014-10-08T10:00:00Z</updated><link", "<updated>8 Oct 2014</updated><link", false)]
    [InlineData("<updated>2014-10-08T10:00:00Z</updated><link", "<updated>2014-10-09T10:00:00Z</updated><link", false)]
    [InlineData("<author><name>a</name></author>", "", false)]
    [InlineData("rel=\"self\"", "rel=\"via\"", false)]
    [InlineData("&lt;/p&gt;", "&lt;/b&gt;", false)]
    [InlineData("<link href=\"https://example.org/e\" />", "<link href=\"/e\" />", false)]
    public void A_feed_that_is_wrong_is_found(string instead, string of, bool isRight)
    {
        var feed = instead.Length == 0 ? Feed : Feed.Replace(instead, of, StringComparison.Ordinal);

        Assert.Equal(isRight, AtomCheck.Feed(feed, new Uri("https://example.org/f.atom")).Count == 0);
    }

    [Theory]
    [InlineData("a,b\r\n1,\"2,\"\"\r\n\"\r\n", true)]
    [InlineData("a,b\n1,2\n", false)]
    [InlineData("a,b\r\n1\r\n", false)]
    [InlineData("a,b\r\n1,2", false)]
    [InlineData("a,b\r\n1,x\"y\"\r\n", false)]
    [InlineData("a,b\r\n1,\"2\r\n", false)]
    [InlineData("a,a\r\n", false)]
    [InlineData("", false)]
    public void Csv_that_is_wrong_is_found(string csv, bool isRight)
    {
        if (isRight)
            Assert.Equal(["1", "2,\"\r\n"], CsvCheck.Read(csv)[1]);
        else
            Assert.Throws<FormatException>(() => CsvCheck.Read(csv));
    }
}
