using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Review;

/// <summary>Brings updates in review together with what is released and stored, at the end of a pass.</summary>
internal static class ReviewStage
{
    /// <summary>Brings the rows up to date, in the context's current transaction, when the stable updates stand.</summary>
    public static void Run(TrackerContext context, CommitNames names)
    {
        // What its update's tag has brought is in review no more.
        var released = context.ReviewRounds
            .Where(r => context.StableUpdates.Any(u => u.SeriesId == r.SeriesId && u.Number >= r.Number))
            .Select(r => r.Id).ToList();
        context.ReviewPatches.Where(p => released.Contains(p.RoundId)).ExecuteDelete();
        context.ReviewRounds.Where(r => released.Contains(r.Id)).ExecuteDelete();

        using var table = BulkTable.Update<ReviewPatch>(context, nameof(ReviewPatch.UpstreamCommitId));
        foreach (var patch in context.ReviewPatches.Where(p => p.Written != null).ToList())
        {
            var commit = names.Find(patch.Written!).CommitId;
            if (commit == patch.UpstreamCommitId)
                continue;
            patch.UpstreamCommitId = commit;
            table.Write(patch);
        }
    }
}
