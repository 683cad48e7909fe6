using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Where a commit stands in a series: in an update, or in one in preparation.</summary>
/// <param name="SeriesId">The series.</param>
/// <param name="Number">The update.</param>
/// <param name="CommitId">The series' own commit; null in review.</param>
/// <param name="Point">The update with that commit; null in review.</param>
/// <param name="Review">The update in preparation, "v3.16.5"; null when it is released.</param>
internal sealed record PresencePoint(int SeriesId, int Number, int? CommitId, StablePoint? Point, string? Review);

/// <summary>Finds the stable updates and reviews that carry commits.</summary>
internal static class StablePresence
{
    /// <summary>For each commit the places of itself and of its backports; released ones first, each series' first one before later ones.</summary>
    public static async Task<ILookup<int, PresencePoint>> ReadAsync(
        TrackerContext context, IReadOnlyCollection<int> commits, CancellationToken cancellation)
    {
        var found = new List<(int Key, PresencePoint Place)>();
        foreach (var batch in commits.Distinct().Chunk(UpstreamLinks.Batch))
        {
            var own = context.StableChangesets.Where(c => batch.Contains(c.CommitId)).Select(c => new { Key = c.CommitId, c.CommitId, c.SeriesId, c.Number });
            var ported =
                from backport in context.Backports
                where backport.UpstreamCommitId != null && batch.Contains(backport.UpstreamCommitId.Value)
                join changeset in context.StableChangesets on backport.CommitId equals changeset.CommitId
                select new { Key = backport.UpstreamCommitId!.Value, changeset.CommitId, changeset.SeriesId, changeset.Number };
            var rows = await (
                from place in own.Concat(ported)
                join update in context.StableUpdates on new { place.SeriesId, place.Number } equals new { update.SeriesId, update.Number }
                join series in context.StableSeries on place.SeriesId equals series.Id
                join commit in context.Commits on place.CommitId equals commit.Id
                orderby place.SeriesId descending, place.Number
                select new { place.Key, place.CommitId, place.SeriesId, place.Number, series.Name, update.Version, update.Time, update.TimeOffset, commit.Sha })
                .ToListAsync(cancellation);
            found.AddRange(rows.Select(r => (r.Key, new PresencePoint(
                r.SeriesId, r.Number, r.CommitId, new StablePoint(r.Name, r.Version, GitTime.At(r.Time, r.TimeOffset), new ObjectId(r.Sha)), null))));
            var reviews = await (
                from patch in context.ReviewPatches
                where patch.UpstreamCommitId != null && batch.Contains(patch.UpstreamCommitId.Value)
                join round in context.ReviewRounds on patch.RoundId equals round.Id
                join series in context.StableSeries on round.SeriesId equals series.Id
                orderby round.SeriesId descending, round.Number
                select new { Key = patch.UpstreamCommitId!.Value, round.SeriesId, round.Number, series.Name }).ToListAsync(cancellation);
            found.AddRange(reviews.Distinct().Select(r => (r.Key, new PresencePoint(r.SeriesId, r.Number, null, null, StableQueries.Tag(r.Name, r.Number)))));
        }
        return found.ToLookup(f => f.Key, f => f.Place);
    }
}
