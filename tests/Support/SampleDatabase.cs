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
        var run = result.Runs.Single();
        return run.Outcome == Data.Model.RunOutcome.Done
            ? options.Database
            : throw new InvalidOperationException($"The sample history could not be read: {run.Outcome}, {run.Message}");
    }

    private sealed class NoProgress : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value)
        {
        }
    }
}
