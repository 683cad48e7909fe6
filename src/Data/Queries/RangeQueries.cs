using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Turns "release X as of T, since S" into a stretch of the mainline chain.</summary>
public sealed class RangeQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>The whole release.</summary>
    public Task<RangeAnswer> WholeAsync(KernelVersion version, CancellationToken cancellation) =>
        FindAsync(version, null, null, window: false, cancellation);

    /// <summary>The merge window: as of a moment (-rc1, when none is given and there is one; else the tip), since another (the previous release).</summary>
    public Task<RangeAnswer> WindowAsync(KernelVersion version, Moment? asOf, Moment? since, CancellationToken cancellation) =>
        FindAsync(version, asOf, since, window: true, cancellation);

    /// <summary>The release as of a moment (its end, when none is given), since another (the previous release).</summary>
    public Task<RangeAnswer> FindAsync(KernelVersion version, Moment? asOf, Moment? since, CancellationToken cancellation) =>
        FindAsync(version, asOf, since, window: false, cancellation);

    private async Task<RangeAnswer> FindAsync(
        KernelVersion version, Moment? asOf, Moment? since, bool window, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var id = version.SortKey;
        var release = await (
            from r in context.Releases
            where r.Id == id
            from previous in context.Releases.Where(p => p.Id == r.PreviousId).DefaultIfEmpty()
            join tip in context.Commits on r.CommitId equals tip.Id
            select new { Release = r, Previous = previous == null ? null : previous.Version, Tip = tip.Sha }).SingleOrDefaultAsync(cancellation);
        if (release is null)
            return RangeAnswer.Missing(version);
        var candidates = await (
            from candidate in context.Candidates
            where candidate.ReleaseId == id
            join commit in context.Commits on candidate.CommitId equals commit.Id
            select new { candidate.Number, commit.Position, commit.Sha }).ToDictionaryAsync(c => c.Number, cancellation);
        if (window && asOf is null && release.Release.WindowCommitId is not null && candidates.ContainsKey(1))
            asOf = Moment.Of(version.Release with { Candidate = 1 });

        var chain = await ChainSteps.ReadAsync(context, id, id, cancellation);
        var first = release.Release.FirstPosition;
        var upTo = release.Release.LastPosition;
        var after = first - 1;
        if (asOf is not null)
        {
            var (position, problem) = await ResolveAsync(asOf);
            if (problem is not null)
                return RangeAnswer.Wrong(problem);
            upTo = position;
        }
        if (since is not null)
        {
            var (position, problem) = await ResolveAsync(since);
            if (problem is not null)
                return RangeAnswer.Wrong(problem);
            after = position;
        }
        if (since is not null && after > upTo)
            return RangeAnswer.Wrong($"“since” ({since}) is later than “as of” ({asOf}).");

        var isWhole = after == first - 1 && upTo == release.Release.LastPosition;
        return RangeAnswer.Of(new ReleaseRange
        {
            ReleaseId = id,
            FirstReleaseId = id,
            WholeReleases = isWhole ? [id] : [],
            Version = release.Release.Version,
            Previous = release.Previous,
            State = release.Release.State,
            AsOf = asOf,
            Since = since,
            After = after,
            UpTo = upTo,
            LastPosition = release.Release.LastPosition,
            Tip = chain.LastOrDefault(c => c.Position <= upTo),
            SinceTip = after < first ? null : chain.LastOrDefault(c => c.Position <= after),
            OffChain = (IsBeside(since), IsBeside(asOf)),
            Chain = [.. chain.Where(c => c.Position > after && c.Position <= upTo)],
            IsWhole = isWhole,
            Until = release.Release.State == ReleaseState.Released ? release.Release.Version : new ObjectId(release.Tip).Abbreviated,
        });

        // A tag that is not where the chain first has its commits: v2.6.15-rc3 is on a branch that was merged back.
        bool IsBeside(Moment? moment) =>
            moment?.Version is { Candidate: { } number } tag && tag.SortKey == id && candidates.TryGetValue(number, out var candidate)
            && chain.LastOrDefault(c => c.Position == candidate.Position) is { } step && step.Sha != new ObjectId(candidate.Sha);

        async Task<(int Position, string? Problem)> ResolveAsync(Moment moment)
        {
            if (moment.Time is { } time)
                return (chain.LastOrDefault(c => c.Committed <= time)?.Position ?? first - 1, null);
            if (moment.Version is { } tag)
            {
                if (tag.SortKey < id || (tag.SortKey == id && tag.Candidate is null && release.Release.State == ReleaseState.Released))
                    return tag.SortKey < id ? (first - 1, null) : (release.Release.LastPosition, null);
                if (tag.SortKey == id && tag.Candidate is { } number && candidates.TryGetValue(number, out var candidate) && candidate.Position is { } known)
                    return (known, null);
                return tag.SortKey > id
                    ? (0, $"{tag} is later than {release.Release.Version}.")
                    : (0, $"The tracked history has no tag {tag}.");
            }
            var found = await CommitIds.StartingWith(context, moment.Commit!).OrderBy(c => c.Id).Select(c => new { c.ReleaseId, c.Position }).Take(2).ToListAsync(cancellation);
            return found switch
            {
                [] => (0, $"The tracked history has no commit {moment.Commit}."),
                [_, _] => (0, $"More than one commit begins with {moment.Commit}; give more digits."),
                [{ Position: { } position, ReleaseId: { } owner }] when owner <= id => (owner < id ? first - 1 : position, null),
                _ => (0, $"Commit {moment.Commit} is not part of {release.Release.Version} or before it."),
            };
        }
    }
}
