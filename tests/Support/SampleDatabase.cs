using KernelTracker.Ingest.Configuration;
using KernelTracker.Ingest.Pipeline;

namespace KernelTracker.Tests.Support;

/// <summary>A database filled from the bundled sample history, as the site fills it when nothing is configured.</summary>
public static class SampleDatabase
{
    /// <summary>Reads the sample history, with its line counts, into a database below <paramref name="folder"/>.</summary>
    /// <returns>The database file.</returns>
    public static string Build(string folder)
    {
        var options = new TrackerOptions { Database = Path.Combine(folder, "tracker.db") };
        var result = new IngestPass(options, TimeProvider.System).Run(withLines: true, new NoProgress(), CancellationToken.None);
        return result.Runs.FirstOrDefault(r => r.Outcome is not (Data.Model.RunOutcome.Done or Data.Model.RunOutcome.NothingNew)) is { } run
            ? throw new InvalidOperationException($"The sample history could not be read: {run.TreeName}, {run.Outcome}, {run.Message}")
            : options.Database;
    }

    private sealed class NoProgress : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value)
        {
        }
    }
}
