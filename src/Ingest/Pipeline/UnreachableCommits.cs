using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>A rewritten branch, a moved tag or a tree that is configured no more leaves commits behind that nothing reaches: they go.</summary>
internal static class UnreachableCommits
{
    /// <summary>The commits that stable trees are read for, as their tags stand.</summary>
    public static IEnumerable<ObjectId> StableTips(TrackerContext context) =>
        context.TreeTags.Where(t => t.CommitSha != null && (t.Verdict == TagVerdict.StableUpdate || t.Verdict == TagVerdict.SeriesBase || t.Verdict == TagVerdict.Contradicted))
            .Select(t => t.CommitSha!).AsEnumerable().Select(sha => new ObjectId(sha)).Distinct();

    /// <summary>Drops what none of the tips reaches, in the context's current transaction.</summary>
    /// <returns>How many commits went.</returns>
    public static int Drop(TrackerContext context, StoredHistory history, IEnumerable<ObjectId> tips)
    {
        var reached = new bool[history.Commits.Count];
        foreach (var tip in tips)
        {
            if (history.Graph.Find(tip) is { } node)
                history.Graph.Walk(node, n => !reached[n] && (reached[n] = true));
        }
        var gone = history.Commits.Where((_, n) => !reached[n]).Select(c => c.Id).ToList();
        if (gone.Count > 0)
            Drop(context, gone);
        return gone.Count;
    }

    /// <summary>Drops commits with all that is known of them, in the context's current transaction.</summary>
    private static void Drop(TrackerContext context, List<int> gone)
    {
        using var search = SearchIndex.Open(context);
        foreach (var batch in gone.Chunk(500))
        {
            context.CommitMessages.Where(m => batch.Contains(m.CommitId)).ExecuteDelete();
            context.CommitParents.Where(p => batch.Contains(p.CommitId)).ExecuteDelete();
            context.Trailers.Where(t => batch.Contains(t.CommitId)).ExecuteDelete();
            context.FileChanges.Where(f => batch.Contains(f.CommitId)).ExecuteDelete();
            context.InterfaceChanges.Where(c => batch.Contains(c.CommitId)).ExecuteDelete();
            context.Repairs.Where(r => batch.Contains(r.CommitId)).ExecuteDelete();
            context.Repairs.Where(r => batch.Contains(r.TargetCommitId!.Value))
                .ExecuteUpdate(s => s.SetProperty(r => r.State, MentionState.NotHeld).SetProperty(r => r.TargetCommitId, (int?)null));
            // The rest of what hangs on stable updates is made anew at the end of the pass; until then no row may lead to
            // a number that another commit gets.
            context.Backports.Where(b => batch.Contains(b.CommitId)).ExecuteDelete();
            context.Backports.Where(b => batch.Contains(b.UpstreamCommitId!.Value))
                .ExecuteUpdate(s => s.SetProperty(b => b.State, MentionState.NotHeld).SetProperty(b => b.UpstreamCommitId, (int?)null));
            context.StableChangesets.Where(c => batch.Contains(c.CommitId)).ExecuteDelete();
            context.StableUpdates.Where(u => batch.Contains(u.CommitId)).ExecuteDelete();
            context.StableSeries.Where(s => batch.Contains(s.BaseCommitId!.Value)).ExecuteUpdate(s => s.SetProperty(x => x.BaseCommitId, (int?)null));
            context.Commits.Where(c => batch.Contains(c.Id)).ExecuteDelete();
            foreach (var id in batch)
                search.Delete(id);
        }
        PendingStage.Demand(context);
    }
}
