using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Web.Tests;

public sealed partial class StablePageTests(StableSite site) : IClassFixture<StableSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", "Stable updates: 3.14.20 (5 October 2014), 3.16.3 (17 September 2014); 3.16.4 is in review.")]
    [InlineData("/stable", "v3.16.4-rc1: 2 patches since 7 Oct 2014, due 9 Oct 2014")]
    [InlineData("/stable", "Responses to v3.16.4-rc1 are asked for until 9 October 2014 17:00 UTC")]
    [InlineData("/stable", "Ended and quiet series")]
    [InlineData("/stable/3.16", "3 updates from v3.16.1 of 13 August 2014 to v3.16.3 of 17 September 2014: 6 changesets.")]
    [InlineData("/stable/3.16", "longterm · maintained")]
    [InlineData("/stable/3.14", "which no tracked tree holds")]
    [InlineData("/stable/v3.16.1", "2 changesets by 2 developers: memory management 1 and device drivers 1.")]
    [InlineData("/stable/v3.16.1", "git rev-list --no-merges --count v3.16..v3.16.1^ gives 2.")]
    [InlineData("/stable/v3.16.1", "first in v3.17-rc1, 7 days after mainline · Cc: stable and Fixes:")]
    [InlineData("/stable/v3.16.1", "Later reverted in v3.16.4, which is in preparation: Revert \"usb: add a modem\"")]
    [InlineData("/stable/v3.16.1", "USB 1234:5678 drivers/usb/serial/option.c")]
    [InlineData("/stable/v3.16.1", "CVE-2014-1111 mm: free the page")]
    [InlineData("/stable/v3.16.2", "upstream deadbeefdead, not in the tracked trees")]
    [InlineData("/stable/v3.16.2", "says that mainline has no such changeset")]
    [InlineData("/stable/v3.16.2", "Later fixed in v3.16.3: iio: scale once")]
    [InlineData("/stable/v3.16.2?area=networking", "2 of 3 changesets.")]
    [InlineData("/stable/v3.14.19", "the tracked trees hold neither v3.14.18 nor v3.14 in its history")]
    [InlineData("/stable/v3.16.4", "2 patches in the tree review, since 7 October 2014 16:27 −0700.")]
    [InlineData("/stable/v3.16.4", "not-there.patch named by the series, but not there")]
    [InlineData("/stable/3.16/between?from=v3.16&to=v3.16.3", "6 changesets by 3 developers")]
    [InlineData("/stable/3.16/between?from=3.16.1&to=3.16.4", "v3.16.4 is not released yet. What is counted ends with v3.16.3")]
    [InlineData("/stable/is-it-in?q=mm:+free+the+page", "3.16 in since v3.16.1 of 13 August 2014")]
    [InlineData("/stable/is-it-in?q=mm:+free+the+page", "3.10 (ended) not needed: what it repairs is not in that series")]
    [InlineData("/stable/is-it-in?q=iio", "5 commits fit")]
    [InlineData("/stable/is-it-in?q=deadbeefdead", "in v3.16.2 as net: from elsewhere")]
    [InlineData("/stable/is-it-in?q=xyzzy", "Nothing like that is in the tracked trees.")]
    [InlineData("/stable/is-it-in", "Which stable series have a changeset?")]
    [InlineData("/cve", "2 records of the kernel's CVE team, from 2013 to 2014.")]
    [InlineData("/cve?series=3.16&state=open", "CVE-2013-0042 older than <b>all</b>")]
    [InlineData("/cve?year=2013", "CVE records of 2013")]
    [InlineData("/cve/CVE-2014-1111", "3.14 fixed in v3.14.20")]
    [InlineData("/cve/CVE-2014-1111", "3.10 (ended) open")]
    [InlineData("/releases/v3.16", "3 stable updates, the newest v3.16.3 of 17 September 2014")]
    [InlineData("/releases/v3.17", "CVEs fixed")]
    [InlineData("/search?q=v3.16.2", "v3.16.2 stable update")]
    [InlineData("/search?q=elsewhere", "v3.16.2 · Networking")]
    [InlineData("/how-we-count", "A stable update is a tag")]
    public async Task A_page_says(string address, string expected) => Assert.Contains(expected, await WordsAsync(address), StringComparison.Ordinal);

    [Fact]
    public async Task A_mainline_changeset_names_the_updates_that_carry_it()
    {
        var words = await WordsAsync("/changesets/" + site.Mainline["mm: free the page"]);
        Assert.Contains("3.16 in since v3.16.1", words, StringComparison.Ordinal);
        Assert.Contains("3.14 in since v3.14.20", words, StringComparison.Ordinal);
        Assert.Contains("What it repairs fixes mm: leak a page", words, StringComparison.Ordinal);
        Assert.Contains("CVE-2014-1111", words, StringComparison.Ordinal);
        Assert.Contains("What repairs it fixed by mm: free the page first in v3.17-rc1 · v3.16.1 · v3.14.20", await WordsAsync("/changesets/" + site.Mainline["mm: leak a page"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stable_changeset_stands_under_its_update()
    {
        var words = await WordsAsync("/changesets/" + site.Stable["iio: scale twice"]);
        Assert.Contains("Stable / 3.16 / v3.16.2", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Not in mainline", words, StringComparison.Ordinal);
        Assert.Contains("Part of the stable update v3.16.2 of 5 September 2014.", words, StringComparison.Ordinal);
        Assert.Contains("Why it is there neither Cc: stable nor Fixes:", words, StringComparison.Ordinal);
        Assert.Contains("fixed in v3.16.3", words, StringComparison.Ordinal);
        Assert.Contains("It raises the version to v3.16.2", await WordsAsync("/changesets/" + site.Stable["Linux 3.16.2"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/stable/3.16.2", "/stable/v3.16.2")]
    [InlineData("/stable/v3.16.4-rc1", "/stable/v3.16.4")]
    [InlineData("/stable/v3.16", "/stable/3.16")]
    [InlineData("/stable/linux-3.16.y/between?from=v3.16&to=v3.16.1", "/stable/3.16/between?from=v3.16&to=v3.16.1")]
    [InlineData("/search?q=cve-2014-1111", "/cve/CVE-2014-1111")]
    public async Task One_address_is_right(string address, string right)
    {
        using var answer = await site.Client.GetAsync(address, Cancellation);
        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.PermanentRedirect, HttpStatusCode.Found]);
        Assert.EndsWith(right, answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/stable/v3.16.9", HttpStatusCode.NotFound)]
    [InlineData("/stable/3.12", HttpStatusCode.NotFound)]
    [InlineData("/stable/nonsense", HttpStatusCode.NotFound)]
    [InlineData("/stable/v3.16.9.txt", HttpStatusCode.NotFound)]
    [InlineData("/stable/3.16/between?from=v3.16.2&to=v3.16.1", HttpStatusCode.BadRequest)]
    [InlineData("/stable/3.16/between?from=nonsense&to=v3.16.1", HttpStatusCode.BadRequest)]
    [InlineData("/stable/3.16/between", HttpStatusCode.BadRequest)]
    [InlineData("/stable/3.16/between.txt?from=v3.16&to=v3.16.9", HttpStatusCode.NotFound)]
    [InlineData("/cve/CVE-2014-2222", HttpStatusCode.NotFound)]
    [InlineData("/cve?year=soon", HttpStatusCode.BadRequest)]
    [InlineData("/charts/stable/3.12/updates.svg", HttpStatusCode.NotFound)]
    [InlineData("/feeds/stable.atom?series=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/stable/nonsense", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/stable/v3.16.9", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/stable/is-it-in", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/cve/CVE-1", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_told(string address, HttpStatusCode status)
    {
        using var answer = await site.Client.GetAsync(address, Cancellation);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Texts_hold_what_pages_hold()
    {
        Assert.Contains("between v3.16.1 and v3.16.4", await TextAsync("/stable/3.16/between.txt?from=v3.16.1&to=v3.16.4"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("v3.16.4-rc1 in review since 7 October 2014: 2 patches", await TextAsync("/stable/v3.16.4.txt"), StringComparison.Ordinal);
        Assert.Contains("later fixed in v3.16.3", await TextAsync("/stable/v3.16.2.txt"), StringComparison.Ordinal);
        Assert.Contains("<svg", await TextAsync("/charts/stable/3.16/updates.svg"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_tells_updates_and_reviews_of_all_or_one_series()
    {
        var all = await TextAsync("/feeds/stable.atom");
        Assert.Contains("v3.16.4-rc1 in review", all, StringComparison.Ordinal);
        Assert.Contains("v3.14.20", all, StringComparison.Ordinal);
        Assert.DoesNotContain("v3.14.20", await TextAsync("/feeds/stable.atom?series=3.16"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_answers_series_update_question_and_record()
    {
        var list = await JsonAsync("/api/v1/stable");
        Assert.Equal(3, list.GetProperty("total").GetInt32());
        Assert.Equal("v3.16.4-rc1", list.GetProperty("items")[0].GetProperty("review")[0].GetProperty("name").GetString());
        Assert.Equal(3, (await JsonAsync("/api/v1/stable/linux-3.16.y")).GetProperty("updates").GetArrayLength());
        var update = await JsonAsync("/api/v1/stable/3.16.1");
        Assert.Equal(2, update.GetProperty("update").GetProperty("changesets").GetInt32());
        Assert.Equal(7, update.GetProperty("changesets").GetProperty("items")[0].GetProperty("upstreams")[0].GetProperty("days").GetInt32());
        Assert.Equal(2, (await JsonAsync("/api/v1/stable/v3.16.4")).GetProperty("review")[0].GetProperty("patchList").GetArrayLength());
        var answer = await JsonAsync("/api/v1/stable/is-it-in?q=mm:+free+the+page");
        Assert.Equal(["inUpdate", "inUpdate", "notNeeded"], answer.GetProperty("series").EnumerateArray().Select(s => s.GetProperty("standing").GetString()!));
        Assert.Equal(7.8m, (await JsonAsync("/api/v1/cve/cve-2014-1111")).GetProperty("score").GetDecimal());
        var mainline = await JsonAsync("/api/v1/changesets/" + site.Mainline["mm: free the page"]);
        Assert.Equal(["v3.16.1", "v3.14.20"], mainline.GetProperty("backports").EnumerateArray().Select(b => b.GetProperty("version").GetString()!));
        Assert.Equal(site.Mainline["iio: scale twice"], (await JsonAsync("/api/v1/changesets/" + site.Stable["iio: scale twice"])).GetProperty("upstream").GetString());
        var history = await JsonAsync("/api/v1/releases/history");
        Assert.Equal(9, history.GetProperty("total").GetInt32());
        Assert.True(history.GetProperty("items").EnumerateArray().Single(e => e.GetProperty("version").GetString() == "v3.16.3").GetProperty("longterm").GetBoolean());
    }

    [Fact]
    public async Task Releases_json_has_the_customary_form()
    {
        var file = await JsonAsync("/releases.json");

        Assert.Equal("3.17", file.GetProperty("latest_stable").GetProperty("version").GetString());
        Assert.Equal(
            ["mainline 3.17 False", "stable 3.14.20 False", "stable 3.10.56 True", "longterm 3.16.3 False"],
            file.GetProperty("releases").EnumerateArray().Select(r => $"{r.GetProperty("moniker").GetString()} {r.GetProperty("version").GetString()} {r.GetProperty("iseol").GetBoolean()}"));
        var first = file.GetProperty("releases")[0];
        Assert.Equal(["iseol", "version", "moniker", "source", "pgp", "released", "gitweb", "changelog", "diffview", "patch"], first.EnumerateObject().Select(p => p.Name));
        Assert.Equal("2014-08-20", first.GetProperty("released").GetProperty("isodate").GetString());
    }

    [Fact]
    public async Task Without_stable_trees_nothing_shows_but_how_to_add_one()
    {
        using var plain = new SiteFixture();
        using var client = plain.CreateClient();
        foreach (var address in (string[])["/", "/releases/v3.17", "/releases", "/status"])
            Assert.DoesNotContain("stable", await client.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation), StringComparison.OrdinalIgnoreCase);
        var page = await client.GetStringAsync(new Uri("/stable", UriKind.Relative), Cancellation);
        Assert.Contains("No stable tree is tracked here.", page, StringComparison.Ordinal);
        Assert.Contains("--tree stable:stable=", page, StringComparison.Ordinal);
        using var records = await client.GetAsync(new Uri("/cve", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, records.StatusCode);
    }

    [Fact]
    public async Task Hostile_words_stay_words()
    {
        Assert.Contains("older than &lt;b&gt;all", await TextAsync("/cve/CVE-2013-0042"), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", await TextAsync("/stable/is-it-in?q=" + Uri.EscapeDataString(SmallHistory.HostileSubject)), StringComparison.Ordinal);
    }

    [GeneratedRegex("<(script|style)[^>]*>.*?</\\1>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex("\\s+")]
    private static partial Regex Space();

    private async Task<string> WordsAsync(string address) =>
        Space().Replace(WebUtility.HtmlDecode(Markup().Replace((await TextAsync(address)).Replace("<", " <", StringComparison.Ordinal), "")), " ")
            .Replace(" ,", ",", StringComparison.Ordinal).Replace(" .", ".", StringComparison.Ordinal).Replace("( ", "(", StringComparison.Ordinal)
            .Replace(" )", ")", StringComparison.Ordinal).Replace(" ;", ";", StringComparison.Ordinal).Replace(" :", ":", StringComparison.Ordinal);

    private async Task<string> TextAsync(string address)
    {
        using var answer = await site.Client.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    private async Task<JsonElement> JsonAsync(string address)
    {
        using var document = JsonDocument.Parse(await TextAsync(address));
        return document.RootElement.Clone();
    }
}
