using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Tests.Support;

namespace KernelTracker.Benchmarks;

/// <summary>
/// "Is it in?" against a real database, which TRACKER_BENCHMARK_DATABASE names: hundreds of different questions of a kind,
/// one after the other. An answer must take less than 50 ms.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 20, iterationCount: 300)]
public class StableBenchmarks
{
    private const int Questions = 320;
    private const int PageSize = 20;

    private TemporaryDatabase _database = null!;
    private StableAnswerQueries _answers = null!;
    private List<string> _questions = [];
    private int _next;

    /// <summary>What is asked for.</summary>
    public enum Question
    {
        /// <summary>The id of a mainline changeset that was backported.</summary>
        Backported,

        /// <summary>The id of a changeset of a stable update.</summary>
        Stable,

        /// <summary>The id of a mainline changeset that another one fixes or reverts.</summary>
        Fixed,

        /// <summary>The whole subject of a changeset.</summary>
        Subject,

        /// <summary>The first words of a subject.</summary>
        Words,

        /// <summary>An id that leads nowhere.</summary>
        Unknown,
    }

    /// <summary>The kind of question.</summary>
    [ParamsAllValues]
    public Question Kind { get; set; }

    /// <summary>Copies the database and draws the questions.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _database = TemporaryDatabase.CopyOf(Environment.GetEnvironmentVariable("TRACKER_BENCHMARK_DATABASE")
            ?? throw new InvalidOperationException("Set TRACKER_BENCHMARK_DATABASE to a database with stable series."));
        _answers = new StableAnswerQueries(_database);
        using var context = _database.CreateDbContext();
        var random = new Random(1);
        int[] ids = Kind switch
        {
            Question.Backported => [.. context.Backports.Where(b => b.UpstreamCommitId != null).Select(b => b.UpstreamCommitId!.Value).Distinct()],
            Question.Stable => [.. context.StableChangesets.Select(c => c.CommitId).Distinct()],
            Question.Fixed => [.. context.Repairs.Where(r => r.TargetCommitId != null).Select(r => r.TargetCommitId!.Value).Distinct()],
            _ => [.. context.Commits.Where(c => !c.IsMerge && c.ReleaseId != null).Select(c => c.Id)],
        };
        var drawn = random.GetItems(ids, Questions);
        var commits = context.Commits.Where(c => drawn.Contains(c.Id)).Select(c => new { c.Sha, c.Subject }).ToList();
        _questions =
        [
            .. commits.Select(c => Kind switch
            {
                Question.Subject => c.Subject,
                Question.Words => string.Join(' ', c.Subject.Split(' ').Take(3)),
                Question.Unknown => Convert.ToHexStringLower([.. new ObjectId(c.Sha).ToBytes().Reverse()])[..12],
                _ => new ObjectId(c.Sha).ToString()[..12],
            }),
        ];
    }

    /// <summary>Removes the copy.</summary>
    [GlobalCleanup]
    public void Cleanup() => _database.Dispose();

    /// <summary>The next question.</summary>
    [Benchmark]
    public async Task<int> Ask() =>
        (await _answers.AskAsync(_questions[_next++ % _questions.Count], 1, PageSize, CancellationToken.None)).Matches.PageSize;
}
