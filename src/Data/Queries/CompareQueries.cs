using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>
/// Turns "what B has and A has not" into a stretch of the mainline chain, over as many releases as it takes. Positions on
/// the chain run through all releases, so that every figure of a release can be had of such a stretch too.
/// </summary>
public sealed class CompareQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>The stretch strictly between two moments: what <paramref name="to"/> reaches and <paramref name="from"/> does not.</summary>
    public async Task<RangeAnswer> RangeAsync(Moment from, Moment to, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var releases = await context.Releases.OrderBy(r => r.Id).ToListAsync(cancellation);
        if (releases.Count == 0)
            return RangeAnswer.Wrong("The tracked history holds no mainline release.");
        var (start, startProblem) = await PlaceAsync(context, releases, from, cancellation);
        var (end, endProblem) = await PlaceAsync(context, releases, to, cancellation);
        if ((startProblem ?? endProblem) is { } problem)
            return new RangeAnswer(null, problem, true);
        if (start == end)
            return RangeAnswer.Wrong($"{from} and {to} are the same state of mainline: nothing lies between them.");
        if (start > end)
            return RangeAnswer.Wrong($"{from} is later than {to}; ask for what lies between {to} and {from} instead.");

        var first = releases.First(r => r.LastPosition > start);
        var last = releases.First(r => r.LastPosition >= end);
        var chain = (await ChainSteps.ReadAsync(context, first.Id, last.Id, cancellation)).Where(c => c.Position <= end).ToList();
        var tip = await context.Commits.Where(c => c.Id == last.CommitId).Select(c => c.Sha).SingleAsync(cancellation);
        var whole = releases.Where(r => r.FirstPosition > start && r.LastPosition <= end).Select(r => r.Id).ToList();
        return RangeAnswer.Of(new ReleaseRange
        {
            ReleaseId = last.Id,
            FirstReleaseId = first.Id,
            WholeReleases = whole,
            IsComparison = true,
            Version = last.Version,
            Previous = releases.FirstOrDefault(r => r.Id == first.PreviousId)?.Version,
            State = last.State,
            AsOf = to,
            Since = from,
            After = start,
            UpTo = end,
            Tip = chain.LastOrDefault(),
            SinceTip = await StepAsync(context, start, cancellation),
            Chain = [.. chain.Where(c => c.Position > start)],
            IsWhole = first.FirstPosition == start + 1 && last.LastPosition == end,
            Until = last.State == ReleaseState.Released ? last.Version : new ObjectId(tip).Abbreviated,
        });
    }

    /// <summary>The position of the newest chain commit that a moment has; 0 for a time before the first one.</summary>
    private static async Task<(int Position, string? Problem)> PlaceAsync(
        TrackerContext context, IReadOnlyList<Release> releases, Moment moment, CancellationToken cancellation)
    {
        if (moment.Time is { } time)
        {
            // The release that was in the making then, by the dates of the tags.
            var making = releases.FirstOrDefault(r => GitTime.At(r.Time, 0) > time) ?? releases[^1];
            var reached = (await ChainSteps.ReadAsync(context, making.Id, making.Id, cancellation)).LastOrDefault(c => c.Committed <= time);
            return (reached?.Position ?? making.FirstPosition - 1, null);
        }
        if (moment.Version is { } tag)
        {
            var id = tag.SortKey;
            var release = releases.FirstOrDefault(r => r.Id == id);
            int? position = tag.Candidate is { } number
                ? await (
                    from candidate in context.Candidates
                    where candidate.ReleaseId == id && candidate.Number == number
                    join commit in context.Commits on candidate.CommitId equals commit.Id
                    select commit.Position).SingleOrDefaultAsync(cancellation)
                : release is { State: ReleaseState.Released } ? release.LastPosition : null;
            return position is { } known ? (known, null) : (0, $"The tracked history has no tag {tag}.");
        }
        var found = await CommitIds.StartingWith(context, moment.Commit!).Select(c => c.Position).Take(2).ToListAsync(cancellation);
        return found switch
        {
            [{ } position] => (position, null),
            [] => (0, $"The tracked history has no commit {moment.Commit}."),
            [_, _] => (0, $"More than one commit begins with {moment.Commit}; give more digits."),
            _ => (0, $"Commit {moment.Commit} is not in mainline."),
        };
    }

    private static async Task<ChainStep?> StepAsync(TrackerContext context, int position, CancellationToken cancellation)
    {
        var commit = await context.Commits.Where(c => c.Position == position).OrderByDescending(c => c.Id)
            .Select(c => new { c.Sha, c.CommitTime, c.CommitOffset, c.IsMerge }).FirstOrDefaultAsync(cancellation);
        return commit is null ? null
            : new ChainStep(position, new ObjectId(commit.Sha), GitTime.At(commit.CommitTime, commit.CommitOffset), commit.IsMerge, 0);
    }
}
