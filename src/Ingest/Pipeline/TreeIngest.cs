using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Pipeline.Hardware;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>What to read.</summary>
/// <param name="Name">Name of the tree.</param>
/// <param name="Path">Folder of the repository.</param>
/// <param name="Url">Where it is fetched from; null when it is read as it is.</param>
/// <param name="Branch">The branch; null for master, or the repository's own when it has no master.</param>
/// <param name="IsSample">Whether it is the bundled sample history.</param>
internal sealed record MainlineTree(string Name, string Path, string? Url, string? Branch, bool IsSample);

/// <summary>One pass over a mainline tree: fetch → refs → new commits → publish → hardware → line counts.</summary>
internal sealed class TreeIngest(TrackerContext context, Lazy<IdNames> names, TimeProvider clock)
{
    private const int BatchSize = 4096;

    private const string MainlineBranch = "master";

    /// <summary>Reads what is new. On failure the run's row says why, and the data published before stays.</summary>
    /// <param name="source">The tree.</param>
    /// <param name="withLines">Whether lines are counted too.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Stops it; the next run goes on from there.</param>
    /// <exception cref="GitRepositoryException">The repository cannot be read or fetched.</exception>
    public IngestRun Run(MainlineTree source, bool withLines, IProgress<IngestProgress> progress, CancellationToken cancel)
    {
        EnsureState();
        var log = RunLog.Start(context, clock, source.Name);
        try
        {
            if (source.Url is { } url)
            {
                RemoteTree.CloneOrFetch(url, source.Path, p => progress.Report(new IngestProgress(Stages.Fetching, p.ReceivedObjects, p.TotalObjects)), cancel);
            }
            using var repository = GitRepository.Open(source.Path);
            Read(source, repository, withLines, log, progress, cancel);
        }
        catch (OperationCanceledException)
        {
            log.End(RunOutcome.Abandoned, "Stopped on request; the next run goes on from there.");
            throw;
        }
        catch (Exception e)
        {
            NoteFailure(log, e.Message);
            throw;
        }
        return log.Run;
    }

    /// <summary>Where the database itself is what failed, the note fails too; the caller must still hear the first reason.</summary>
    private static void NoteFailure(RunLog log, string reason)
    {
        try
        {
            log.End(RunOutcome.Failed, reason);
        }
        catch (System.Data.Common.DbException)
        {
            // The caller reports the reason; the next run marks this one abandoned.
        }
    }

    private void Read(MainlineTree source, GitRepository repository, bool withLines, RunLog log, IProgress<IngestProgress> progress, CancellationToken cancel)
    {
        var branch = source.Branch ?? Branch(repository);
        var tip = repository.ResolveBranch(branch)
            ?? throw new GitRepositoryException($"The repository {source.Path} has no commit on branch {branch}. Name another branch in Tracker:Trees, or push something to it.");
        var tags = repository.Tags();
        var tree = Tracked(source, branch);
        var events = new TreeEvents(context, clock, tree.Id);
        var stored = context.TreeTags.Where(t => t.TrackedTreeId == tree.Id).ToDictionary(t => t.Name, t => new ObjectId(t.ObjectSha));
        log.Run.ChangedTags = tags.Count(t => !stored.TryGetValue(t.Name, out var id) || id != t.ObjectId) + stored.Keys.Except(tags.Select(t => t.Name)).Count();

        if (Deepening.Happened(context, repository))
        {
            Deepening.ForgetHistory(context, events);
            tree.TipSha = null;
        }
        var isNew = tree.TipSha is not { } oldTip || new ObjectId(oldTip) != tip || log.Run.ChangedTags > 0 || tree.RulesVersion != RulesVersion.Current;
        if (isNew)
        {
            var hasOlder = context.Commits.Any();
            ReadCommits(repository, events, tip, log, progress, cancel);
            Report(log, progress, new IngestProgress(Stages.Publishing, 0, 0));
            new Publisher(context, repository, tree, events, clock).Publish(tip, tags, RulesVersion.Current, hasOlder, source.IsSample, cancel);
        }
        // A partial clone has no contents to read hardware from; the message says so.
        var hardware = repository.IsPartialClone ? 0 : new HardwareStage(context, repository, events, names, clock)
            .Run(RulesVersion.Current, (done, total) => Report(log, progress, new IngestProgress(Stages.Hardware, done, total)), cancel);
        var lines = new LineCountStage(context, repository, events, clock);
        var pending = withLines ? lines.Pending() : 0;
        if (pending > 0)
        {
            Report(log, progress, new IngestProgress(Stages.CountingLines, 0, pending));
            lines.Run((done, total) => Report(log, progress, new IngestProgress(Stages.CountingLines, done, total)), cancel);
        }
        log.End(
            isNew || hardware > 0 || pending > 0 ? RunOutcome.Done : RunOutcome.NothingNew,
            repository.IsShallow ? "The repository is shallow: history before its boundary is missing and not counted. Fetch the rest with `git fetch --unshallow`."
            : repository.IsPartialClone ? "The repository is a partial clone: changesets whose contents it lacks have no line counts, and new hardware is not looked for. For those, read a full clone into a new database."
            : hardware > 0 ? names.Value.Problem
            : null);
    }

    /// <summary>Mainline is on master; a clone's own HEAD may stand on a branch of its owner's. Without a master it is HEAD's branch.</summary>
    private static string Branch(GitRepository repository) =>
        repository.ResolveBranch(MainlineBranch) is null ? repository.DefaultBranch : MainlineBranch;

    private void ReadCommits(GitRepository repository, TreeEvents events, ObjectId tip, RunLog log, IProgress<IngestProgress> progress, CancellationToken cancel)
    {
        Report(log, progress, new IngestProgress(Stages.Finding, 0, 0));
        var known = context.Commits.Select(c => new { c.Id, c.Sha }).AsEnumerable().ToDictionary(c => new ObjectId(c.Sha), c => c.Id);
        var fresh = CommitDiscovery.Find(repository, tip, [.. known.Keys], n => progress.Report(new IngestProgress(Stages.Finding, n, 0)), cancel);
        if (fresh.Count == 0)
            return;
        Report(log, progress, new IngestProgress(Stages.Reading, 0, fresh.Count));
        var writer = new CommitWriter(context, events, known);
        var read = OrderedParallel.Run(fresh, () => new CommitReader(repository, clock), (reader, id) => reader.Read(id), cancel);
        foreach (var batch in read.Chunk(BatchSize))
        {
            writer.Write(batch, () =>
            {
                log.Run.NewCommits += batch.Length;
                Report(log, progress, new IngestProgress(Stages.Reading, log.Run.NewCommits, fresh.Count));
            });
        }
    }

    /// <summary>The row of the tree; a tree of another name, kind or branch takes its place.</summary>
    private TrackedTree Tracked(MainlineTree source, string branch)
    {
        var url = source.Url is { } u ? RemoteTree.WithoutPassword(u) : null;
        var tree = context.TrackedTrees.AsTracking().SingleOrDefault(t => t.Name == source.Name);
        if (tree is null)
            context.TrackedTrees.Add(tree = new TrackedTree { Name = source.Name, Kind = TreeKind.Mainline, Branch = branch, Url = url, RulesVersion = "" });
        else
            (tree.Branch, tree.Url) = (branch, url);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        return tree;
    }

    private void EnsureState()
    {
        if (context.States.Any())
            return;
        context.States.Add(new TrackerState { Id = 1 });
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    private static void Report(RunLog log, IProgress<IngestProgress> progress, IngestProgress now)
    {
        log.Note(now);
        progress.Report(now);
    }
}
