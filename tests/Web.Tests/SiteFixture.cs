using KernelTracker.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace KernelTracker.Web.Tests;

/// <summary>The site on a small database, in memory, without ingest.</summary>
public sealed class SiteFixture : IDisposable
{
    private readonly TemporaryDatabase _database = new(SmallHistory.Create());
    private readonly WebApplicationFactory<Program> _factory;

    public SiteFixture() => _factory = Host(_database.File);

    public HttpClient CreateClient() => _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>A site on another database file.</summary>
    public static WebApplicationFactory<Program> Host(string database) =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("Tracker:Database", database)
            .UseSetting("Tracker:HostIngest", "false")
            .UseSetting("Logging:LogLevel:Default", "Warning"));

    public void Dispose()
    {
        _factory.Dispose();
        _database.Dispose();
    }
}
