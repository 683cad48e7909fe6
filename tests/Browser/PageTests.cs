using System.Globalization;
using System.Net;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace KernelTracker.Browser.Tests;

/// <summary>
/// Every kind of page on a phone, a tablet and a wide screen, in light and dark.
/// With KERNELTRACKER_SCREENSHOTS=folder, each is also photographed into that folder.
/// </summary>
public sealed class PageTests(SiteFixture site)
{
    private static readonly int[] Widths = [360, 768, 1440];
    private static readonly AxeRunOptions ContrastOnly = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    /// <summary>Kinds of pages: a name, and the address or a pattern of an address that some link leads to.</summary>
    public static TheoryData<string, string> Kinds => new()
    {
        { "home", "^/$" },
        { "releases", "^/releases$" },
        { "release", "^/releases/v[^/?]+$" },
        { "window", "^/releases/v[^/?]+/window$" },
        { "changesets", "^/releases/v[^/?]+/changesets$" },
        { "changesets-of-area", @"^/releases/v[^/?]+/changesets\?area=" },
        { "release-hardware", "^/releases/v[^/?]+/hardware$" },
        { "release-hardware-table", @"^/releases/v[^/?]+/hardware\?view=table" },
        { "people", "^/releases/v[^/?]+/people$" },
        { "people-table", @"^/releases/v[^/?]+/people\?table=" },
        { "employers", "^/employers$" },
        { "employer", "^/employers/[a-z]" },
        { "release-changes", "^/releases/v[^/?]+/changes$" },
        { "identifiers", "^/identifiers$" },
        { "identifiers-of-release", @"^/identifiers\?release=" },
        { "identifier", "^/identifiers/[^?]+$" },
        { "hardware", "^/hardware$" },
        { "hardware-category", @"^/hardware\?category=" },
        { "hardware-record", "^/hardware/v[^?]+$" },
        { "which-kernel", "^/hardware/which-kernel$" },
        { "pull", "^/pulls/[0-9a-f]{40}$" },
        { "changeset", "^/changesets/[0-9a-f]{40}$" },
        { "subsystems", "^/subsystems$" },
        { "subsystem", "^/subsystems/[^?]+$" },
        { "trees", "^/trees$" },
        { "tree", "^/trees/[^?]+$" },
        { "developer", "^/developers/[^?]+$" },
        { "stable", "^/stable$" },
        { "stable-series", @"^/stable/[0-9.]+$" },
        { "stable-update", @"^/stable/v[0-9.]+$" },
        { "stable-review", @"^/stable/v3\.16\.5$" },
        { "cve-records", "^/cve$" },
        { "cve-record", "^/cve/CVE-2014-1001$" },
        { "cve-open-in-series", @"^/cve\?.*series=3\.16" },
        { "status", "^/status$" },
        { "how-we-count", "^/how-we-count$" },
    };

