using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace KernelTracker.Web.Tests;

public sealed class ApiTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private readonly HttpClient _client = site.CreateClient();

    [Theory]
    [InlineData("/api/v1/releases/v3.17")]
    [InlineData("/api/v1/releases/3.17")]
    public async Task A_release_is_found_with_or_without_its_v(string address)
    {
        var release = await GetAsync(address);

        Assert.Equal("v3.17", release.GetProperty("version").GetString());
        Assert.Equal("v3.16", release.GetProperty("previous").GetString());
        Assert.Equal("released", release.GetProperty("state").GetString());
        Assert.Equal("2014-10-05T12:23:04-07:00", release.GetProperty("date").GetString());
        Assert.Equal(7, release.GetProperty("changesets").GetInt32());
        Assert.Equal(9, release.GetProperty("commits").GetInt32());
        Assert.Equal(5, release.GetProperty("window").GetProperty("changesets").GetInt32());
        Assert.Equal("2014-08-16T10:00:00-07:00", release.GetProperty("window").GetProperty("closed").GetString());
        Assert.Equal("v3.17-rc1", release.GetProperty("candidates")[0].GetProperty("version").GetString());
        Assert.Equal(2, release.GetProperty("pulls").GetInt32());
        Assert.Equal(5, release.GetProperty("developers").GetInt32());
        Assert.Equal(43, release.GetProperty("lines").GetProperty("added").GetInt32());
        Assert.Equal("Device drivers", release.GetProperty("areas")[0].GetProperty("area").GetString());
        Assert.Equal(JsonValueKind.Null, release.GetProperty("hardware").ValueKind);
    }

    [Fact]
    public async Task What_is_not_counted_is_null()
    {
        var release = await GetAsync("/api/v1/releases/v3.18");

        Assert.Equal("windowOpen", release.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, release.GetProperty("lines").ValueKind);
        Assert.Equal(JsonValueKind.Null, release.GetProperty("window").GetProperty("closed").ValueKind);
    }

    [Theory]
    [InlineData("", 5, 6)]
    [InlineData("?asOf=2014-08-06", 3, 4)]
    [InlineData("?asOf=2014-08-06T23:59:59Z", 3, 4)]
    [InlineData("?asOf=2014-08-05T19:00:00+02:00", 3, 4)]
    [InlineData("?asOf=v3.17-rc1&since=2014-08-06", 2, 2)]
    [InlineData("?asOf=v3.17", 7, 9)]
    public async Task A_window_is_counted_as_of_any_moment(string query, int changesets, int commits)
    {
        var window = await GetAsync("/api/v1/releases/v3.17/window" + query);

        Assert.Equal((changesets, commits), (window.GetProperty("changesets").GetInt32(), window.GetProperty("commits").GetInt32()));
    }

    [Fact]
    public async Task Lists_come_in_pages()
    {
        var first = await GetAsync("/api/v1/releases/v3.17/changesets?pageSize=3&page=3");

        Assert.Equal(1, first.GetProperty("items").GetArrayLength());
        Assert.Equal((3, 3, 7), (first.GetProperty("page").GetInt32(), first.GetProperty("pageSize").GetInt32(), first.GetProperty("total").GetInt32()));
        Assert.Equal(3, (await GetAsync("/api/v1/releases")).GetProperty("total").GetInt32());
        Assert.Equal(2, (await GetAsync("/api/v1/releases/v3.17/pulls")).GetProperty("total").GetInt32());
        Assert.Equal(2, (await GetAsync("/api/v1/releases/v3.17/changesets?area=drivers&subsystem=usb-subsystem")).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("/api/v1/releases/v9.9", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/releases/nonsense", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/nonsense", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/releases/v3.17/window?asOf=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/releases/v3.17/window?asOf=v3.18", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/releases/v3.17/changesets?pageSize=201", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/releases/v3.17/changesets?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/releases/v3.17/changesets?page=99999999999", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/releases/v3.17/changesets?area=astrology", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/releases/v3.17/changesets?developer=Ben", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/releases/v3.17/pulls?since=%00", HttpStatusCode.BadRequest)]
    public async Task What_is_wrong_is_told_as_a_problem(string address, HttpStatusCode status)
    {
        using var response = await _client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_description_names_every_route()
    {
        var paths = (await GetAsync("/openapi/v1.json")).GetProperty("paths");

        foreach (var path in (string[])["/releases", "/releases/{version}", "/releases/{version}/window", "/releases/{version}/pulls", "/releases/{version}/changesets"])
            Assert.True(paths.TryGetProperty("/api/v1" + path, out _), path);
    }

    private async Task<JsonElement> GetAsync(string address) =>
        await _client.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
}
