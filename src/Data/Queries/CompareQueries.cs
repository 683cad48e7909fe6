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
        var (start, startSha, startProblem) = await PlaceAsync(context, releases, from, cancellation);
        var (end, endSha, endProblem) = await PlaceAsync(context, releases, to, cancellation);
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
        var sinceTip = await StepAsync(context, start, cancellation);
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
            LastPosition = last.LastPosition,
            Tip = chain.LastOrDefault(),
            SinceTip = sinceTip,
            OffChain = (IsBeside(startSha, sinceTip), IsBeside(endSha, chain.LastOrDefault())),
            Chain = [.. chain.Where(c => c.Position > start)],
            IsWhole = first.FirstPosition == start + 1 && last.LastPosition == end,
            Until = last.State == ReleaseState.Released ? last.Version : new ObjectId(tip).Abbreviated,
        });
    }

    /// <summary>The position of the newest chain commit that a moment has; 0 for a time before the first one.</summary>
    private static async Task<(int Position, byte[]? Sha, string? Problem)> PlaceAsync(
        TrackerContext context, IReadOnlyList<Release> releases, Moment moment, CancellationToken cancellation)
    {
        if (moment.Time is { } time)
        {
            // The release that was in the making then, by the dates of the tags.
            var making = releases.FirstOrDefault(r => GitTime.At(r.Time, 0) > time) ?? releases[^1];
            var reached = (await ChainSteps.ReadAsync(context, making.Id, making.Id, cancellation)).LastOrDefault(c => c.Committed <= time);
            return (reached?.Position ?? making.FirstPosition - 1, null, null);
        }
        if (moment.Version is { } tag)
        {
            var id = tag.SortKey;
            var release = releases.FirstOrDefault(r => r.Id == id);
            if (tag.Candidate is null)
                return release is { State: ReleaseState.Released } ? (release.LastPosition, null, null) : (0, null, NoTag(tag));
            var commit = await (
                from candidate in context.Candidates
                where candidate.ReleaseId == id && candidate.Number == tag.Candidate
                join tagged in context.Commits on candidate.CommitId equals tagged.Id
                select new { tagged.Position, tagged.Sha }).SingleOrDefaultAsync(cancellation);
            return commit is { Position: { } known } ? (known, commit.Sha, null) : (0, null, NoTag(tag));
        }
        var found = await CommitIds.StartingWith(context, moment.Commit!).OrderBy(c => c.Id).Select(c => new { c.Position, c.Sha }).Take(2).ToListAsync(cancellation);
        return found switch
        {
            [{ Position: { } position } one] => (position, one.Sha, null),
            [] => (0, null, $"The tracked history has no commit {moment.Commit}."),
            [_, _] => (0, null, $"More than one commit begins with {moment.Commit}; give more digits."),
            _ => (0, null, $"Commit {moment.Commit} is not in mainline."),
        };
    }

    private static string NoTag(KernelVersion tag) => $"The tracked history has no tag {tag}.";

    private static bool IsBeside(byte[]? sha, ChainStep? step) => sha is not null && step is not null && new ObjectId(sha) != step.Sha;

    private static async Task<ChainStep?> StepAsync(TrackerContext context, int position, CancellationToken cancellation)
    {
        var commit = await context.Commits.Where(c => c.Position == position).OrderByDescending(c => c.Id)
            .Select(c => new { c.Sha, c.CommitTime, c.CommitOffset, c.IsMerge }).FirstOrDefaultAsync(cancellation);
        return commit is null ? null
            : new ChainStep(position, new ObjectId(commit.Sha), GitTime.At(commit.CommitTime, commit.CommitOffset), commit.IsMerge, 0);
    }
}
