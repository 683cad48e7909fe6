using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>One tree in a pass: its row among the runs, its row among the trees, its repository.</summary>
internal sealed class TreeRun
{
    private readonly IProgress<IngestProgress> _progress;

    private TreeRun(TrackerContext context, ConfiguredTree source, RunLog log, TimeProvider clock, IProgress<IngestProgress> progress, CancellationToken cancel)
    {
        (Context, Source, Log, Clock, Cancel) = (context, source, log, clock, cancel);
        _progress = progress;
    }

    /// <summary>The database.</summary>
    public TrackerContext Context { get; }

    /// <summary>What is read.</summary>
    public ConfiguredTree Source { get; }

    /// <summary>The row of this run.</summary>
    public RunLog Log { get; }

    /// <summary>The time.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Stops the run; the next one goes on from there.</summary>
    public CancellationToken Cancel { get; }

    /// <summary>Whether the run found or did anything.</summary>
    public bool IsNew { get; set; }

    /// <summary>What a reader of the status page should know, in one sentence; null for nothing.</summary>
    public string? Message { get; set; }

    /// <summary>Whether it ended: by a failure, or because all is done.</summary>
    public bool HasEnded => Log.Run.Outcome != RunOutcome.Running;

    /// <summary>Opens the row of a run.</summary>
    public static TreeRun Start(TrackerContext context, ConfiguredTree source, TimeProvider clock, IProgress<IngestProgress> progress, CancellationToken cancel) =>
        new(context, source, RunLog.Start(context, clock, source.Name), clock, progress, cancel);

    /// <summary>Fetches what is new, if the tree has a URL, and opens the repository.</summary>
    /// <exception cref="GitRepositoryException">It cannot be fetched or read.</exception>
    public GitRepository Open()
    {
        if (Source.Url is { } url)
            RemoteTree.CloneOrFetch(url, Source.Path, p => _progress.Report(new IngestProgress(Stages.Fetching, p.ReceivedObjects, p.TotalObjects)), Cancel);
        return GitRepository.Open(Source.Path);
    }

    /// <summary>The row of the tree, made where there is none. A tree of another kind under the same name is another tree.</summary>
    /// <param name="branch">The branch that is read; empty for a tree that is not read by one.</param>
    public TrackedTree Track(string branch)
    {
        var url = Source.Url is { } u ? RemoteTree.WithoutPassword(u) : null;
        var tree = Context.TrackedTrees.AsTracking().SingleOrDefault(t => t.Name == Source.Name);
        if (tree is not null && tree.Kind != Source.Kind)
        {
            ForgottenTrees.Forget(Context, tree.Id);
            Context.ChangeTracker.Clear();
            tree = null;
        }
        if (tree is null)
            Context.TrackedTrees.Add(tree = new TrackedTree { Name = Source.Name, Kind = Source.Kind, Branch = branch, Url = url, RulesVersion = "" });
        else
            (tree.Branch, tree.Url) = (branch, url);
        Context.SaveChanges();
        Context.ChangeTracker.Clear();
        return tree;
    }

    /// <summary>Tells how far the run is: its row and whoever watches.</summary>
    public void Report(string stage, int done = 0, int total = 0)
    {
        var now = new IngestProgress(stage, done, total);
        Log.Note(now);
        _progress.Report(now);
    }

    /// <summary>Tells whoever watches, without a write to the database.</summary>
    public void ReportOnly(string stage, int done) => _progress.Report(new IngestProgress(stage, done, 0));

    /// <summary>
    /// Does a part of the run. When it fails, the run's row says why; the data published before stays.
    /// </summary>
    public void Do(Action work)
    {
        try
        {
            work();
        }
        catch (OperationCanceledException)
        {
            Note(RunOutcome.Abandoned, "Stopped on request; the next run goes on from there.");
            throw;
        }
        catch (Exception e)
        {
            Note(RunOutcome.Failed, e.Message);
            throw;
        }
    }

    /// <summary>Ends the run as done, unless it has ended.</summary>
    public void End()
    {
        if (!HasEnded)
            Log.End(IsNew ? RunOutcome.Done : RunOutcome.NothingNew, Message);
    }

    /// <summary>Ends the run, unless it has ended, because the pass did not come to its end.</summary>
    public void Abandon()
    {
        if (!HasEnded)
            Note(RunOutcome.Abandoned, "The pass ended before this run was done; the next one goes on from there.");
    }

    /// <summary>Where the database itself is what failed, the note fails too; the caller must still hear the first reason.</summary>
    private void Note(RunOutcome outcome, string reason)
    {
        try
        {
            // What was under way is rolled back, and what it was to save must not go along with the note.
            Context.ChangeTracker.Clear();
            Log.End(outcome, reason);
        }
        catch (System.Data.Common.DbException)
        {
            // The caller reports the reason; the next pass marks this run abandoned.
        }
    }
}
