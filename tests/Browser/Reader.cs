using System.Globalization;
using System.Net;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

#pragma warning disable CS0618 // "Legacy" is the mode of axe for pages without frames: the other one opens a tab for every run, which takes three times as long.

namespace KernelTracker.Browser.Tests;

/// <summary>
/// Looks at pages on a phone, a tablet and a wide screen, in light and dark. It keeps its two tabs from page to page:
/// opening one costs more than all that is looked at in it.
/// With KERNELTRACKER_SCREENSHOTS=folder, each page is also photographed into that folder.
/// </summary>
public sealed class Reader(SiteFixture site) : IAsyncLifetime
{
    private static readonly int[] Widths = [360, 768, 1440];
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];
    private static readonly AxeRunOptions ContrastOnly = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };

    private IPage _plain = null!;
    private IPage _scripted = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _plain = await NewPage(scripts: false);
        // Axe is a script; the site's policy allows none.
        _scripted = await NewPage(scripts: true);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _plain.Context.DisposeAsync();
        await _scripted.Context.DisposeAsync();
    }

    /// <summary>Fails with all that is wrong with the page at an address.</summary>
    public async Task Check(string name, string address, HttpStatusCode status)
    {
        var faults = new List<string>();
        var response = await _plain.GotoAsync(address);
        if (response?.Status != (int)status)
            faults.Add($"it answered {response?.Status}");
        if (await _plain.Locator("h1").CountAsync() is var headings and not 1)
            faults.Add($"it has {headings} h1");
        if (string.IsNullOrWhiteSpace(await _plain.TitleAsync()))
            faults.Add("it has no title");
        foreach (var scheme in Schemes)
        {
            await _plain.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            foreach (var width in Widths)
            {
                await _plain.SetViewportSizeAsync(width, 900);
                var overhang = await _plain.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (overhang > 0)
                    faults.Add($"it is {overhang} px wider than a screen of {width} px, {scheme}");
                await Photograph(string.Create(CultureInfo.InvariantCulture, $"{name}-{width}-{scheme}.png"));
            }
        }
        faults.AddRange(await AxeFaults(address));
        Assert.True(faults.Count == 0, address + ":\n" + string.Join('\n', faults));
    }

    /// <summary>
    /// What axe finds serious or critical at every width; in the dark the same page has other colours and nothing else.
    /// </summary>
    private async Task<IReadOnlyList<string>> AxeFaults(string address)
    {
        var faults = new List<string>();
        await _scripted.GotoAsync(address);
        foreach (var scheme in Schemes)
        {
            await _scripted.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            foreach (var width in Widths)
            {
                await _scripted.SetViewportSizeAsync(width, 900);
                var result = await _scripted.Locator("html").RunAxeLegacy(scheme == ColorScheme.Light ? null : ContrastOnly);
                faults.AddRange(result.Violations
                    .Where(v => v.Impact is "serious" or "critical")
                    .Select(v => $"{v.Impact} at {width} px, {scheme}: {v.Help} ({v.Id}) in {string.Join("; ", v.Nodes.Take(3).Select(n => n.Html))}"));
            }
        }
        return faults;
    }

    /// <summary>Pages must work without scripts; what is measured is evaluated by the browser's tools, not by the page.</summary>
    private async Task<IPage> NewPage(bool scripts)
    {
        var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.Client.BaseAddress!.ToString(),
            JavaScriptEnabled = scripts,
            BypassCSP = scripts,
        });
        return await context.NewPageAsync();
    }

    private async Task Photograph(string file)
    {
        if (Environment.GetEnvironmentVariable("KERNELTRACKER_SCREENSHOTS") is not { Length: > 0 } folder)
            return;
        Directory.CreateDirectory(folder);
        await _plain.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, file), FullPage = true });
    }
}