    /// <summary>Pages that only a form or a person's hand leads to.</summary>
    public static TheoryData<string, string, HttpStatusCode> Addresses => new()
    {
        { "window-as-of", "/releases/v3.18/window?asOf=2014-10-08", HttpStatusCode.OK },
        { "window-part-2", "/releases/v3.18/window?asOf=2014-10-15&since=2014-10-08", HttpStatusCode.OK },
        { "people-as-of", "/releases/v3.18/people?asOf=2014-10-08&table=new", HttpStatusCode.OK },
        { "people-of-area", "/releases/v3.18/people?area=drivers", HttpStatusCode.OK },
        { "changesets-of-role", "/releases/v3.18/changesets?role=signed-off-by", HttpStatusCode.OK },
        { "employer-unknown", "/employers/no-such-company", HttpStatusCode.NotFound },
        { "hardware-search", "/hardware?q=controllers", HttpStatusCode.OK },
        { "hardware-misspelt", "/hardware?q=richtec", HttpStatusCode.OK },
        { "hardware-nothing", "/hardware?q=%22%3Cscript%3E", HttpStatusCode.OK },
        { "hardware-as-of", "/releases/v3.18/hardware?asOf=2014-10-08", HttpStatusCode.OK },
        { "hardware-part-2", "/releases/v3.18/hardware?asOf=2014-10-15&since=2014-10-08", HttpStatusCode.OK },
        { "hardware-record-unknown", "/hardware/v3.18-no-such-record", HttpStatusCode.NotFound },
        { "stable-between", "/stable/3.16/between?from=v3.16.2&to=v3.16.5", HttpStatusCode.OK },
        { "is-it-in", "/stable/is-it-in?q=route+that+lost", HttpStatusCode.OK },
        { "is-it-in-several", "/stable/is-it-in?q=igb", HttpStatusCode.OK },
        { "is-it-in-nothing", "/stable/is-it-in?q=%22%3Cscript%3E", HttpStatusCode.OK },
        { "stable-unknown", "/stable/v3.16.99", HttpStatusCode.NotFound },
        { "cve-hostile", "/cve/CVE-2014-1002", HttpStatusCode.OK },
        { "cve-unknown", "/cve/CVE-2014-9999", HttpStatusCode.NotFound },
        { "cve-search", "/search?q=CVE-2014-1001", HttpStatusCode.OK },
        { "release-changes-as-of", "/releases/v3.18/changes?asOf=2014-10-08", HttpStatusCode.OK },
        { "release-changes-of-kind", "/releases/v3.18/changes?kind=options", HttpStatusCode.OK },
        { "identifiers-search", "/identifiers?q=regulator", HttpStatusCode.OK },
        { "identifiers-nothing", "/identifiers?q=%22%3Cscript%3E", HttpStatusCode.OK },
        { "identifier-unknown", "/identifiers/no_such_name", HttpStatusCode.NotFound },
        { "compare", "/compare", HttpStatusCode.OK },
        { "compare-releases", "/compare/v3.16...v3.17", HttpStatusCode.OK },
        { "compare-wrong", "/compare/v3.17...v3.16", HttpStatusCode.BadRequest },
        { "parts", "/releases/v3.18/window/parts?cuts=2014-10-08,2014-10-10", HttpStatusCode.OK },
        { "flow", "/releases/v3.17/flow", HttpStatusCode.OK },
        { "forecast", "/forecast", HttpStatusCode.OK },
        { "search", "/search", HttpStatusCode.OK },
        { "search-results", "/search?q=regulator", HttpStatusCode.OK },
        { "search-nothing", "/search?q=%22%3Cscript%3E", HttpStatusCode.OK },
        { "not-found", "/no/such/page", HttpStatusCode.NotFound },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task A_kind_of_page_reads_well(string name, string pattern) => Check(name, site.Map.Find(pattern), HttpStatusCode.OK);

    [Theory]
    [MemberData(nameof(Addresses))]
    public Task An_address_typed_by_hand_reads_well(string name, string address, HttpStatusCode status) => Check(name, address, status);

    private async Task Check(string name, string address, HttpStatusCode status)
    {
        var faults = new List<string>();
        await using var context = await NewContext(scripts: false);
        var page = await context.NewPageAsync();
        var response = await page.GotoAsync(address);
        if (response?.Status != (int)status)
            faults.Add($"it answered {response?.Status}");
        if (await page.Locator("h1").CountAsync() is var headings and not 1)
            faults.Add($"it has {headings} h1");
        if (string.IsNullOrWhiteSpace(await page.TitleAsync()))
            faults.Add("it has no title");
        foreach (var scheme in Schemes)
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                var overhang = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (overhang > 0)
                    faults.Add($"it is {overhang} px wider than a screen of {width} px, {scheme}");
                await Photograph(page, string.Create(CultureInfo.InvariantCulture, $"{name}-{width}-{scheme}.png"));
            }
        }
        faults.AddRange(await AxeFaults(address));
        Assert.True(faults.Count == 0, address + ":\n" + string.Join('\n', faults));
    }

    /// <summary>What axe finds serious or critical, at every width, light and dark.</summary>
    private async Task<IReadOnlyList<string>> AxeFaults(string address)
    {
        var faults = new List<string>();
        // Axe is a script; the site's policy allows none.
        await using var context = await NewContext(scripts: true);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        foreach (var scheme in Schemes)
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                // In the dark the same page has other colours and nothing else.
                var result = scheme == ColorScheme.Light ? await page.RunAxe() : await page.RunAxe(ContrastOnly);
                faults.AddRange(result.Violations
                    .Where(v => v.Impact is "serious" or "critical")
                    .Select(v => $"{v.Impact} at {width} px, {scheme}: {v.Help} ({v.Id}) in {string.Join("; ", v.Nodes.Take(3).Select(n => n.Html))}"));
            }
        }
        return faults;
    }

    /// <summary>Pages must work without scripts; what is measured is evaluated by the browser's tools, not by the page.</summary>
    private Task<IBrowserContext> NewContext(bool scripts) => site.Browser.NewContextAsync(new BrowserNewContextOptions
    {
        BaseURL = site.Client.BaseAddress!.ToString(),
        JavaScriptEnabled = scripts,
        BypassCSP = scripts,
    });

    private static async Task Photograph(IPage page, string file)
    {
        if (Environment.GetEnvironmentVariable("KERNELTRACKER_SCREENSHOTS") is not { Length: > 0 } folder)
            return;
        Directory.CreateDirectory(folder);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, file), FullPage = true });
    }
}
