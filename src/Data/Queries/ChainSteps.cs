using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Reads the mainline chain.</summary>
internal static class ChainSteps
{
    /// <summary>
    /// The chain of some releases, oldest first. A chain commit has the highest number of all that share its position, as
    /// children come after parents.
    /// </summary>
    public static async Task<List<ChainStep>> ReadAsync(TrackerContext context, int firstRelease, int lastRelease, CancellationToken cancellation)
    {
        var steps =
            from commit in context.Commits
            where commit.ReleaseId >= firstRelease && commit.ReleaseId <= lastRelease
            group commit by commit.Position into step
            select new { Id = step.Max(c => c.Id), Changesets = step.Sum(c => c.IsMerge ? 0 : 1) };
        var rows = await (
            from step in steps
            join commit in context.Commits on step.Id equals commit.Id
            orderby commit.Position
            select new { commit.Position, commit.Sha, commit.CommitTime, commit.CommitOffset, commit.IsMerge, step.Changesets }).ToListAsync(cancellation);
        return [.. rows.Select(r => new ChainStep(
            r.Position!.Value, new ObjectId(r.Sha), GitTime.At(r.CommitTime, r.CommitOffset), r.IsMerge, r.Changesets))];
    }
}
