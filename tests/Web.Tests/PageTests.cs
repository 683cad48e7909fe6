using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using KernelTracker.Data.Storage;
using KernelTracker.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KernelTracker.Web.Tests;

public sealed partial class PageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private readonly HttpClient _client = site.CreateClient();

    [Theory]
    [InlineData("/", "the v3.18 merge window is open")]
    [InlineData("/releases", "3 August 2014")]
    [InlineData("/releases?sort=-pulls", "v3.16")]
    [InlineData("/releases/v3.17", "git rev-list --no-merges --count v3.16..v3.17")]
    [InlineData("/releases/v3.18", "not counted yet|counting lines")]
    [InlineData("/releases/v3.17/window", "git rev-list --no-merges --count v3.16..v3.17-rc1")]
    [InlineData("/releases/v3.17/window?asOf=2014-08-06", "--before=2014-08-06T23:59:59Z")]
    [InlineData("/releases/v3.17/changesets?tree=gregkh/usb", "3 changesets through gregkh/usb")]
    public async Task Pages_answer(string address, string words)
    {
        using var response = await GetAsync(address);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Matches(words.Contains('|', StringComparison.Ordinal) ? words : Regex.Escape(words), html);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/releases/v3.17/changesets")]
    [InlineData("/releases/v3.17/changesets?tree=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/releases/v3.17/window?asOf=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/releases/%3Cscript%3Ealert(1)")]
    public async Task Hostile_text_stays_text(string address)
    {
        using var response = await GetAsync(address);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>Three", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/releases/v9.9", HttpStatusCode.NotFound)]
    [InlineData("/releases/nonsense", HttpStatusCode.NotFound)]
    [InlineData("/nonsense", HttpStatusCode.NotFound)]
    [InlineData("/releases/v3.17/window?asOf=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/releases/v3.17/changesets?area=astrology", HttpStatusCode.BadRequest)]
    public async Task What_is_wrong_is_said_on_a_page(string address, HttpStatusCode status)
    {
        using var response = await GetAsync(address);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains("<h1>", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/releases/3.17", "/releases/v3.17")]
    [InlineData("/releases/3.17/window?asOf=2014-08-06", "/releases/v3.17/window?asOf=2014-08-06")]
    [InlineData("/releases/v3.17-rc1", "/releases/v3.17")]
    public async Task A_release_has_one_address(string address, string target)
    {
        using var response = await GetAsync(address);

        Assert.Equal(HttpStatusCode.PermanentRedirect, response.StatusCode);
        Assert.Equal(target, response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/releases/v3.17")]
    [InlineData("/api/v1/releases/v3.17")]
    [InlineData("/charts/releases.svg")]
    public async Task What_has_not_changed_is_not_sent_again(string address)
    {
        using var first = await GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Another_tag_gets_the_page()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/releases/v3.17");
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"old\"", isWeak: true));
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/charts/releases.svg")]
    [InlineData("/charts/releases/v3.17/days.svg?size=narrow")]
    [InlineData("/charts/releases/v3.18/total.svg")]
    public async Task Charts_are_pictures(string address)
    {
        using var response = await GetAsync(address);
        var svg = System.Xml.Linq.XDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("svg", svg.Root?.Name.LocalName);
        Assert.Contains("--mark", svg.Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_number_of_a_release_leads_to_a_page_that_exists()
    {
        foreach (var address in (string[])["/", "/releases", "/releases/v3.17", "/releases/v3.18/window"])
        {
            using var page = await GetAsync(address);
            var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var links = Link().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))
                .Where(l => l.StartsWith("/releases/", StringComparison.Ordinal)).Distinct();
            foreach (var link in links)
            {
                using var target = await GetAsync(link.Split('#')[0]);
                Assert.True(target.StatusCode == HttpStatusCode.OK, $"{address} leads to {link}: {target.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task Without_a_database_the_site_says_so()
    {
        using var none = new TemporaryDatabase();
        await using var host = SiteFixture.Host(none.File);
        using var client = host.CreateClient();

        var html = await client.GetStringAsync(new Uri("/releases", UriKind.Relative), TestContext.Current.CancellationToken);
        using var ready = await client.GetAsync(new Uri("/readyz", UriKind.Relative), TestContext.Current.CancellationToken);
        using var live = await client.GetAsync(new Uri("/healthz", UriKind.Relative), TestContext.Current.CancellationToken);
        using var api = await client.GetAsync(new Uri("/api/v1/releases", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("No data yet", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/status\"", html, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (ready.StatusCode, live.StatusCode, api.StatusCode));
    }

    [Fact]
    public async Task A_database_of_an_older_version_is_told_of_until_it_is_brought_up_to_date()
    {
        using var older = new TemporaryDatabase();
        string kept;
        using (var context = TrackerDatabase.OpenWriter(older.File))
        {
            kept = context.Database.GetAppliedMigrations().Last();
            context.Database.ExecuteSqlRaw("""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = {0}""", kept);
        }
        await using var host = SiteFixture.Host(older.File);
        using var client = host.CreateClient();
        foreach (var address in (string[])["/", "/releases", "/api/v1/status", "/readyz"])
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains("older version", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        using var live = await client.GetAsync(new Uri("/healthz", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);

        // What a migration writes last: its name.
        using (var connection = new SqliteConnection($"Data Source={older.File}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """INSERT INTO "__EFMigrationsHistory" SELECT $id, "ProductVersion" FROM "__EFMigrationsHistory" LIMIT 1""";
            command.Parameters.AddWithValue("$id", kept);
            command.ExecuteNonQuery();
        }
        using var current = await client.GetAsync(new Uri("/releases", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, current.StatusCode);
    }

    [Fact]
    public async Task Sample_data_is_marked_on_every_page()
    {
        var data = SmallHistory.Create();
        data.IsSample = true;
        using var database = new TemporaryDatabase(data);
        await using var host = SiteFixture.Host(database.File);
        using var client = host.CreateClient();

        foreach (var address in (string[])["/", "/releases", "/releases/v3.17", "/releases/v3.17/changesets"])
            Assert.Contains("Sample data", await client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_may_run_or_be_framed()
    {
        using var response = await GetAsync("/");

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    private Task<HttpResponseMessage> GetAsync(string address) =>
        _client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Link();
}
