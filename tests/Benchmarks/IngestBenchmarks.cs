using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Pipeline;
using KernelTracker.Ingest.Pipeline.Hardware;

namespace KernelTracker.Benchmarks;

/// <summary>
/// The whole ingest of a real history into an empty database, and a run with nothing new: set
/// TRACKER_BENCHMARK_REPOSITORY, and TRACKER_BENCHMARK_BRANCH unless master is meant.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 0, iterationCount: 1)]
public class IngestBenchmarks
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tracker-benchmark").FullName;
    private ConfiguredTree _tree = null!;

    private string Database => Path.Combine(_folder, "tracker.db");

    /// <summary>Finds the repository; the run with nothing new gets a filled database.</summary>
    [GlobalSetup(Target = nameof(NothingNew))]
    public void Fill()
    {
        Find();
        Run();
    }

    /// <summary>Finds the repository.</summary>
    [GlobalSetup(Target = nameof(EverythingButLines))]
    public void Find()
    {
        var path = Environment.GetEnvironmentVariable("TRACKER_BENCHMARK_REPOSITORY")
            ?? throw new InvalidOperationException("Set TRACKER_BENCHMARK_REPOSITORY to the path of a git repository.");
        _tree = new ConfiguredTree("mainline", TreeKind.Mainline, path, null, Environment.GetEnvironmentVariable("TRACKER_BENCHMARK_BRANCH"), IsSample: false);
    }

    /// <summary>Removes the database.</summary>
    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    /// <summary>Everything but line counts, from an empty database.</summary>
    [Benchmark]
    public int EverythingButLines() => Run();

    /// <summary>A run that finds the refs as they were.</summary>
    [Benchmark]
    public int NothingNew() => Run();

    private int Run()
    {
        using var context = TrackerDatabase.OpenWriter(Database);
        return new TreeIngest(context, new Lazy<IdNames>(IdNames.None), TimeProvider.System).Run([_tree], withLines: false, new Progress<IngestProgress>(), CancellationToken.None)[0].NewCommits;
    }
}
