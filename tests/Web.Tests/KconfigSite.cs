using KernelTracker.Data.Model;
using KernelTracker.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace KernelTracker.Web.Tests;

/// <summary>The site on a history of four configuration symbols: NEW came with v3.17, OLD became NEWER, GONE came and went.</summary>
public sealed class KconfigSite : IDisposable
{
    private readonly TemporaryDatabase _database = new(SmallHistory.Create());
    private readonly WebApplicationFactory<Program> _factory;

    public KconfigSite()
    {
        Fill();
        _factory = SiteFixture.Host(_database.File);
    }

    public HttpClient CreateClient() => _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    public void Dispose()
    {
        _factory.Dispose();
        _database.Dispose();
    }

    private void Fill()
    {
        using var context = TrackerDataBuilder.Open(_database.File);
        var releases = context.Releases.ToDictionary(r => r.Version, r => r.Id);
        var (first, second) = (releases["v3.16"], releases["v3.17"]);
        var commit = context.Commits.Single(c => c.Subject == "usb: a").Id;
        var path = new TreePath { Id = (context.Paths.Max(p => (int?)p.Id) ?? 0) + 1, Name = "drivers/net/Kconfig" };
        context.Add(path);
        context.HardwareReadings.RemoveRange(context.HardwareReadings);
        context.SaveChanges();
        context.AddRange(new[] { first, second }.Select(r => new HardwareReading { ReleaseId = r, TipSha = [], RulesVersion = "1" }));
        context.AddRange(new[] { "NEW", "OLD", "NEWER", "GONE" }.Select((name, i) => new KconfigSymbol { Id = i + 1, Name = name }));
        context.AddRange(
            Definition(1, 1, "New <b>card</b>", second, null),
            Definition(2, 2, "Old card", first, second),
            Definition(3, 3, "Old card", second, null));
        context.AddRange(
            new KconfigEvent { Id = 1, SymbolId = 1, ReleaseId = second, CommitId = commit, Kind = KconfigEventKind.Added, PathId = path.Id, After = "New <b>card</b>" },
            new KconfigEvent { Id = 2, SymbolId = 3, ReleaseId = second, CommitId = commit, Kind = KconfigEventKind.RenamedFrom, PathId = path.Id, OtherSymbolId = 2 },
            new KconfigEvent { Id = 3, SymbolId = 2, ReleaseId = second, CommitId = commit, Kind = KconfigEventKind.RenamedTo, PathId = path.Id, OtherSymbolId = 3 },
            new KconfigEvent { Id = 4, SymbolId = 4, ReleaseId = second, CommitId = commit, Kind = KconfigEventKind.Added, PathId = path.Id },
            new KconfigEvent { Id = 5, SymbolId = 4, ReleaseId = second, Kind = KconfigEventKind.Removed, PathId = path.Id });
        context.SaveChanges();

        KconfigDefinition Definition(int id, int symbol, string prompt, int since, int? until) => new()
        {
            Id = id,
            SymbolId = symbol,
            PathId = path.Id,
            Type = KconfigType.Tristate,
            Prompt = prompt,
            Help = "Say Y <here>.",
            Menu = "Device Drivers › Network device support",
            DependsOn = "PCI\nNET",
            Selects = "CRC32",
            Defaults = "m if PCI",
            FirstReleaseId = since,
            EndReleaseId = until,
        };
    }
}
