using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace KernelTracker.Web.Tests;

public sealed class KconfigPageTests(KconfigSite site) : IClassFixture<KconfigSite>
{
    private readonly HttpClient _client = site.CreateClient();

    [Theory]
    [InlineData("/kconfig", "the first of this history")]
    [InlineData("/kconfig", "/releases/v3.17/kconfig?kind=added\">2<")]
    [InlineData("/kconfig?q=CONFIG_new", "/kconfig/NEW")]
    [InlineData("/kconfig?q=card+NEW", "2 symbols<")]
    [InlineData("/kconfig?q=nothing", "No symbol has all of that")]
    [InlineData("/kconfig/NEW", "v3.17 is the first release with it.")]
    [InlineData("/kconfig/config_new", "<h1><code>CONFIG_NEW</code></h1>")]
    [InlineData("/kconfig/NEW", "usb: a")]
    [InlineData("/kconfig/NEW", "So since")]
    [InlineData("/kconfig/OLD", "It is as old as this history or older; in v3.17 CONFIG_NEWER took its place.")]
    [InlineData("/kconfig/NEWER", "It took the place of CONFIG_OLD in v3.17.")]
    [InlineData("/kconfig/GONE", "It came and went on the way to v3.17: no release has it.")]
    [InlineData("/releases/v3.17/kconfig", "2 added, 1 removed, 1 renamed.")]
    [InlineData("/releases/v3.17/kconfig?kind=renamed", "renamed from <a href=\"/kconfig/OLD\">")]
    [InlineData("/releases/v3.17/kconfig?kind=type", "There are none.")]
    [InlineData("/releases/v3.16/kconfig", "the first release of this history")]
    [InlineData("/releases/v3.18/kconfig", "not read yet")]
    public async Task Pages_answer(string address, string words)
    {
        using var response = await GetAsync(address);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(words, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/kconfig/NEVER", HttpStatusCode.NotFound)]
    [InlineData("/releases/v9.9/kconfig", HttpStatusCode.NotFound)]
    [InlineData("/releases/nonsense/kconfig", HttpStatusCode.NotFound)]
    [InlineData("/releases/v3.17/kconfig?kind=astrology", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/kconfig", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/kconfig/NEVER", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/releases/v9.9/kconfig", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/releases/v3.17/kconfig?kind=astrology", HttpStatusCode.BadRequest)]
    public async Task What_is_wrong_is_said(string address, HttpStatusCode status)
    {
        using var response = await GetAsync(address);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task The_interface_gives_definitions_and_history()
    {
        var found = (await JsonAsync("/api/v1/kconfig?q=new")).GetProperty("items");
        var symbol = await JsonAsync("/api/v1/kconfig/CONFIG_NEW");
        var release = await JsonAsync("/api/v1/releases/3.17/kconfig?kind=renamed");

        Assert.Equal(["NEW", "NEWER"], found.EnumerateArray().Select(h => h.GetProperty("symbol").GetString()));
        var definition = Assert.Single(symbol.GetProperty("definitions").EnumerateArray());
        Assert.Equal(("tristate", "v3.17"), (definition.GetProperty("type").GetString(), definition.GetProperty("since").GetString()));
        Assert.Equal(["PCI", "NET"], definition.GetProperty("dependsOn").EnumerateArray().Select(d => d.GetString()));
        Assert.Equal("added", symbol.GetProperty("history")[0].GetProperty("kind").GetString());
        Assert.Equal(1, release.GetProperty("total").GetInt32());
        Assert.Equal("OLD", release.GetProperty("items")[0].GetProperty("other").GetString());
    }

    private Task<HttpResponseMessage> GetAsync(string address) =>
        _client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private Task<JsonElement> JsonAsync(string address) =>
        _client.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
}
