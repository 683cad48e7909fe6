using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace KernelTracker.Browser.Tests;

/// <summary>Finding hardware with the keyboard alone, in a browser that runs no scripts.</summary>
public sealed class HardwareTests(SiteFixture site)
{
    /// <summary>Key presses after which a control counts as out of reach.</summary>
    private const int Reach = 60;

    [Fact]
    public async Task A_device_is_found_and_read_by_keyboard()
    {
        await using var context = await NewContext();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/hardware");
        await TabTo(page, "#device");
        await page.Keyboard.TypeAsync("dialog da9213");
        await page.Keyboard.PressAsync("Enter");
        await Arrive(page, @"q=dialog\+da9213$");

        await TabTo(page, "#records ~ ul a");
        await page.Keyboard.PressAsync("Enter");
        await Arrive(page, @"/hardware/v3\.18-");
        Assert.Contains("DA9213", await page.Locator("h1").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_narrowed_and_widened_by_keyboard()
    {
        await using var context = await NewContext();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/hardware?q=controllers");
        var all = await page.Locator("#records").TextContentAsync();
        await TabTo(page, "a[href='#narrow']");
        await Jump(page);
        await TabTo(page, "#narrow a[href*='category=usb']");
        await page.Keyboard.PressAsync("Enter");
        await Arrive(page, "category=usb$");
        Assert.NotEqual(all, await page.Locator("#records").TextContentAsync());

        await TabTo(page, ".limits a");
        await page.Keyboard.PressAsync("Enter");
        await Arrive(page, @"\?q=controllers$");
        Assert.Equal(all, await page.Locator("#records").TextContentAsync());
    }

    [Fact]
    public async Task A_machine_is_pasted_and_answered_by_keyboard()
    {
        await using var context = await NewContext();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/hardware/which-kernel");
        await TabTo(page, "#machine");
        await page.Keyboard.InsertTextAsync("Bus 001 Device 002: ID 3923:718a National Instruments Corp. USB-6501\nBus 001 Device 003: ID dead:beef Nobody\n");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("table.support");

        var rows = await page.Locator("table.support tbody tr").AllTextContentsAsync();
        Assert.Equal(2, rows.Count);
        Assert.Contains("v3.18", rows[0], StringComparison.Ordinal);
        Assert.Contains("not found", rows[1], StringComparison.Ordinal);
        Assert.Contains("CONFIG_", await page.Locator("pre.copy").TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(await context.CookiesAsync());
    }

    [Fact]
    public async Task A_heading_folds_by_keyboard()
    {
        await using var context = await NewContext();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/releases/v3.18/hardware");
        var list = page.Locator("details.heading").First.Locator(".devices");
        Assert.True(await list.IsVisibleAsync());
        await TabTo(page, "details.heading summary");
        await page.Keyboard.PressAsync("Enter");
        Assert.False(await list.IsVisibleAsync());
    }

    /// <summary>Presses Tab until the control has the focus.</summary>
    private static async Task TabTo(IPage page, string selector)
    {
        for (var i = 0; i < Reach; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }
        Assert.Fail($"{Reach} presses of Tab do not reach {selector} on {page.Url}.");
    }

    /// <summary>
    /// Follows the link within the page that has the focus, and waits until the focus has left it: the address changes first,
    /// and who tabs on between the two loses the focus again.
    /// </summary>
    private static async Task Jump(IPage page)
    {
        await page.Keyboard.PressAsync("Enter");
        for (var i = 0; i < 100; i++)
        {
            if (await page.EvaluateAsync<bool>("document.querySelector(':target') !== null && document.activeElement === document.body"))
                return;
            await Task.Delay(50);
        }
        Assert.Fail($"The link within {page.Url} led nowhere in five seconds.");
    }

    /// <summary>
    /// Waits until a page with such an address, a regular expression, is there whole. It asks again and again: to wait for
    /// the event, as WaitForURL does, is to wait in vain when the page arrives just before.
    /// </summary>
    private static async Task Arrive(IPage page, string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(address), new PageAssertionsToHaveURLOptions { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("footer.site")).ToBeAttachedAsync(new LocatorAssertionsToBeAttachedOptions { Timeout = 30_000 });
    }

    private Task<IBrowserContext> NewContext() => site.Browser.NewContextAsync(new BrowserNewContextOptions
    {
        BaseURL = site.Client.BaseAddress!.ToString(),
        JavaScriptEnabled = false,
    });
}
