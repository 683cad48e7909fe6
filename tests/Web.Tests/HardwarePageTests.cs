using System.Net;
using System.Net.Http.Json;
using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Json;
using System.Xml;
using Xunit;

namespace KernelTracker.Web.Tests;

public sealed class HardwarePageTests(HardwareSite site) : IClassFixture<HardwareSite>
{
    private const string Machine =
        """
        00:00.0 Host bridge [0600]: Example Host Bridge [1234:5678] (rev 01)
        02:00.0 Ethernet controller [0200]: Intel Corporation I210 Gigabit Network Connection [8086:1533] (rev 03)
        05:00.0 Ethernet controller [0200]: Realtek RTL-8139 [10ec:8139]
        Bus 001 Device 004: ID 0bda:8179 Realtek Semiconductor Corp. RTL8188EUS
        06:00.0 Ethernet controller [0200]: Example Unheard Of [1234:9999]
        ### secret-serial-number-4711 ###
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("I210", "Intel I210 Ethernet adapters")]
    [InlineData("ethernet intel", "Intel I210 Ethernet adapters")]
    [InlineData("8086:1533", "Intel I210 Ethernet adapters")]
    [InlineData("usb 0bda:8179", "Realtek RTL8188EU wireless adapters")]
    [InlineData("brcm,bcm53xx-spi", "Broadcom BCM53xx SPI controllers")]
    [InlineData("CONFIG_IGB", "Intel I210 Ethernet adapters")]
    [InlineData("drivers/spi/", "Broadcom BCM53xx SPI controllers")]
    [InlineData("relatek", "Realtek RTL8188EU wireless adapters")]
    public async Task A_search_finds_and_says_why(string query, string name)
    {
        var page = await PageAsync("/hardware?q=" + Uri.EscapeDataString(query));

        Assert.Contains(name + "</bdi></a>", page, StringComparison.Ordinal);
        Assert.Contains("Matches: ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_word_says_what_is_shown_instead() =>
        Assert.Contains("<strong>realtek</strong>", await PageAsync("/hardware?q=relatek"), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("/hardware?category=networking", "/hardware?category=networking&vendor=Intel")]
    [InlineData("/hardware?category=networking", "/hardware?category=networking&bus=pci")]
    [InlineData("/hardware?vendor=Intel", "/hardware?vendor=Intel&release=v3.17")]
    [InlineData("/hardware?release=v3.17&category=staging", ">remove<")]
    [InlineData("/hardware?from=v3.17&to=3.18", "v3.17 to v3.18")]
    [InlineData("/hardware?category=networking", "title=\"New hardware\" href=\"/feeds/hardware.atom?category=networking\"")]
    public async Task Facets_narrow_and_widen(string address, string expected) =>
        Assert.Contains(expected, await PageAsync(address), StringComparison.Ordinal);

    [Fact]
    public async Task An_id_older_than_the_history_is_found_too()
    {
        var page = await PageAsync("/hardware?q=10ec:8139");

        Assert.Contains("v3.16 or earlier", page, StringComparison.Ordinal);
        Assert.Contains("CONFIG_8139TOO", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_question_the_page_offers_some()
    {
        var page = await PageAsync("/hardware");

        foreach (var expected in (string[])["/hardware?q=8086%3A1533", "/hardware?category=networking", "/releases/v3.18/hardware", "/hardware/which-kernel", "/hardware/v3.18-spi-bcm53xx"])
            Assert.Contains($"href=\"{expected}\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/hardware?category=astrology", HttpStatusCode.BadRequest)]
    [InlineData("/hardware?bus=school", HttpStatusCode.BadRequest)]
    [InlineData("/hardware?from=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/hardware/v9.9-nothing", HttpStatusCode.NotFound)]
    [InlineData("/releases/v9.9/hardware", HttpStatusCode.NotFound)]
    [InlineData("/releases/v3.17/hardware?asOf=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/releases/v3.17/hardware?category=astrology", HttpStatusCode.BadRequest)]
    [InlineData("/releases/v9.9/hardware.txt", HttpStatusCode.NotFound)]
    [InlineData("/releases/v3.17/hardware.pdf", HttpStatusCode.NotFound)]
    public async Task What_is_wrong_is_said(string address, HttpStatusCode status)
    {
        using var answer = await site.Client.GetAsync(address, Cancellation);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_record_shows_all_its_evidence()
    {
        var page = await PageAsync("/hardware/v3.17-igb-i210");

        foreach (var expected in (string[])
            [
                "Intel I210 Ethernet adapters", "href=\"/kconfig/IGB\"", "8086:1533", "I210 Gigabit", "drivers/net/ethernet/intel/igb/igb_main.c",
                "/changesets/" + site.Shas["igb: add the I210"], "/pulls/" + site.Shas["Merge davem/net-next: Networking updates"], "/trees/davem/net-next",
                "first in v3.17-rc1", "git show " + site.Shas["igb: add the I210"], "supports &lt;b&gt;gigabit",
            ])
            Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.Contains("git log --oneline --no-merges v3.16..v3.17 -- drivers/staging/rtl8188eu/os_dep/usb_intf.c", await PageAsync("/hardware/v3.17-r8188eu"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_withdrawn_is_marked_everywhere()
    {
        Assert.Contains("<strong>Withdrawn.</strong>", await PageAsync("/hardware/v3.17-xy1"), StringComparison.Ordinal);
        foreach (var address in (string[])["/releases/v3.17", "/releases/v3.17/window", "/releases/v3.17/hardware", "/releases/v3.17/hardware?view=table"])
        {
            var page = await PageAsync(address);
            Assert.True(page.Contains("Withdrawn", StringComparison.Ordinal) && page.Contains("Example XY1 regulators", StringComparison.Ordinal), address);
        }
    }

    [Theory]
    [InlineData("/releases/v3.17")]
    [InlineData("/releases/v3.17/window")]
    [InlineData("/releases/v3.17/hardware")]
    [InlineData("/releases/v3.17/hardware?view=table")]
    [InlineData("/releases/v3.17/hardware?category=networking")]
    public async Task A_release_lists_what_it_newly_supports(string address)
    {
        var page = await PageAsync(address);

        Assert.Contains("/hardware/v3.17-igb-i210", page, StringComparison.Ordinal);
        Assert.Equal(!address.Contains("category", StringComparison.Ordinal), page.Contains("/hardware/v3.17-r8188eu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_can_be_read_as_of_and_since_a_moment()
    {
        var first = await PageAsync("/releases/v3.18/hardware?asOf=2014-10-07");
        var second = await PageAsync("/releases/v3.18/hardware?since=2014-10-07");

        Assert.True(first.Contains("BCM53xx", StringComparison.Ordinal) && !first.Contains("widgets", StringComparison.Ordinal));
        Assert.True(!second.Contains("BCM53xx", StringComparison.Ordinal) && second.Contains("widgets", StringComparison.Ordinal));
        Assert.Contains("what came in on 8 October 2014", await PageAsync("/releases/v3.18/window"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changeset_pull_and_home_show_their_hardware()
    {
        Assert.Contains("/hardware/v3.18-spi-bcm53xx", await PageAsync("/changesets/" + site.Shas["spi: add BCM53xx"]), StringComparison.Ordinal);
        Assert.Contains("/hardware/v3.18-spi-bcm53xx", await PageAsync("/pulls/" + site.Shas["Merge broonie/spi: SPI updates"]), StringComparison.Ordinal);
        Assert.Contains("/hardware/v3.18-spi-bcm53xx", await PageAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_name_stays_text()
    {
        foreach (var address in (string[])["/", "/hardware", "/hardware?q=widget", "/hardware/v3.18-widget", "/releases/v3.18/hardware", "/releases/v3.18/hardware?view=table", "/hardware?q=%3Cscript%3Ealert(1)"])
        {
            var page = await PageAsync(address);
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\u202E", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_pasted_machine_is_answered_and_forgotten()
    {
        using var form = new FormUrlEncodedContent([new("_handler", "machine"), new("machine", Machine)]);
        using var answer = await site.Client.PostAsync("/hardware/which-kernel", form, Cancellation);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        foreach (var expected in (string[])["/hardware/v3.17-igb-i210", "CONFIG_IGB", "v3.16</a> or earlier", "/hardware/v3.17-r8188eu", "any kernel", "not found", "secret-serial-number-4711", "CONFIG_8139TOO\nCONFIG_IGB\nCONFIG_R8188EU\n"])
            Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", site.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", await PageAsync("/hardware/which-kernel"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_or_too_much_is_answered_in_words()
    {
        foreach (var text in (string[])["", new string('x', 300_000)])
        {
            using var form = new FormUrlEncodedContent([new("_handler", "machine"), new("machine", text)]);
            using var answer = await site.Client.PostAsync("/hardware/which-kernel", form, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("<h1>Which kernel do I need?</h1>", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_api_answers_the_same()
    {
        var found = await JsonAsync("/api/v1/hardware?q=8086:1533");
        Assert.Equal(1, found.GetProperty("total").GetInt32());
        var item = found.GetProperty("items")[0];
        Assert.Equal("Intel I210 Ethernet adapters", item.GetProperty("name").GetString());
        Assert.Equal(("CONFIG_IGB", "v3.17", "v3.17-rc1"), (item.GetProperty("config").GetString(), item.GetProperty("release").GetString(), item.GetProperty("candidate").GetString()));
        Assert.Equal("8086:1533", item.GetProperty("ids")[0].GetProperty("id").GetString());

        var detail = await JsonAsync("/api/v1/hardware/v3.17-igb-i210");
        Assert.Equal("davem/net-next", detail.GetProperty("tree").GetString());
        Assert.Equal(site.Shas["igb: add the I210"], detail.GetProperty("changesets")[0].GetString());
        Assert.Equal(2, (await JsonAsync("/api/v1/releases/v3.17/hardware")).GetProperty("total").GetInt32());
        Assert.Equal(1, (await JsonAsync("/api/v1/releases/3.17/hardware?category=networking")).GetProperty("total").GetInt32());
        Assert.Equal(2, (await JsonAsync("/api/v1/releases/v3.17")).GetProperty("hardware").GetInt32());
        Assert.Equal(1, (await JsonAsync("/api/v1/hardware?vendor=intel&from=3.17&to=3.17")).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("/api/v1/hardware?category=astrology", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/hardware?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/hardware/none", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/releases/v9.9/hardware", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/releases/v3.17/hardware?category=astrology", HttpStatusCode.BadRequest)]
    public async Task The_api_tells_problems(string address, HttpStatusCode status)
    {
        using var answer = await site.Client.GetAsync(address, Cancellation);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_api_reads_a_machine_as_plain_text()
    {
        using var answer = await site.Client.PostAsync("/api/v1/hardware/which-kernel", new StringContent(Machine, Encoding.UTF8, "text/plain"), Cancellation);
        var read = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal(5, read.GetProperty("devices").GetArrayLength());
        Assert.Equal("v3.17-igb-i210", read.GetProperty("devices")[1].GetProperty("key").GetString());
        Assert.Equal("exactId", read.GetProperty("devices")[1].GetProperty("basis").GetString());
        Assert.Equal(6, read.GetProperty("notUnderstood")[0].GetProperty("line").GetInt32());

        using var long_ = await site.Client.PostAsync("/api/v1/hardware/which-kernel", new StringContent(new string('x', 300_000)), Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, long_.StatusCode);
        var paths = (await JsonAsync("/openapi/v1.json")).GetProperty("paths");
        foreach (var path in (string[])["/hardware", "/hardware/{key}", "/hardware/which-kernel", "/releases/{version}/hardware"])
            Assert.True(paths.TryGetProperty("/api/v1" + path, out _), path);
    }

    [Fact]
    public async Task The_feed_can_be_narrowed()
    {
        var all = await FeedAsync("/feeds/hardware.atom");
        Assert.Equal(4, all.Items.Count());
        Assert.Equal("http://localhost/hardware/v3.18-widget", all.Items.First().Links.Single().Uri.ToString());
        Assert.DoesNotContain(all.Items, i => i.Title.Text.Contains("XY1", StringComparison.Ordinal));

        var intel = Assert.Single((await FeedAsync("/feeds/hardware.atom?vendor=Intel")).Items);
        Assert.Equal(all.Items.Single(i => i.Title.Text == intel.Title.Text).Id, intel.Id);
        Assert.Single((await FeedAsync("/feeds/hardware.atom?q=bcm53xx")).Items);
        Assert.Single((await FeedAsync("/feeds/hardware.atom?category=usb")).Items);
        Assert.Empty((await FeedAsync("/feeds/hardware.atom?category=audio")).Items);
    }

    [Theory]
    [InlineData("txt", "text/plain")]
    [InlineData("md", "text/markdown")]
    [InlineData("html", "text/html")]
    [InlineData("csv", "text/csv")]
    [InlineData("json", "application/json")]
    public async Task A_list_can_be_taken_away(string format, string type)
    {
        using var answer = await site.Client.GetAsync($"/releases/v3.17/hardware.{format}", Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((type, "utf-8"), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentType?.CharSet));
        Assert.Contains("Intel I210 Ethernet adapters", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", await PageAsync("/releases/v3.18/hardware.html"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("RTL8188EU", await PageAsync($"/releases/v3.17/hardware.{format}?category=networking"), StringComparison.Ordinal);
        Assert.Contains($"/releases/v3.17/hardware.{format}", await PageAsync("/releases/v3.17/hardware"), StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string address)
    {
        using var answer = await site.Client.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsStringAsync(Cancellation)).Replace("&amp;", "&", StringComparison.Ordinal);
    }

    private async Task<JsonElement> JsonAsync(string address) =>
        await site.Client.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative), Cancellation);

    private async Task<SyndicationFeed> FeedAsync(string address)
    {
        using var reader = XmlReader.Create(new StringReader(await site.Client.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation)));
        return SyndicationFeed.Load(reader);
    }
}
