using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace KernelTracker.Web.Tests;

public sealed class NotablePageTests(NotableSite site) : IClassFixture<NotableSite>
{
    private readonly HttpClient _client = site.CreateClient();

    [Theory]
    [InlineData("/releases/v3.17", "What users will notice")]
    [InlineData("/releases/v3.17", "<a href=\"/identifiers/fold\"><code>fold()</code></a>")]
    [InlineData("/releases/v3.17/window", "What kernel developers will notice")]
    [InlineData("/releases/v3.18/window", "Interfaces are read release by release, and v3.18 is still to come")]
    [InlineData("/releases/v3.16", "v3.16 is the first release of this history: nothing of it counts as new.")]
    [InlineData("/releases/v3.17/changes", "Notable changes in v3.17")]
    [InlineData("/releases/v3.17/changes", "Has a number in include/uapi/asm-generic/unistd.h.")]
    [InlineData("/releases/v3.17/changes", "Came and went: 1 name in no tree before or after")]
    [InlineData("/releases/v3.17/changes", "/sys/kernel/&lt;b&gt;fold&lt;/b&gt;")]
    [InlineData("/releases/v3.17/changes", "/releases/v3.17/changes.csv")]
    [InlineData("/releases/v3.17/changes?kind=mount-options", "fold")]
    [InlineData("/releases/v3.17/changes?area=documentation", "Nothing of that kind.")]
    [InlineData("/releases/v3.17/changes?asOf=v3.17-rc1", "as of v3.17-rc1")]
    [InlineData("/identifiers", "/identifiers?release=v3.17")]
    [InlineData("/identifiers?q=usb_fold", "1 name ")]
    [InlineData("/identifiers?q=unfold", "never released")]
    [InlineData("/identifiers?q=nothing", "No name is like that.")]
    [InlineData("/identifiers?release=v3.17&change=removed", "/identifiers/frob")]
    [InlineData("/identifiers?release=v3.17", "Names that v3.17 added, removed, or that came and went")]
    [InlineData("/identifiers?release=v3.18", "v3.18 has not been read for interfaces yet")]
    [InlineData("/identifiers/fold", "A system call that v3.17 has first.")]
    [InlineData("/identifiers/frob", "As a function of a header")]
    [InlineData("/identifiers/frob", "int frob(void)")]
    [InlineData("/identifiers/unfold", "came and went on the way to v3.17: no release has it.")]
    [InlineData("/identifiers/sys/kernel/%3Cb%3Efold%3C%2Fb%3E", "Says what folds.")]
    [InlineData("/search?q=fold", "/identifiers?q=fold")]
    [InlineData("/releases/v3.17/changes.txt", "- New system call: fold() (")]
    [InlineData("/releases/v3.17/changes.md", "# v3\\.17")]
    [InlineData("/releases/v3.17/changes.html", "<li>New ext4 mount option: <code>fold</code>")]
    [InlineData("/releases/v3.17/changes.csv", "audience,area,kind,change")]
    [InlineData("/releases/v3.17/changes.json", "\"cameAndWent\"")]
    public async Task Pages_answer(string address, string words)
    {
        using var response = await GetAsync(address);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(words, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/identifiers/nothing", HttpStatusCode.NotFound)]
    [InlineData("/identifiers?kind=astrology", HttpStatusCode.BadRequest)]
    [InlineData("/identifiers?release=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("/releases/v9.9/changes", HttpStatusCode.NotFound)]
    [InlineData("/releases/v3.17/changes?kind=astrology", HttpStatusCode.BadRequest)]
    [InlineData("/releases/v3.17/changes.txt?asOf=never", HttpStatusCode.BadRequest)]
    [InlineData("/releases/v9.9/changes.csv", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/releases/v3.17/changes?audience=cats", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/releases/v3.17/changes?strong=maybe", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/releases/v3.17/changes?area=astrology", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/releases/v9.9/changes", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/identifiers", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/identifiers?q=a&change=astrology", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/identifiers/nothing", HttpStatusCode.NotFound)]
    public async Task What_is_wrong_is_said(string address, HttpStatusCode status)
    {
        using var response = await GetAsync(address);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_changeset_leads_to_the_names_that_it_touches()
    {
        using var list = await GetAsync("/releases/v3.17/changesets");
        var html = await list.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var address = Regex.Match(html, "/changesets/[0-9a-f]{40}(?=\"[^>]*>(<bdi>)?usb: a)").Value;
        using var response = await GetAsync(address);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Adds 2 exported symbols:", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/identifiers/unfold\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_interface_gives_changes_and_names()
    {
        var changes = await JsonAsync("/api/v1/releases/3.17/changes?audience=users&strong=true");
        var call = changes.GetProperty("items").EnumerateArray().Single(c => c.GetProperty("kind").GetString() == "system-calls");
        var window = await JsonAsync("/api/v1/releases/3.17/window");
        var names = await JsonAsync("/api/v1/identifiers?q=fold&pageSize=1");
        var history = await JsonAsync("/api/v1/identifiers/unfold");

        Assert.Equal(("New system call: fold()", "added", "mm"), (call.GetProperty("text").GetString(), call.GetProperty("change").GetString(), call.GetProperty("area").GetString()));
        Assert.Equal(40, call.GetProperty("changesets")[0].GetString()!.Length);
        Assert.True(window.GetProperty("changes").GetProperty("users").GetArrayLength() > 0);
        Assert.Equal("fold", names.GetProperty("items")[0].GetProperty("name").GetString());
        Assert.Equal(["added", "removed"], history[0].GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("change").GetString()));
    }

    private Task<HttpResponseMessage> GetAsync(string address) =>
        _client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private Task<JsonElement> JsonAsync(string address) =>
        _client.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
}
