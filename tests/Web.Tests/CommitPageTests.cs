using System.Net;
using System.Text.Json;
using Xunit;

namespace KernelTracker.Web.Tests;

public sealed class CommitPageTests(CommitSite site) : IClassFixture<CommitSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/subsystems")]
    [InlineData("/subsystems?by=name")]
    [InlineData("/subsystems/intel-ethernet-drivers")]
    [InlineData("/developers/1")]
    [InlineData("/trees")]
    [InlineData("/trees/davem/net-next")]
    [InlineData("/trees/davem/net-next?page=nonsense")]
    [InlineData("/search")]
    [InlineData("/search?q=%22&page=-1")]
    [InlineData("/search?q=v3.16")]
    [InlineData("/search?q=nothing-at-all-like-this")]
    [InlineData("/how-we-count")]
    [InlineData("/status")]
    public async Task Answers(string address)
    {
        using var answer = await site.Client.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("<h1", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/pulls/zzz")]
    [InlineData("/changesets/0123456789")]
    [InlineData("/changesets/0000000000000000000000000000000000000000")]
    [InlineData("/subsystems/none")]
    [InlineData("/developers/none")]
    [InlineData("/developers/99999999999")]
    [InlineData("/trees/none/at/all")]
    public async Task Unknown_is_not_found(string address)
    {
        using var answer = await site.Client.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_changeset_shows_its_parts()
    {
        var page = await PageAsync("/changesets/" + site.Sha("igb:"));
        Assert.Contains("The message body.", page, StringComparison.Ordinal);
        Assert.Contains("drivers/net/igb/igb_main.c", page, StringComparison.Ordinal);
        Assert.Contains("""<a href="https://example.org/1">""", page, StringComparison.Ordinal);
        Assert.Contains("/subsystems/intel-ethernet-drivers", page, StringComparison.Ordinal);
        Assert.Contains("/pulls/" + site.Sha("Merge davem"), page, StringComparison.Ordinal);
        Assert.Contains("first in v3.17-rc1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_is_encoded_and_made_visible()
    {
        foreach (var address in new[] { "/changesets/" + site.Sha("<img"), "/pulls/" + site.Sha("Merge davem"), "/search?q=onerror", "/search?q=" + Uri.EscapeDataString(CommitSite.Hostile) })
        {
            var page = await PageAsync(address);
            Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>bullet", page, StringComparison.Ordinal);
            Assert.DoesNotContain('\u001B', page);
            Assert.DoesNotContain("\u202E", page, StringComparison.Ordinal);
        }
        var changeset = WebUtility.HtmlDecode(await PageAsync("/changesets/" + site.Sha("<img")));
        Assert.Contains("⟨U+202E⟩gnp.exe ␛[31mred", changeset, StringComparison.Ordinal);
        Assert.Contains("read as Latin-1", changeset, StringComparison.Ordinal);
        Assert.Contains("implausible", changeset, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pull_keeps_the_lines_of_its_request()
    {
        var page = WebUtility.HtmlDecode(await PageAsync("/pulls/" + site.Sha("Merge davem")));
        Assert.Contains(" - first <b>bullet</b>\n   goes on\n - second", page, StringComparison.Ordinal);
        var sha = site.Sha("Merge davem");
        Assert.Contains($"git rev-list --no-merges --count {sha}^1..{sha}", page, StringComparison.Ordinal);
        Assert.Contains("igb: call ndo_start_xmit() once", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merge_leads_to_its_pull()
    {
        using var answer = await site.Client.GetAsync("/changesets/" + site.Sha("Merge davem"), Cancellation);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.EndsWith("/pulls/" + site.Sha("Merge davem"), answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_abbreviated_id_leads_to_the_whole()
    {
        var sha = site.Sha("igb:");
        using var answer = await site.Client.GetAsync("/changesets/" + sha[..7], Cancellation);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.EndsWith("/changesets/" + sha, answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains(sha, await PageAsync("/search?q=" + sha[..9]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_messages_are_whole_and_long_subjects_are_cut_in_headings()
    {
        var page = await PageAsync("/changesets/" + site.Sha("xxx"));
        Assert.Contains(new string('y', 1_000_000), page, StringComparison.Ordinal);
        Assert.Contains(new string('x', 100_000), page, StringComparison.Ordinal);
        Assert.DoesNotContain("<h1><bdi>" + new string('x', 300), page, StringComparison.Ordinal);
        Assert.True((await PageAsync("/pulls/" + site.Sha("Merge davem"))).Length < 100_000);
    }

    [Fact]
    public async Task Many_files_are_paged_and_complete()
    {
        var address = "/changesets/" + site.Sha("treewide");
        var first = await PageAsync(address);
        Assert.Contains("10,000 changed paths, page 1 of 20", first, StringComparison.Ordinal);
        Assert.Contains("file00499.c", first, StringComparison.Ordinal);
        Assert.DoesNotContain("file00500.c", first, StringComparison.Ordinal);
        Assert.Contains("file09999.c", await PageAsync(address + "?page=20"), StringComparison.Ordinal);
        using var document = JsonDocument.Parse(await PageAsync("/api/v1" + address));
        Assert.Equal(CommitSite.ManyFiles, document.RootElement.GetProperty("files").GetArrayLength());
    }

    [Theory]
    [InlineData("ndo_start_xmit", "<mark>ndo_start_xmit</mark>")]
    [InlineData("path:igb_main", "Path: <bdi>drivers/net/igb/<mark>igb_main</mark>.c</bdi>")]
    [InlineData("\"message body\"", "Message: <bdi>The <mark>message body</mark>")]
    [InlineData("intel", "subsystem</span>")]
    [InlineData("davem", "tree</span>")]
    [InlineData("ben", "developer, 3 changesets")]
    [InlineData("3.17-rc1", "/releases/v3.17\">v3.17-rc1</a>")]
    [InlineData("igb_mai", "words that begin so")]
    public async Task Search_says_why(string query, string expected) =>
        Assert.Contains(expected, (await PageAsync("/search?q=" + Uri.EscapeDataString(query))).ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Fact]
    public async Task Search_can_be_limited_to_a_release_and_an_area()
    {
        Assert.Contains("1 commit,", await PageAsync("/search?q=igb&release=3.17&area=networking"), StringComparison.Ordinal);
        Assert.Contains("No commit here has that", await PageAsync("/search?q=igb&release=v3.16"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_answers_pull_changeset_and_status()
    {
        var sha = site.Sha("Merge davem");
        using var pull = JsonDocument.Parse(await PageAsync("/api/v1/pulls/" + sha));
        Assert.Equal(4, pull.RootElement.GetProperty("changesets").GetInt32());
        Assert.Equal("v3.17-rc1", pull.RootElement.GetProperty("candidate").GetString());
        Assert.Equal(4, pull.RootElement.GetProperty("changesetList").GetProperty("items").GetArrayLength());
        using var changeset = JsonDocument.Parse(await PageAsync("/api/v1/changesets/" + site.Sha("igb:")[..12]));
        Assert.Equal(sha, changeset.RootElement.GetProperty("pull").GetProperty("sha").GetString());
        Assert.Equal(3, changeset.RootElement.GetProperty("trailers").GetArrayLength());
        using var status = JsonDocument.Parse(await PageAsync("/api/v1/status"));
        Assert.Equal(1, status.RootElement.GetProperty("dataVersion").GetInt64());
    }

    [Theory]
    [InlineData("/api/v1/changesets/12", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/changesets/xyz12345", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/changesets/0123456789", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/pulls/0000000000000000000000000000000000000000", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/pulls/0000000000000000000000000000000000000000?page=x", HttpStatusCode.BadRequest)]
    public async Task The_api_tells_problems(string address, HttpStatusCode expected)
    {
        using var answer = await site.Client.GetAsync(address, Cancellation);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    private async Task<string> PageAsync(string address)
    {
        using var answer = await site.Client.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }
}
