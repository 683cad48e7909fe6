using KernelTracker.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace KernelTracker.Web.Tests;

/// <summary>The site on a history with a few names that came, went, and came and went.</summary>
public sealed class NotableSite : IDisposable
{
    private readonly TemporaryDatabase _database = new(SmallHistory.Create());
    private readonly WebApplicationFactory<Program> _factory;

    public NotableSite()
    {
        InterfaceData.Add(_database.File, InterfaceData.Small);
        _factory = SiteFixture.Host(_database.File);
    }

    public HttpClient CreateClient() => _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    public void Dispose()
    {
        _factory.Dispose();
        _database.Dispose();
    }
}
