using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Pipeline.Hardware;
using KernelTracker.Ingest.Pipeline.Interfaces;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Reads a mainline tree: refs → new commits → publish → hardware → interfaces → what will be noticed → line counts.</summary>
internal sealed class MainlineReader(Lazy<IdNames> names)
{
    private const string MainlineBranch = "master";

    /// <summary>Reads what is new, and ends the run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="withLines">Whether what needs every content is read too: interfaces and line counts.</param>
    /// <exception cref="GitRepositoryException">The repository cannot be read or fetched.</exception>
    public void Read(TreeRun run, bool withLines)
    {
        using var repository = run.Open();
        var (context, log) = (run.Context, run.Log);
        var branch = run.Source.Branch ?? Branch(repository);
        var tip = repository.ResolveBranch(branch)
            ?? throw new GitRepositoryException($"The repository {run.Source.Path} has no commit on branch {branch}. Name another branch in Tracker:Trees, or push something to it.");
        var tags = repository.Tags();
        var tree = run.Track(branch);
        var events = new TreeEvents(context, run.Clock, tree.Id);
        log.Run.ChangedTags = RefChanges.Count(context.TreeTags.Where(t => t.TrackedTreeId == tree.Id).ToList(), tags);

        if (Deepening.Happened(context, repository))
        {
            Deepening.ForgetHistory(context, events);
            tree.TipSha = null;
        }
        var isNew = tree.TipSha is not { } oldTip || new ObjectId(oldTip) != tip || log.Run.ChangedTags > 0 || tree.RulesVersion != RulesVersion.Current;
        if (isNew)
        {
            var hasOlder = context.Commits.Any();
            NewCommits.Read(run, repository, events, [tip]);
            run.Report(Stages.Publishing);
            new Publisher(context, repository, tree, events, run.Clock).Publish(tip, tags, RulesVersion.Current, hasOlder, run.Source.IsSample, run.Cancel);
        }
        // A partial clone has no contents to read hardware from; the message says so.
        var hardware = repository.IsPartialClone ? 0 : new HardwareStage(context, repository, events, names, run.Clock)
            .Run(RulesVersion.Current, (done, total) => run.Report(Stages.Hardware, done, total), run.Cancel);
        var interfaces = repository.IsPartialClone || !withLines ? 0 : new InterfaceStage(context, repository, events, run.Clock)
            .Run(RulesVersion.Interfaces, (done, total) => run.Report(Stages.Interfaces, done, total), run.Cancel);
        run.Report(Stages.Noticing);
        new NotableStage(context).Run(run.Cancel);
        var lines = new LineCountStage(context, repository, events, run.Clock);
        var pending = withLines ? lines.Pending() : 0;
        if (pending > 0)
        {
            run.Report(Stages.CountingLines, 0, pending);
            lines.Run((done, total) => run.Report(Stages.CountingLines, done, total), run.Cancel);
        }
        run.IsNew = isNew || hardware > 0 || interfaces > 0 || pending > 0;
        run.Message =
            repository.IsShallow ? "The repository is shallow: history before its boundary is missing and not counted. Fetch the rest with `git fetch --unshallow`."
            : repository.IsPartialClone ? "The repository is a partial clone: changesets whose contents it lacks have no line counts, and new hardware and interfaces are not looked for. For those, read a full clone into a new database."
            : hardware > 0 ? names.Value.Problem
            : null;
        run.End();
    }

    /// <summary>Mainline is on master; a clone's own HEAD may stand on a branch of its owner's. Without a master it is HEAD's branch.</summary>
    private static string Branch(GitRepository repository) =>
        repository.ResolveBranch(MainlineBranch) is null ? repository.DefaultBranch : MainlineBranch;
}
