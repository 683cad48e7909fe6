using KernelTracker.Data;
using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Takes out trees that are configured no more, with all that was read of them alone.</summary>
internal static class ForgottenTrees
{
    /// <summary>
    /// Forgets the trees beside mainline that are not among the configured ones. Mainline's own row goes when another
    /// mainline is published, so that there is something to show until then.
    /// </summary>
    public static void Forget(TrackerContext context, IReadOnlyList<ConfiguredTree> configured)
    {
        var names = configured.Select(t => (t.Name, t.Kind)).ToHashSet();
        var gone = context.TrackedTrees.Where(t => t.Kind != TreeKind.Mainline).Select(t => new { t.Id, t.Name, t.Kind }).AsEnumerable()
            .Where(t => !names.Contains((t.Name, t.Kind))).Select(t => t.Id).ToList();
        if (gone.Count == 0)
            return;
        using var transaction = context.Database.BeginTransaction();
        gone.ForEach(id => Forget(context, id));
        transaction.Commit();
    }

    /// <summary>Forgets one tree, in the context's current transaction.</summary>
    public static void Forget(TrackerContext context, int treeId)
    {
        var rounds = context.ReviewRounds.Where(r => r.TrackedTreeId == treeId).Select(r => r.Id);
        context.ReviewPatches.Where(p => rounds.Contains(p.RoundId)).ExecuteDelete();
        context.ReviewRounds.Where(r => r.TrackedTreeId == treeId).ExecuteDelete();
        if (context.TrackedTrees.Any(t => t.Id == treeId && t.Kind == TreeKind.Vulnerabilities))
        {
            context.VulnerabilityRanges.ExecuteDelete();
            context.Vulnerabilities.ExecuteDelete();
        }
        context.TreeTags.Where(t => t.TrackedTreeId == treeId).ExecuteDelete();
        context.TreeEvents.Where(e => e.TrackedTreeId == treeId).ExecuteDelete();
        context.TrackedTrees.Where(t => t.Id == treeId).ExecuteDelete();
        PendingStage.Demand(context);
    }
}
