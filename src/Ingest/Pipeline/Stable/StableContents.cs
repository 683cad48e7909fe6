using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;

namespace KernelTracker.Ingest.Pipeline.Stable;

/// <summary>Reads the contents behind a tree's updates, once it is known which updates there are: device ids, then lines.</summary>
internal static class StableContents
{
    /// <summary>Reads what was not read yet.</summary>
    /// <exception cref="GitRepositoryException">The repository cannot be read.</exception>
    public static void Read(TreeRun run, bool withLines)
    {
        if (run.Context.TrackedTrees.SingleOrDefault(t => t.Name == run.Source.Name && t.Kind == TreeKind.Stable) is not { } tree)
            return;
        using var repository = GitRepository.Open(run.Source.Path);
        var events = new TreeEvents(run.Context, run.Clock, tree.Id);
        // A partial clone has no contents to read device ids from; the run's message says so.
        if (!repository.IsPartialClone)
        {
            run.IsNew |= new StableDeviceIds(run.Context, repository, tree, events, run.Clock)
                .Run((done, total) => run.Report(Stages.Hardware, done, total), run.Cancel) > 0;
        }
        if (withLines)
            CountLines(run, new StableLines(run.Context, repository, tree, events, run.Clock));
    }

    private static void CountLines(TreeRun run, StableLines lines)
    {
        var pending = lines.Pending();
        if (pending == 0)
            return;
        run.IsNew = true;
        run.Report(Stages.CountingLines, 0, pending);
        lines.Run((done, total) => run.Report(Stages.CountingLines, done, total), run.Cancel);
    }
}
