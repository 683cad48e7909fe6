using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Reads the mainline commits that stable changesets come from.</summary>
internal static class UpstreamLinks
{
    /// <summary>Ids in one question to the database.</summary>
    public const int Batch = 500;

    /// <summary>For each stable commit, what it names, in order.</summary>
    public static async Task<ILookup<int, (int? UpstreamId, UpstreamLink Link)>> OfStableAsync(
        TrackerContext context, IReadOnlyCollection<int> stableCommits, CancellationToken cancellation)
    {
        var backports = new List<Backport>();
        foreach (var batch in stableCommits.Chunk(Batch))
            backports.AddRange(await context.Backports.Where(b => batch.Contains(b.CommitId)).OrderBy(b => b.CommitId).ThenBy(b => b.Ordinal).ToListAsync(cancellation));
        var found = await OfMainlineAsync(context, [.. backports.Select(b => b.UpstreamCommitId).OfType<int>().Distinct()], cancellation);
        return backports.ToLookup(
            b => b.CommitId,
            b => (b.UpstreamCommitId, b.UpstreamCommitId is { } id && found.TryGetValue(id, out var link)
                ? link with { Written = b.Written }
                : new UpstreamLink(b.Written, b.State, null, null, null, null)));
    }

    /// <summary>For each commit its link; what is written is its whole id.</summary>
    public static async Task<IReadOnlyDictionary<int, UpstreamLink>> OfMainlineAsync(
        TrackerContext context, IReadOnlyCollection<int> commits, CancellationToken cancellation)
    {
        var links = new Dictionary<int, UpstreamLink>();
        foreach (var batch in commits.Chunk(Batch))
        {
            var rows = await (
                from commit in context.Commits
                where batch.Contains(commit.Id)
                from release in context.Releases.Where(r => r.Id == commit.ReleaseId).DefaultIfEmpty()
                from pull in context.Pulls.Where(p => p.Position == commit.Position).DefaultIfEmpty()
                from merge in context.Commits.Where(c => c.Id == pull.CommitId).DefaultIfEmpty()
                select new
                {
                    commit.Id,
                    commit.Sha,
                    commit.Subject,
                    commit.Candidate,
                    commit.Arrival,
                    commit.CommitTime,
                    commit.CommitOffset,
                    Version = release == null ? null : release.Version,
                    State = release == null ? default : release.State,
                    MergeTime = merge == null ? (long?)null : merge.CommitTime,
                    MergeOffset = merge == null ? 0 : merge.CommitOffset,
                }).ToListAsync(cancellation);
            foreach (var r in rows)
            {
                var sha = new ObjectId(r.Sha);
                links[r.Id] = new UpstreamLink(
                    sha.ToString(), MentionState.Found, sha, r.Subject,
                    r.Version is { } version ? new ReleasePoint(version, r.State, r.Candidate) : null,
                    r.Version is null ? null : r is { Arrival: Arrival.Pull, MergeTime: { } merged } ? GitTime.At(merged, r.MergeOffset) : GitTime.At(r.CommitTime, r.CommitOffset));
            }
        }
        return links;
    }
}
