using System.Net;
using System.Text.Json;
using KernelTracker.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace KernelTracker.Web.Tests;

/// <summary>The site on <see cref="PeopleHistory"/>.</summary>
public sealed class PeopleSite : IDisposable
{
    private readonly TemporaryDatabase _database = new(PeopleHistory.Create());
    private readonly WebApplicationFactory<Program> _factory;

    public PeopleSite() => _factory = SiteFixture.Host(_database.File);

    public HttpClient CreateClient() => _factory.CreateClient();

    public void Dispose()
    {
        _factory.Dispose();
        _database.Dispose();
    }
}

public sealed class PeoplePageTests(PeopleSite site) : IClassFixture<PeopleSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/releases/v3.17/people", "3 developers wrote 4 changesets; 2 of them for the first time")]
    [InlineData("/releases/v3.17/people", "href=\"/releases/v3.17/changesets?employer=birch-co\"")]
    [InlineData("/releases/v3.17/people", "href=\"/employers/unknown\"")]
    [InlineData("/releases/v3.17/people", "&lt;b&gt;Three&lt;/b&gt;")]
    [InlineData("/releases/v3.17/people?table=sign-offs", "Linus Chain")]
    [InlineData("/releases/v3.17/people?table=one-patch", "aria-current=\"page\">With one changeset")]
    [InlineData("/releases/v3.17/people?since=v3.17-rc1", "1 developer wrote 1 changeset;")]
    [InlineData("/releases/v3.17/people?subsystem=networking", "Only changesets in the subsystem NETWORKING")]
    [InlineData("/releases/v3.17/people?employer=acme&asOf=v3.17-rc1", "by people of Acme")]
    [InlineData("/releases/v3.17", "href=\"/releases/v3.17/people?table=reviewers\"")]
    [InlineData("/releases/v3.17/window", "href=\"/releases/v3.17/people?asOf=v3.17-rc1\"")]
    [InlineData("/releases/v3.17/changesets?role=reviewed-by", "1 changeset reviewed by anybody, who is not the author")]
    [InlineData("/releases/v3.17/changesets?role=signed-off-by&developer=2", "2 changesets signed off by Linus Chain, who is not the author")]
    [InlineData("/releases/v3.17/changesets?employer=unknown", "2 changesets by people whose employer is not known")]
    [InlineData("/employers", "href=\"/employers/birch-co\"")]
    [InlineData("/employers/birch-co", "2 changesets by 1 developer while they worked there, the first in v3.17")]
    [InlineData("/employers/unknown", "whose employer is not known")]
    [InlineData("/developers/3", "href=\"/employers/acme\"")]
    [InlineData("/developers/2", "href=\"/releases/v3.17/changesets?developer=2&amp;role=signed-off-by\"")]
    [InlineData("/subsystems/networking", "/releases/v3.17/people?subsystem=networking")]
    public async Task Pages_tell_who_it_was(string address, string expected) =>
        Assert.Contains(expected, await site.CreateClient().GetStringAsync(new Uri(address, UriKind.Relative), Cancellation), StringComparison.Ordinal);

    [Theory]
    [InlineData("/releases/v3.17/people?table=nobodies", HttpStatusCode.BadRequest)]
    [InlineData("/releases/v3.17/people?asOf=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/releases/v3.99/people", HttpStatusCode.NotFound)]
    [InlineData("/releases/v3.17/people.csv?table=nobodies", HttpStatusCode.BadRequest)]
    [InlineData("/releases/v3.99/people.csv", HttpStatusCode.NotFound)]
    [InlineData("/releases/v3.17/changesets?role=king", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/releases/v3.99/people", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/releases/v3.17/people?area=nowhere", HttpStatusCode.BadRequest)]
    [InlineData("/employers/no-such", HttpStatusCode.NotFound)]
    public async Task What_makes_no_sense_is_refused(string address, HttpStatusCode status) =>
        Assert.Equal(status, (await site.CreateClient().GetAsync(new Uri(address, UriKind.Relative), Cancellation)).StatusCode);

    [Theory]
    [InlineData("txt", "text/plain", "Developers by changesets (3)")]
    [InlineData("md", "text/markdown", "# v3\\.17, since v3\\.16: people")]
    [InlineData("html", "text/html", "<th scope=\"row\">Birch &amp; Co.</th>")]
    [InlineData("csv", "text/csv", "developer,name,changesets")]
    [InlineData("json", "application/json", "\"onePatchDevelopers\": 2")]
    public async Task Every_form_can_be_downloaded(string ending, string type, string expected)
    {
        using var response = await site.CreateClient().GetAsync(new Uri($"/releases/v3.17/people.{ending}", UriKind.Relative), Cancellation);

        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(expected, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_interface_gives_every_list_whole()
    {
        using var json = JsonDocument.Parse(await site.CreateClient().GetStringAsync(new Uri("/api/v1/releases/3.17/people", UriKind.Relative), Cancellation));
        var root = json.RootElement;

        Assert.Equal("v3.17", root.GetProperty("version").GetString());
        Assert.Equal(3, root.GetProperty("byChangesets").GetArrayLength());
        Assert.Equal(30, root.GetProperty("byLines")[0].GetProperty("changedLines").GetInt64());
        Assert.Equal("reviewed-by", root.GetProperty("roles")[0].GetProperty("role").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("employers")[2].GetProperty("name").ValueKind);
    }
}
