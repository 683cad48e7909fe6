using System.Net;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Web.Tests;

/// <summary>What a newcomer meets: no configuration, an empty folder, one command.</summary>
public sealed class FirstStartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_site_answers_at_once_and_then_shows_the_sample()
    {
        using var factory = SiteFixture.Host(Path.Combine(_folder.Path, "data", "tracker.db"))
            .WithWebHostBuilder(host => host.UseSetting("Tracker:HostIngest", "true"));
        using var client = factory.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/status", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz", Cancel)).StatusCode);
        while ((await client.GetAsync("/readyz", Cancel)).StatusCode != HttpStatusCode.OK)
            await Task.Delay(100, Cancel);

        var home = await client.GetStringAsync("/", Cancel);
        Assert.Contains("Sample data", home, StringComparison.Ordinal);
        Assert.Contains("v3.18", home, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
