using KernelTracker.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;
using Xunit;

namespace KernelTracker.Browser.Tests;

/// <summary>The site on the sample history and a few vulnerability records, served on a real port of this machine, and a Chromium to look at it.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly SiteFactory _factory = new();
    private IPlaywright? _playwright;

    /// <summary>Reads pages without a browser.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Every page that links lead to, from the home page on.</summary>
    public SiteMap Map { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _factory.Database = SampleDatabase.Build(_folder.Path);
        SampleVulnerabilities.Add(_factory.Database);
        _factory.UseKestrel(0);
        _factory.StartServer();
        Client = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = _factory.ClientOptions.BaseAddress });
        Map = await SiteMap.ReadAsync(Client);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium(),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        _playwright?.Dispose();
        await _factory.DisposeAsync();
        _folder.Dispose();
    }

    private static string Chromium()
    {
        if (Environment.GetEnvironmentVariable("KERNELTRACKER_CHROMIUM") is { Length: > 0 } named)
            return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return (from program in (string[])["chromium", "chromium-browser", "google-chrome"]
                from folder in folders
                let file = Path.Combine(folder, program)
                where File.Exists(file)
                select file).FirstOrDefault()
            ?? throw new InvalidOperationException(
                "The browser tests need Chromium. Install it (Debian: apt-get install chromium) or name its program in KERNELTRACKER_CHROMIUM.");
    }

    private sealed class SiteFactory : WebApplicationFactory<Program>
    {
        public string Database { get; set; } = "";

        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
        {
            Microsoft.AspNetCore.Hosting.HostingAbstractionsWebHostBuilderExtensions.UseEnvironment(builder, "Production");
            builder.UseSetting("Tracker:Database", Database);
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
            // The data is there; a worker would only compete for the processor.
            builder.UseSetting("Tracker:HostIngest", "false");
        }
    }
}
