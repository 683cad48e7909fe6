using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;

namespace KernelTracker.Benchmarks;

/// <summary>
/// Reads a real history: set TRACKER_BENCHMARK_REPOSITORY to a repository, and TRACKER_BENCHMARK_BRANCH to a branch unless
/// HEAD's is meant. Runs on as many threads as there are processors. Compare with
/// `git log --no-merges --raw -r -M BRANCH` and `git log --no-merges --numstat -M BRANCH`.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 0, iterationCount: 1)]
public class GitBenchmarks
{
    private const int Batch = 256;

    private GitRepository _repository = null!;
    private List<(ObjectId? Old, ObjectId New)> _changesets = [];

    /// <summary>Opens the repository and lists its changesets.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var path = Environment.GetEnvironmentVariable("TRACKER_BENCHMARK_REPOSITORY")
            ?? throw new InvalidOperationException("Set TRACKER_BENCHMARK_REPOSITORY to the path of a git repository.");
        _repository = GitRepository.Open(path);
        var commits = ReadGraph();
        _changesets =
        [
            .. from commit in commits.Values
               where commit.Parents.Length < 2
               orderby commit.CommitTime descending
               select (commit.Parents.Length == 0 ? (ObjectId?)null : commits[commit.Parents[0]].Tree, commit.Tree),
        ];
    }

    /// <summary>Closes the repository.</summary>
    [GlobalCleanup]
    public void Cleanup() => _repository.Dispose();

    /// <summary>Every commit's tree, parents and date.</summary>
    [Benchmark]
    public int Walk() => ReadGraph().Count;

    /// <summary>Changed paths of every changeset.</summary>
    [Benchmark]
    public long Diff() => ForEach(reader =>
    {
        var diff = new TreeDiff(reader);
        return changeset => diff.Compare(changeset.Old, changeset.New).Count;
    });

    /// <summary>Changed paths of every changeset, renames joined.</summary>
    [Benchmark]
    public long Renames() => ForEach(reader =>
    {
        var diff = new TreeDiff(reader);
        var renames = new RenameDetector(reader);
        return changeset => renames.Detect(diff.Compare(changeset.Old, changeset.New)).Count;
    });

    /// <summary>Changed lines of every changeset.</summary>
    [Benchmark]
    public long Lines() => ForEach(reader =>
    {
        var diff = new TreeDiff(reader);
        var renames = new RenameDetector(reader);
        var lines = new LineCounter(reader);
        return changeset => renames.Detect(diff.Compare(changeset.Old, changeset.New)).Sum(c => lines.Count(c) is var n ? n.Added + n.Removed : 0);
    });

    private Dictionary<ObjectId, CommitHeader> ReadGraph()
    {
        using var reader = _repository.NewReader();
        var commits = new Dictionary<ObjectId, CommitHeader>();
        var tip = _repository.ResolveBranch(Environment.GetEnvironmentVariable("TRACKER_BENCHMARK_BRANCH"))
            ?? throw new InvalidOperationException("The repository has no such branch. Set TRACKER_BENCHMARK_BRANCH.");
        var pending = new Stack<ObjectId>([tip]);
        while (pending.TryPop(out var id))
        {
            if (commits.ContainsKey(id) || !reader.TryRead(id, GitObjectKind.Commit, out var raw))
                continue;
            var header = CommitParser.ParseHeader(raw);
            commits.Add(id, header);
            foreach (var parent in header.Parents)
                pending.Push(parent);
        }

        return commits;
    }

    private long ForEach(Func<ObjectReader, Func<(ObjectId? Old, ObjectId New), int>> start)
    {
        var next = -Batch;
        long sum = 0;
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            using var reader = _repository.NewReader();
            var work = start(reader);
            int first;
            while ((first = Interlocked.Add(ref next, Batch)) < _changesets.Count)
            {
                for (var i = first; i < Math.Min(first + Batch, _changesets.Count); i++)
                    Interlocked.Add(ref sum, work(_changesets[i]));
            }
        });
        return sum;
    }
}
