using KernelTracker.Data.Model;
using KernelTracker.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KernelTracker.Web.Tests;

/// <summary>
/// The site on a history with hardware: v3.17 brings an Ethernet adapter to an existing driver, a wireless adapter in
/// staging, and a regulator that is withdrawn again; the open v3.18 window brings an SPI controller on one day and a
/// device with a hostile name on the next. One PCI id is older than the history.
/// </summary>
public sealed class HardwareSite : IDisposable
{
    public const string Hostile = "<script>alert(1)</script> \u202Egnp widgets";

    private readonly TemporaryFolder _folder = new();
    private readonly WebApplicationFactory<Program> _factory;
    private readonly List<string> _log = [];

    public HardwareSite()
    {
        var file = Path.Combine(_folder.Path, "tracker.db");
        new TrackerDataBuilder()
            .At("2014-08-03T15:00:00-07:00")
            .Direct("Linux 3.16", "Linus Chain", Area.BuildSystem)
            .Tag("v3.16")
            .At("2014-08-05T10:00:00-07:00")
            .Pull("davem/net-next", "Networking updates",
                new ChangesetSpec("igb: add the I210", "Ben Two", Area.Networking) { Paths = ["drivers/net/ethernet/intel/igb/igb_main.c", "drivers/net/ethernet/realtek/8139too.c"] },
                new ChangesetSpec("staging: add rtl8188eu", "Ada One") { Paths = ["drivers/staging/rtl8188eu/os_dep/usb_intf.c"] },
                new ChangesetSpec("regulator: add xy1", "Ada One") { Paths = ["drivers/regulator/xy1.c"] },
                new ChangesetSpec("Revert \"regulator: add xy1\"", "Ada One") { Paths = ["drivers/regulator/xy1.c"] })
            .Direct("Linux 3.17-rc1", "Linus Chain", Area.BuildSystem)
            .Tag("v3.17-rc1")
            .At("2014-10-05T12:00:00-07:00")
            .Direct("Linux 3.17", "Linus Chain", Area.BuildSystem)
            .Tag("v3.17")
            .At("2014-10-07T10:00:00-04:00")
            .Pull("broonie/spi", "SPI updates", new ChangesetSpec("spi: add BCM53xx", "Gus Six") { Paths = ["drivers/spi/spi-bcm53xx.c"] })
            .At("2014-10-08T10:00:00-04:00")
            .Pull("gregkh/usb", "USB patches", new ChangesetSpec("usb: add a widget", "Eve Three") { Paths = ["drivers/usb/misc/widget.c"] })
            .Hardware(new HardwareSpec("Intel I210 Ethernet adapters", HardwareCategory.Networking, "igb: add the I210")
            {
                Key = "v3.17-igb-i210",
                Vendor = "Intel",
                Kind = "Ethernet adapters",
                Parts = ["I210"],
                Basis = AdditionBasis.ExistingDriver,
                Symbol = "IGB",
                Driver = "drivers/net/ethernet/intel/igb/igb_main.c",
                Module = "igb",
                Ids = [new DeviceIdSpec(DeviceBus.Pci, "8086:1533") { Label = "I210 Gigabit" }],
                Prompt = "Gigabit adapters",
                Help = "This driver supports <b>gigabit</b> adapters.",
            })
            .Hardware(new HardwareSpec("Realtek RTL8188EU wireless adapters", HardwareCategory.Staging, "staging: add rtl8188eu")
            {
                Vendor = "Realtek",
                Kind = "wireless adapters",
                Parts = ["RTL8188EU"],
                Symbol = "R8188EU",
                Driver = "drivers/staging/rtl8188eu/os_dep/usb_intf.c",
                Module = "r8188eu",
                Ids = [new DeviceIdSpec(DeviceBus.Usb, "0bda:8179")],
            })
            .Hardware(new HardwareSpec("Example XY1 regulators", HardwareCategory.Regulators, "regulator: add xy1")
            {
                Vendor = "Example",
                Kind = "regulators",
                Parts = ["XY1"],
                Symbol = "REGULATOR_XY1",
                Driver = "drivers/regulator/xy1.c",
                Module = "xy1",
                RemovedBy = "Revert \"regulator: add xy1\"",
            })
            .Hardware(new HardwareSpec("Broadcom BCM53xx SPI controllers", HardwareCategory.I2cAndSpi, "spi: add BCM53xx")
            {
                Vendor = "Broadcom",
                Kind = "SPI controllers",
                Parts = ["BCM53xx"],
                Symbol = "SPI_BCM53XX",
                Driver = "drivers/spi/spi-bcm53xx.c",
                Module = "spi-bcm53xx",
                Ids = [new DeviceIdSpec(DeviceBus.DeviceTree, "brcm,bcm53xx-spi")],
            })
            .Hardware(new HardwareSpec(Hostile, HardwareCategory.Usb, "usb: add a widget")
            {
                Kind = "widgets",
                Driver = "drivers/usb/misc/widget.c",
                Module = "widget",
                Help = Hostile,
            })
            .DeviceId(new DeviceIdSpec(DeviceBus.Pci, "10ec:8139")
            {
                Release = "v3.16",
                IsInitial = true,
                Driver = "drivers/net/ethernet/realtek/8139too.c",
                Symbol = "8139TOO",
                Module = "8139too",
            })
            .Write(file);
        _factory = SiteFixture.Host(file).WithWebHostBuilder(host => host
            .ConfigureServices(services => services.AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(new Recorder(_log)))));
        Client = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var read = TrackerDataBuilder.Open(file);
        Shas = read.Commits.OrderBy(c => c.Id).AsEnumerable().ToDictionary(c => c.Subject, c => new ObjectId(c.Sha).ToString());
    }

    public HttpClient Client { get; }

    /// <summary>Object names by subject.</summary>
    public IReadOnlyDictionary<string, string> Shas { get; }

    /// <summary>Everything logged at any level so far.</summary>
    public string Log
    {
        get
        {
            lock (_log)
                return string.Join('\n', _log);
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        _factory.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    /// <summary>Keeps what is logged, to prove that pasted text is not.</summary>
    private sealed class Recorder(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
                lines.Add(formatter(state, exception) + exception);
        }

        public void Dispose()
        {
        }
    }
}
