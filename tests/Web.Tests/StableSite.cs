using KernelTracker.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace KernelTracker.Web.Tests;

/// <summary>The site on a history with stable series, a review and vulnerability records.</summary>
public sealed class StableSite : IDisposable
{
    private readonly TemporaryDatabase _database = new(StableHistory.Create());
    private readonly WebApplicationFactory<Program> _factory;

    public StableSite()
    {
        _factory = SiteFixture.Host(_database.File);
        Client = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var context = _database.CreateDbContext();
        Mainline = context.Commits.Where(c => c.ReleaseId != null).AsEnumerable().ToDictionary(c => c.Subject, c => Convert.ToHexStringLower(c.Sha));
        Stable = context.Commits.Where(c => c.ReleaseId == null).AsEnumerable().GroupBy(c => c.Subject).ToDictionary(g => g.Key, g => Convert.ToHexStringLower(g.First().Sha));
    }

    public HttpClient Client { get; }

    /// <summary>Ids of mainline commits by subject.</summary>
    public IReadOnlyDictionary<string, string> Mainline { get; }

    /// <summary>Ids of stable commits by subject; of several, the one of the newest series first.</summary>
    public IReadOnlyDictionary<string, string> Stable { get; }

    public void Dispose()
    {
        Client.Dispose();
        _factory.Dispose();
        _database.Dispose();
    }
}
