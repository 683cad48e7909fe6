using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Pipeline;
using KernelTracker.Ingest.Pipeline.Hardware;
using KernelTracker.Ingest.Verification;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline;

/// <summary>A database fed from a repository, in a folder of its own.</summary>
internal sealed class IngestedHistory : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Database => Path.Combine(_folder.Path, "tracker.db");

    /// <summary>Runs one pass.</summary>
    public IngestRun Ingest(string repository, bool withLines = true, IProgress<IngestProgress>? progress = null, string branch = "master")
    {
        using var context = TrackerDatabase.OpenWriter(Database);
        return new TreeIngest(context, new Lazy<IdNames>(IdNames.None), TimeProvider.System).Run(
            [new ConfiguredTree("mainline", TreeKind.Mainline, repository, null, branch, IsSample: false)], withLines, progress ?? new Progress<IngestProgress>(), TestContext.Current.CancellationToken).Single();
    }

    /// <summary>Recounts; empty when all is well.</summary>
    public IReadOnlyList<string> Verify(string repository)
    {
        using var context = Open();
        using var opened = GitRepository.Open(repository);
        return new Verifier(context, opened).Run(TestContext.Current.CancellationToken).Differences;
    }

    public TrackerContext Open() => TrackerDatabase.OpenReader(Database);

    public IReadOnlyList<string> Meaning() => DatabaseDump.Meaning(Database);

    /// <summary>What a database fed from the repository in one go says.</summary>
    public static IReadOnlyList<string> Fresh(string repository)
    {
        using var fresh = new IngestedHistory();
        fresh.Ingest(repository);
        return fresh.Meaning();
    }

    public void Dispose() => _folder.Dispose();
}
