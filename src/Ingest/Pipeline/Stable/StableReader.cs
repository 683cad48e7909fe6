using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Git;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Stable;

/// <summary>
/// Reads a tree of stable series: its tags, and the commits that they reach. What stands on a branch beyond the newest
/// tag is nobody's update (yet), and is left alone.
/// </summary>
internal static class StableReader
{
    /// <summary>Reads what is new; the pass ends the run.</summary>
    /// <exception cref="GitRepositoryException">The repository cannot be read or fetched.</exception>
    public static void Read(TreeRun run)
    {
        using var repository = run.Open();
        var (context, log) = (run.Context, run.Log);
        var tree = run.Track(branch: "");
        var events = new TreeEvents(context, run.Clock, tree.Id);
        var judged = StableTags.OfTree(repository.Tags());
        var stored = context.TreeTags.Where(t => t.TrackedTreeId == tree.Id).ToList();
        log.Run.ChangedTags = RefChanges.Count(stored, [.. judged.Select(j => j.Tag)]);

        if (Deepening.Happened(context, repository))
            Deepening.ForgetBesidesMainline(context, events);
        var missing = StableTags.Tips(judged).Where(tip => !IsStored(context, tip)).ToList();
        if (missing.Count > 0)
            NewCommits.Read(run, repository, events, missing);
        if (log.Run.ChangedTags > 0 || missing.Count > 0)
            WriteTags(context, tree.Id, events, stored, judged);
        run.IsNew = log.Run.ChangedTags > 0 || missing.Count > 0;
        run.Message =
            repository.IsShallow ? "The repository is shallow: updates before its boundary are not counted. Fetch the rest with `git fetch --unshallow`."
            : repository.IsPartialClone ? "The repository is a partial clone: changesets whose contents it lacks have no line counts, and device ids that updates added are not looked for."
            : null;
    }

    private static bool IsStored(TrackerContext context, ObjectId commit)
    {
        var sha = commit.ToBytes();
        return context.Commits.Any(c => c.Sha == sha);
    }

    private static void WriteTags(TrackerContext context, int treeId, TreeEvents events, List<TreeTag> stored, IReadOnlyList<JudgedTag> judged)
    {
        using var transaction = context.Database.BeginTransaction();
        foreach (var happening in RefChanges.Describe(stored, judged))
            events.Add(happening.Kind, happening.Detail);
        context.TreeTags.Where(t => t.TrackedTreeId == treeId).ExecuteDelete();
        using (var table = BulkTable.Insert<TreeTag>(context))
        {
            foreach (var tag in judged)
                table.Write(tag.ToRow(treeId));
        }
        PendingStage.Demand(context);
        transaction.Commit();
    }
}
