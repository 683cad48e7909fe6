using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using KernelTracker.Data.Hardware;
using KernelTracker.Data.Queries;
using KernelTracker.Tests.Support;

namespace KernelTracker.Benchmarks;

/// <summary>
/// Hardware searches and a pasted machine against a generated database of the size of a full history: 4,000 additions,
/// 60,000 device ids. A search must take less than 30 ms, 60 lines of lspci less than 200 ms. With
/// TRACKER_BENCHMARK_DATABASE set to a file, that database is searched instead.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 3, iterationCount: 15)]
public class HardwareBenchmarks
{
    private const int PageSize = 50;

    private TemporaryDatabase _database = null!;
    private HardwareQueries _hardware = null!;
    private KernelFinder _finder = null!;
    private PastedDevices _machine = null!;

    /// <summary>What is searched for.</summary>
    [Params("", "intel gigabit", "8086:1533", "usb 0bda:8179", "DA90xx", "CONFIG_DRV_77", "drivers/net", "relatek adapters", "adapters", "v2.6.30")]
    public string Text { get; set; } = "";

    /// <summary>Makes the database.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _database = Environment.GetEnvironmentVariable("TRACKER_BENCHMARK_DATABASE") is { Length: > 0 } file
            ? TemporaryDatabase.CopyOf(file)
            : new TemporaryDatabase(ManyDevices.Create());
        _hardware = new HardwareQueries(_database);
        _finder = new KernelFinder(_database);
        _machine = PastedDevices.Parse(string.Join('\n', Enumerable.Range(0, 60).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"{i:x2}:00.0 Ethernet controller [0200]: Vendor Thing {i} [{(i % 2 == 0 ? 0x8086 : 0x10ec):x4}:{i * 37:x4}] (rev 01)"))));
    }

    /// <summary>Removes the database.</summary>
    [GlobalCleanup]
    public void Cleanup() => _database.Dispose();

    /// <summary>The first page, with facets and ids without record.</summary>
    [Benchmark]
    public async Task<int> Search() =>
        (await _hardware.ListAsync(new HardwareFilter { Text = Text }, 1, PageSize, CancellationToken.None)).Hits.Total;

    /// <summary>Sixty lines of lspci -nn.</summary>
    [Benchmark]
    public async Task<string> Machine() => (await _finder.FindAsync(_machine, CancellationToken.None)).Summary;
}
