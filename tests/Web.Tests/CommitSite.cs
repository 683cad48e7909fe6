using KernelTracker.Data.Model;
using KernelTracker.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;

namespace KernelTracker.Web.Tests;

/// <summary>The site on a database of commits that are hard to show.</summary>
public sealed class CommitSite : IDisposable
{
    public const string Hostile = "<img src=x onerror=alert(1)> \u202Egnp.exe \u001B[31mred";

    public const int ManyFiles = 10_000;

    private readonly TemporaryFolder _folder = new();
    private readonly WebApplicationFactory<Program> _factory;

    public CommitSite()
    {
        var file = Path.Combine(_folder.Path, "tracker.db");
        new TrackerDataBuilder()
            .Direct("Linux 3.16", "Linus Chain", Area.BuildSystem)
            .Tag("v3.16")
            .Pull("davem/net-next", "Networking updates", "Please pull:\n\n - first <b>bullet</b>\n   goes on\n - second",
            [
                new("igb: call ndo_start_xmit() once", "Ben Two", Area.Networking)
                {
                    Subsystem = "INTEL ETHERNET DRIVERS",
                    Body = "The message body.\nSee commit SHA1 for more.",
                    Paths = ["drivers/net/igb/igb_main.c", "drivers/net/igb/igb.h"],
                    Trailers = [("Signed-off-by", "Ben Two <p2@example.org>"), ("Link", "https://example.org/1"), ("Fixes", "javascript:alert(1)")],
                },
                new(Hostile, "Eve <b>Three</b>") { Body = Hostile, Marks = CommitMarks.EncodingGuessed | CommitMarks.ImplausibleDate },
                new(new string('x', 100_000), "Ben Two") { Body = new string('y', 1_000_000) },
                new("treewide: touch everything", "Ben Two") { Paths = [.. Enumerable.Range(0, ManyFiles).Select(i => $"dir/file{i:D5}.c")] },
            ])
            .Direct("Linux 3.17-rc1", "Linus Chain", Area.BuildSystem)
            .Tag("v3.17-rc1")
            .Write(file);
        using (var context = TrackerDataBuilder.Open(file))
            Shas = context.Commits.OrderBy(c => c.Id).AsEnumerable().ToDictionary(c => c.Subject, c => new ObjectId(c.Sha).ToString());
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("Tracker:Database", file)
            .UseSetting("Logging:LogLevel:Default", "Warning")
            .ConfigureTestServices(services => services.Remove(services.Single(s => s.ImplementationType?.Name == "IngestWorker"))));
        Client = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
    }

    /// <summary>Object names by subject.</summary>
    public IReadOnlyDictionary<string, string> Shas { get; }

    public HttpClient Client { get; }

    public string Sha(string beginning) => Shas.First(s => s.Key.StartsWith(beginning, StringComparison.Ordinal)).Value;

    public void Dispose()
    {
        Client.Dispose();
        _factory.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
