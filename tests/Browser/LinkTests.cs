using System.Net;
using Xunit;

namespace KernelTracker.Browser.Tests;

public sealed class LinkTests(SiteFixture site)
{
    [Fact]
    public void Links_lead_to_pages_that_exist()
    {
        Assert.True(site.Map.Pages.Count > 50, $"Only {site.Map.Pages.Count} pages were found.");
        var broken = site.Map.Pages.Where(p => p.Status is not (HttpStatusCode.OK or HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect or HttpStatusCode.Redirect))
            .Select(p => $"{p.Address} ({(int)p.Status}), linked from {p.From}");
        Assert.Equal([], broken);
    }
}
