using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Compares a stretch that begins with its release with the same stretch of past releases.</summary>
public sealed class PaceQueries(IDbContextFactory<TrackerContext> contexts)
{
    private const int Releases = 10;

    /// <summary>The comparison; null for a stretch that does not begin with its release.</summary>
    /// <param name="range">The stretch.</param>
    /// <param name="releases">Every release, newest first.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<PaceFigures?> ReadAsync(ReleaseRange range, IReadOnlyList<ReleaseFigures> releases, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(releases);
        var own = releases.FirstOrDefault(r => r.Version == range.Version);
        if (range.IsComparison || range.SinceTip is not null || own is null || range.Tip is not { } tip)
            return null;
        var past = releases.SkipWhile(r => r != own).Skip(1).Where(r => r is { IsReleased: true, Previous: not null }).Take(Releases).ToList();
        if (range.IsWhole && own.IsReleased)
            return new PaceFigures(PaceSpan.Release, 0, [.. past.Select(r => new PacePoint(r.Version, r.Changesets))]);
        if (own.State != ReleaseState.WindowOpen && tip.Sha == own.WindowTip)
        {
            return new PaceFigures(PaceSpan.Window, 0, [.. past.Where(r => r.WindowChangesets is not null)
                .Select(r => new PacePoint(r.Version, r.WindowChangesets!.Value))]);
        }
        if (own.Opened is not { } opened || tip.Committed < opened)
            return null;
        var elapsed = tip.Committed - opened;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var points = new List<PacePoint>(past.Count);
        foreach (var release in past)
            points.Add(new PacePoint(release.Version, await CountAsync(context, release, release.Opened!.Value + elapsed, cancellation)));
        return new PaceFigures(PaceSpan.Day, (int)elapsed.TotalDays + 1, points);
    }

    /// <summary>
    /// Changesets of a release as of a moment. The newest link of the chain that is no younger is found among the pulls
    /// and then among what was applied directly after it, which is far less to read than the whole chain.
    /// </summary>
    private static async Task<int> CountAsync(TrackerContext context, ReleaseFigures release, DateTimeOffset moment, CancellationToken cancellation)
    {
        if (!KernelVersion.TryParse(release.Version, out var version))
            return 0;
        var (id, time) = (version.SortKey, moment.ToUnixTimeSeconds());
        var pulls = from pull in context.Pulls
                    where pull.ReleaseId == id
                    join commit in context.Commits on pull.CommitId equals commit.Id
                    select new { pull.Position, commit.CommitTime };
        var reached = await pulls.Where(p => p.CommitTime <= time).MaxAsync(p => (int?)p.Position, cancellation) ?? 0;
        var next = await pulls.Where(p => p.Position > reached).MinAsync(p => (int?)p.Position, cancellation) ?? int.MaxValue;
        reached = await context.Commits
            .Where(c => c.ReleaseId == id && c.Position > reached && c.Position < next && c.CommitTime <= time)
            .MaxAsync(c => c.Position, cancellation) ?? reached;
        return await context.Commits.CountAsync(c => c.ReleaseId == id && c.Position <= reached && !c.IsMerge, cancellation);
    }
}
