using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using KernelTracker.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace KernelTracker.Web.Tests;

/// <summary>Comparisons, parts of windows, forecasts and flow on a small history.</summary>
public sealed partial class ComparePageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private readonly HttpClient _client = site.CreateClient();

    [Theory]
    [InlineData("/compare", "What one release, candidate, commit or moment has")]
    [InlineData("/compare/v3.16...v3.17", "git rev-list --no-merges --count v3.16..v3.17")]
    [InlineData("/compare/v3.17-rc1...2014-10-08", "From v3.17-rc1 to the end of 8 October 2014 UTC")]
    [InlineData("/compare/v3.16...v3.17/changesets?tree=gregkh/usb", "3 changesets through gregkh/usb")]
    [InlineData("/releases/v3.17/changesets?origin=linville/wireless", "1 changeset brought first by linville/wireless")]
    [InlineData("/releases/v3.17/window/parts", "in 2 parts, cut by weeks")]
    [InlineData("/releases/v3.17/window/parts?cuts=2014-08-05,2014-08-07", "in 3 parts")]
    [InlineData("/releases/v3.17/flow", "linville/wireless")]
    [InlineData("/releases/v3.18/flow", "no merge within a pull names another")]
    [InlineData("/forecast", "How well the rule did")]
    [InlineData("/releases/v3.18", "What comes next")]
    [InlineData("/releases/v3.18/window", "What comes next")]
    public async Task Pages_answer(string address, string words)
    {
        using var response = await _client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(words, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/compare/v3.17...v3.16", HttpStatusCode.BadRequest, "v3.17 is later than v3.16")]
    [InlineData("/compare/v3.17...v3.17", HttpStatusCode.BadRequest, "the same state of mainline")]
    [InlineData("/compare/v3.17...v9.9", HttpStatusCode.NotFound, "no tag v9.9")]
    [InlineData("/compare/%3Cscript%3Ealert(1)...v3.17", HttpStatusCode.BadRequest, "is no moment")]
    [InlineData("/compare/v3.17", HttpStatusCode.BadRequest, "names no two moments")]
    [InlineData("/compare?from=yesterday&to=v3.17", HttpStatusCode.BadRequest, "is no moment")]
    [InlineData("/compare/v3.16...v9.9/changesets", HttpStatusCode.NotFound, "no tag v9.9")]
    [InlineData("/releases/v3.17/window/parts?cuts=%3Cscript%3E", HttpStatusCode.BadRequest, "is no moment")]
    [InlineData("/releases/v9.9/window/parts", HttpStatusCode.NotFound, "no release v9.9")]
    [InlineData("/releases/v9.9/flow", HttpStatusCode.NotFound, "no release v9.9")]
    public async Task What_is_wrong_is_said(string address, HttpStatusCode status, string words)
    {
        using var response = await _client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(words, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/compare", "from=3.16&to=3.17-rc1", "/compare/v3.16...v3.17-rc1")]
    [InlineData("/compare/3.16..3.17", "", "/compare/v3.16...v3.17")]
    [InlineData("/compare/3.16..3.17/changesets", "area=drivers", "/compare/v3.16...v3.17/changesets?area=drivers")]
    [InlineData("/compare", "from=v3.16.1&to=v3.16.4", "/stable/3.16/between?from=v3.16.1&to=v3.16.4")]
    [InlineData("/compare", "from=v3.16&to=v3.16.4", "/stable/3.16/between?from=v3.16&to=v3.16.4")]
    [InlineData("/compare/v3.16...v3.17", "", null)]
    [InlineData("/compare/v3.16...v3.17.txt", "", null)]
    [InlineData("/compare", "", null)]
    [InlineData("/compare", "from=nonsense&to=3.17", null)]
    [InlineData("/compared/3.16..3.17", "", null)]
    public void A_comparison_has_one_address(string path, string query, string? target)
    {
        var parameters = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).ToDictionary(p => p[0], p => new StringValues(p[1]));

        Assert.Equal(target, CanonicalComparison.Redirect(path, new QueryCollection(parameters)));
    }

    [Fact]
    public async Task Every_link_of_a_comparison_leads_somewhere()
    {
        foreach (var page in (string[])["/compare/v3.16...2014-10-08", "/releases/v3.17/flow", "/releases/v3.17/window/parts", "/forecast"])
        {
            var html = await _client.GetStringAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
            foreach (Match link in Link().Matches(html))
            {
                var address = WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0];
                if (!address.StartsWith('/'))
                    continue;
                using var response = await _client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found, $"{page} leads to {address}: {response.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task The_text_and_the_api_say_the_same()
    {
        var text = await _client.GetStringAsync(new Uri("/compare/v3.16...v3.17.txt", UriKind.Relative), TestContext.Current.CancellationToken);
        using var json = await GetAsync("/api/v1/compare/v3.16...v3.17");

        Assert.Contains("7   9 with merges", text, StringComparison.Ordinal);
        Assert.Equal(7, json.RootElement.GetProperty("changesets").GetInt32());
        Assert.Equal("v3.16", json.RootElement.GetProperty("from").GetString());
        Assert.Equal("git rev-list --no-merges --count v3.16..v3.17", json.RootElement.GetProperty("command").GetString());
        Assert.Equal(7, json.RootElement.GetProperty("flow").GetProperty("edges").EnumerateArray()
            .Where(e => e.GetProperty("into").ValueKind == JsonValueKind.Null).Sum(e => e.GetProperty("changesets").GetInt32()));
    }

    [Theory]
    [InlineData("/api/v1/compare/v3.17...v3.16", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/compare/v3.17...v9.9", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/releases/v3.17/window/parts?cuts=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/releases/v9.9/flow", HttpStatusCode.NotFound)]
    [InlineData("/compare/v3.17...v3.16.txt", HttpStatusCode.BadRequest)]
    [InlineData("/charts/compare/v3.17...v3.16/flow.svg", HttpStatusCode.NotFound)]
    public async Task Programs_are_told_what_is_wrong(string address, HttpStatusCode status)
    {
        using var response = await _client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task The_api_gives_parts_flow_and_forecast()
    {
        using var parts = await GetAsync("/api/v1/releases/v3.17/window/parts?cuts=2014-08-06");
        using var flow = await GetAsync("/api/v1/releases/3.17/flow");
        using var forecast = await GetAsync("/api/v1/forecast");

        Assert.Equal([3, 2], parts.RootElement.GetProperty("parts").EnumerateArray().Select(p => p.GetProperty("changesets").GetInt32()));
        Assert.Equal(1, flow.RootElement.GetProperty("throughOthers").GetInt32());
        Assert.Equal("v3.18", forecast.RootElement.GetProperty("forecast").GetProperty("version").GetString());
        Assert.Equal(3, forecast.RootElement.GetProperty("record").GetArrayLength());
    }

    [Theory]
    [InlineData("/charts/releases/v3.17/flow.svg")]
    [InlineData("/charts/releases/v3.17/flow.svg?size=narrow")]
    [InlineData("/charts/compare/v3.16...v3.17/flow.svg?size=medium")]
    [InlineData("/charts/compare/v3.16...v3.17/total.svg")]
    public async Task Charts_stay_within_their_pictures(string address)
    {
        var svg = XDocument.Parse(await _client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));

        var size = svg.Root!.Attribute("viewBox")!.Value.Split(' ').Select(double.Parse).ToArray();
        Assert.Contains(svg.Descendants(), e => e.Name.LocalName is "path" or "polyline");
        Assert.All(svg.Descendants().Where(e => e.Name.LocalName == "text"), t =>
        {
            var x = double.Parse(t.Attribute("x")!.Value, System.Globalization.CultureInfo.InvariantCulture);
            var width = t.Value.Length * 6.6;
            var left = t.Attribute("text-anchor")!.Value switch { "end" => x - width, "middle" => x - (width / 2), _ => x };
            Assert.InRange(left, -1, size[2]);
            Assert.InRange(left + width, 0, size[2] + 2);
        });
    }

    private async Task<JsonDocument> GetAsync(string address) =>
        JsonDocument.Parse(await _client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));

    [GeneratedRegex("<a\\b[^>]*?\\shref=\"([^\"]*)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
