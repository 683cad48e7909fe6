using System.Runtime.ExceptionServices;
using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Pipeline.Hardware;
using KernelTracker.Ingest.Pipeline.Review;
using KernelTracker.Ingest.Pipeline.Stable;
using KernelTracker.Ingest.Pipeline.Vulnerabilities;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>
/// Reads trees in one pass: each on its own, then what depends on several of them, then the lines of stable changesets.
/// A tree that fails is noted in its run, and keeps the others from nothing.
/// </summary>
internal sealed class TreeIngest(TrackerContext context, Lazy<IdNames> names, TimeProvider clock)
{
    /// <summary>Reads what is new. The data published before stays where a tree fails.</summary>
    /// <param name="trees">The trees, in the order in which they stand on each other.</param>
    /// <param name="withLines">Whether lines are counted too.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Stops it; the next pass goes on from there.</param>
    /// <exception cref="GitRepositoryException">A repository cannot be read or fetched; the first reason of all trees.</exception>
    public IReadOnlyList<IngestRun> Run(IReadOnlyList<ConfiguredTree> trees, bool withLines, IProgress<IngestProgress> progress, CancellationToken cancel)
    {
        EnsureState();
        RunLog.CloseLeftovers(context);
        ForgottenTrees.Forget(context, trees);
        var runs = new List<TreeRun>();
        var failures = new List<ExceptionDispatchInfo>();
        try
        {
            foreach (var tree in trees)
            {
                var run = TreeRun.Start(context, tree, clock, progress, cancel);
                runs.Add(run);
                Attempt(run, () => Read(run, withLines), failures);
            }
            Finish(trees, runs, withLines, failures);
        }
        catch (Exception e)
        {
            Close(runs, e is OperationCanceledException);
            // What the first tree failed on may be what all the rest fails on too.
            if (failures.Count > 0)
                failures[0].Throw();
            throw;
        }
        if (failures.Count > 0)
        {
            Close(runs, wasStopped: false);
            failures[0].Throw();
        }
        RunLog.NotePass(context, hasFailed: false);
        return [.. runs.Select(r => r.Log.Run)];
    }

    /// <summary>Ends the runs of a pass that did not come to its end. One that was stopped says nothing about whether the next would fail.</summary>
    private void Close(List<TreeRun> runs, bool wasStopped)
    {
        runs.ForEach(r => r.Abandon());
        if (wasStopped)
            return;
        try
        {
            RunLog.NotePass(context, hasFailed: true);
        }
        catch (System.Data.Common.DbException)
        {
            // Where the database itself is what failed, the note fails too; the caller must still hear the first reason.
        }
    }

    private void Read(TreeRun run, bool withLines)
    {
        switch (run.Source.Kind)
        {
            case TreeKind.Mainline:
                new MainlineReader(names).Read(run, withLines);
                break;
            case TreeKind.Stable:
                StableReader.Read(run);
                break;
            case TreeKind.StableReview:
                ReviewReader.Read(run);
                break;
            case TreeKind.Vulnerabilities:
                VulnerabilityReader.Read(run);
                break;
        }
    }

    /// <summary>What depends on several trees; then what needs its outcome, tree by tree.</summary>
    private void Finish(IReadOnlyList<ConfiguredTree> trees, List<TreeRun> runs, bool withLines, List<ExceptionDispatchInfo> failures)
    {
        new StableStage(context, clock).Run(trees, stage => runs.FindLast(r => !r.HasEnded)?.Report(stage), runs.Count > 0 ? runs[0].Cancel : CancellationToken.None);
        foreach (var run in runs.Where(r => !r.HasEnded))
        {
            if (run.Source.Kind == TreeKind.Stable)
                Attempt(run, () => StableContents.Read(run, withLines), failures);
            run.End();
        }
    }

    /// <summary>A repository's trouble is this tree's; anything else ends the pass.</summary>
    private static void Attempt(TreeRun run, Action work, List<ExceptionDispatchInfo> failures)
    {
        try
        {
            run.Do(work);
        }
        catch (Exception e) when (e is GitRepositoryException or GitObjectException or GitFormatException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            failures.Add(ExceptionDispatchInfo.Capture(e));
        }
    }

    private void EnsureState()
    {
        if (context.States.Any())
            return;
        context.States.Add(new TrackerState { Id = 1 });
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }
}
