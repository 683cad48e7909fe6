using KernelTracker.Ingest.Pipeline;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline;

public sealed class IngestLockTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tracker-lock").FullName;

    [Fact]
    public void One_holder_at_a_time()
    {
        var file = Path.Combine(_folder, "new", "tracker.db");
        using (var first = IngestLock.TryTake(file))
        {
            Assert.NotNull(first);
            Assert.Null(IngestLock.TryTake(file));
        }
        using var later = IngestLock.TryTake(file);
        Assert.NotNull(later);
    }

    [Fact]
    public void A_file_left_behind_by_a_crash_blocks_nobody()
    {
        var file = Path.Combine(_folder, "tracker.db");
        File.WriteAllText(file + ".lock", "");

        using var taken = IngestLock.TryTake(file);

        Assert.NotNull(taken);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
