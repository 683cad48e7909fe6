using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>A changeset that fixes or reverts another one, with every place it has.</summary>
/// <param name="TargetId">The repaired commit.</param>
/// <param name="CommitId">The commit that repairs.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Sha">Its object name.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="ReleaseId">The first mainline release with it; null when mainline does not reach it.</param>
/// <param name="Release">The same for people.</param>
/// <param name="Places">Its places in stable series.</param>
internal sealed record RepairFact(
    int TargetId, int CommitId, RepairKind Kind, ObjectId Sha, string Subject, int? ReleaseId, ReleasePoint? Release, IReadOnlyList<PresencePoint> Places);

/// <summary>Finds what fixes or reverts changesets later.</summary>
internal static class StableRepairs
{
    /// <summary>Everything that repairs one of the commits.</summary>
    public static async Task<ILookup<int, RepairFact>> ReadAsync(TrackerContext context, IReadOnlyCollection<int> targets, CancellationToken cancellation)
    {
        var facts = new List<RepairFact>();
        foreach (var batch in targets.Distinct().Chunk(UpstreamLinks.Batch))
        {
            var rows = await (
                from repair in context.Repairs
                where repair.TargetCommitId != null && batch.Contains(repair.TargetCommitId.Value) && repair.CommitId != repair.TargetCommitId
                join commit in context.Commits on repair.CommitId equals commit.Id
                from release in context.Releases.Where(r => r.Id == commit.ReleaseId).DefaultIfEmpty()
                orderby commit.Id, repair.Kind descending
                select new
                {
                    Target = repair.TargetCommitId!.Value,
                    repair.CommitId,
                    repair.Kind,
                    commit.Sha,
                    commit.Subject,
                    commit.ReleaseId,
                    commit.Candidate,
                    Version = release == null ? null : release.Version,
                    State = release == null ? default : release.State,
                }).ToListAsync(cancellation);
            // One that reverts a changeset often names it as fixed, too; the revert says more, and is told alone.
            var distinct = rows.DistinctBy(r => (r.Target, r.CommitId)).ToList();
            var places = await StablePresence.ReadAsync(context, [.. distinct.Select(r => r.CommitId)], cancellation);
            facts.AddRange(distinct.Select(r => new RepairFact(
                r.Target, r.CommitId, r.Kind, new ObjectId(r.Sha), r.Subject, r.ReleaseId,
                r.Version is { } version ? new ReleasePoint(version, r.State, r.Candidate) : null, [.. places[r.CommitId]])));
        }
        return facts.ToLookup(f => f.TargetId);
    }

    /// <summary>
    /// What the facts mean for a series: its own fixes once each, and those of mainline that it lacks. Fixes that only
    /// other series have are theirs.
    /// </summary>
    public static IReadOnlyList<LaterRepair> InSeries(int series, IEnumerable<RepairFact> facts)
    {
        var repairs = new Dictionary<ObjectId, LaterRepair>();
        foreach (var fact in facts)
        {
            var place = fact.Places.FirstOrDefault(p => p.SeriesId == series && p.Point is not null);
            if (place is { Point: { } point })
                repairs[point.Sha] = new LaterRepair(fact.Kind, point.Sha, fact.Subject, point.Version, null, fact.Release ?? repairs.GetValueOrDefault(point.Sha)?.Release);
            else if (fact.Release is { } release && fact.ReleaseId > series)
                repairs[fact.Sha] = new LaterRepair(fact.Kind, fact.Sha, fact.Subject, null, fact.Places.FirstOrDefault(p => p.SeriesId == series)?.Review, release);
        }
        return [.. repairs.Values];
    }
}
