using System.Globalization;
using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Stable series, their updates, and updates in preparation.</summary>
public sealed class StableQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>Every series, newest first.</summary>
    public async Task<IReadOnlyList<StableSeriesSummary>> ListAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await SummariesAsync(context, context.StableSeries, cancellation);
    }

    /// <summary>One series with all its updates; null when there is none of that name.</summary>
    public async Task<StableSeriesDetails?> SeriesAsync(KernelVersion series, CancellationToken cancellation)
    {
        var id = series.SortKey;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var summary = (await SummariesAsync(context, context.StableSeries.Where(s => s.Id == id), cancellation)).SingleOrDefault();
        return summary is null
            ? null
            : new StableSeriesDetails(summary, await UpdatesAsync(context, context.StableUpdates.Where(u => u.SeriesId == id), cancellation));
    }

    /// <summary>One update; null when there is none of that version.</summary>
    public async Task<StableUpdateFigures?> FindAsync(StableVersion version, CancellationToken cancellation)
    {
        var (id, number) = (version.Series.SortKey, version.Number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return (await UpdatesAsync(context, context.StableUpdates.Where(u => u.SeriesId == id && u.Number == number), cancellation)).SingleOrDefault();
    }

    /// <summary>The updates that came out last, over all series or of one, newest first.</summary>
    public async Task<IReadOnlyList<StableUpdateFigures>> NewestAsync(KernelVersion? series, int limit, CancellationToken cancellation)
    {
        var id = series?.SortKey;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var newest = context.StableUpdates.Where(u => id == null || u.SeriesId == id).OrderByDescending(u => u.Time).ThenByDescending(u => u.SeriesId)
            .Take(limit);
        return [.. (await UpdatesAsync(context, newest, cancellation)).OrderByDescending(u => u.Time)];
    }

    /// <summary>Every update of every series, newest series and update first.</summary>
    public async Task<IReadOnlyList<StableUpdateFigures>> AllAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await UpdatesAsync(context, context.StableUpdates, cancellation);
    }

    /// <summary>Where an update in preparation is seen; empty when it is not in preparation.</summary>
    public async Task<IReadOnlyList<ReviewFigures>> ReviewsAsync(StableVersion version, CancellationToken cancellation)
    {
        var (id, number) = (version.Series.SortKey, version.Number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return [.. (await RoundsAsync(context, context.ReviewRounds.Where(r => r.SeriesId == id && r.Number == number), cancellation)).Values.SelectMany(r => r)];
    }

    /// <summary>The patches of an update in preparation, in order.</summary>
    public async Task<PageOf<ReviewPatchLine>> PatchesAsync(ReviewFigures round, int page, int size, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(round);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var patches = context.ReviewPatches.Where(p => p.RoundId == round.RoundId);
        var total = await patches.CountAsync(cancellation);
        var rows = await patches.OrderBy(p => p.Ordinal).Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        var upstreams = await UpstreamLinks.OfMainlineAsync(context, [.. rows.Select(r => r.UpstreamCommitId).OfType<int>()], cancellation);
        return new PageOf<ReviewPatchLine>(
            [.. rows.Select(p => new ReviewPatchLine(p.Ordinal, p.Subject, p.Author, p.IsMissing, p.Upstream, Upstream(p, upstreams)))], page, size, total);
    }

    internal static DateOnly? Day(long? seconds) =>
        seconds is { } s ? DateOnly.FromDateTime(GitTime.At(s, 0).UtcDateTime) : null;

    /// <summary>The tag of an update: "v3.16.4"; of number 0, the mainline release.</summary>
    internal static string Tag(string series, int number) =>
        number == 0 ? "v" + series : string.Create(CultureInfo.InvariantCulture, $"v{series}.{number}");

    internal static async Task<IReadOnlyList<StableUpdateFigures>> UpdatesAsync(
        TrackerContext context, IQueryable<StableUpdate> updates, CancellationToken cancellation)
    {
        var rows = await (
            from update in updates
            join series in context.StableSeries on update.SeriesId equals series.Id
            join commit in context.Commits on update.CommitId equals commit.Id
            join tree in context.TrackedTrees on update.TrackedTreeId equals tree.Id
            orderby update.SeriesId descending, update.Number descending
            select new { Update = update, series.Name, commit.Sha, Tree = tree.Name }).ToListAsync(cancellation);
        return [.. rows.Select(r => Figures(r.Update, r.Name, r.Sha, r.Tree))];
    }

    private static StableUpdateFigures Figures(StableUpdate update, string series, byte[] sha, string tree) => new(
        series, update.Number, update.Version, new ObjectId(sha), GitTime.At(update.Time, update.TimeOffset),
        update.PreviousNumber is { } previous ? Tag(series, previous) : null,
        update.BumpCommitId == update.CommitId, update.Changesets, update.Developers, update.AddedLines, update.RemovedLines, tree);

    private static async Task<IReadOnlyList<StableSeriesSummary>> SummariesAsync(
        TrackerContext context, IQueryable<StableSeries> wanted, CancellationToken cancellation)
    {
        var rows = await (
            from series in wanted
            from release in context.Releases.Where(r => r.Id == series.Id && r.State == ReleaseState.Released).DefaultIfEmpty()
            from tip in context.Commits.Where(c => c.Id == series.BaseCommitId).DefaultIfEmpty()
            orderby series.Id descending
            select new
            {
                Series = series,
                InMainline = release != null,
                Time = tip == null ? (long?)null : tip.CommitTime,
                Offset = tip == null ? 0 : tip.CommitOffset,
                Updates = context.StableUpdates.Count(u => u.SeriesId == series.Id),
            }).ToListAsync(cancellation);
        var newest = (await UpdatesAsync(
            context,
            from update in context.StableUpdates
            where wanted.Any(s => s.Id == update.SeriesId) && !context.StableUpdates.Any(u => u.SeriesId == update.SeriesId && u.Number > update.Number)
            select update,
            cancellation)).ToDictionary(u => u.Series);
        var reviews = await RoundsAsync(context, context.ReviewRounds.Where(r => wanted.Any(s => s.Id == r.SeriesId)), cancellation);
        return
        [
            .. rows.Select(r => new StableSeriesSummary(
                r.Series.Name, r.Series.Support, Day(r.Series.EndOfLife), r.Series.State, r.InMainline,
                r.Time is { } time ? GitTime.At(time, r.Offset) : null,
                r.Updates, newest.GetValueOrDefault(r.Series.Name), reviews.GetValueOrDefault(r.Series.Id, [])) { Id = r.Series.Id }),
        ];
    }

    /// <summary>Rounds by series. What is announced comes before what is only queued, a later candidate before an earlier one.</summary>
    internal static async Task<Dictionary<int, List<ReviewFigures>>> RoundsAsync(
        TrackerContext context, IQueryable<ReviewRound> wanted, CancellationToken cancellation)
    {
        var rows = await (
            from round in wanted
            join series in context.StableSeries on round.SeriesId equals series.Id
            join tree in context.TrackedTrees on round.TrackedTreeId equals tree.Id
            select new { Round = round, series.Name, Tree = tree.Name }).ToListAsync(cancellation);
        return rows
            .OrderBy(r => r.Round.Source == ReviewSource.Queue)
            .ThenByDescending(r => r.Round.Number).ThenByDescending(r => r.Round.Candidate ?? 0)
            .ThenByDescending(r => r.Round.Due is not null).ThenBy(r => r.Round.Id)
            .GroupBy(r => r.Round.SeriesId)
            .ToDictionary(g => g.Key, g => g.Select(r => new ReviewFigures(
                r.Name, r.Round.Number, Tag(r.Name, r.Round.Number), r.Round.Candidate, r.Round.Source, r.Tree,
                GitTime.At(r.Round.Since, r.Round.SinceOffset), r.Round.Due is { } due ? GitTime.At(due, 0) : null, r.Round.Patches)
            {
                RoundId = r.Round.Id,
            }).ToList());
    }

    private static UpstreamLink? Upstream(ReviewPatch patch, IReadOnlyDictionary<int, UpstreamLink> found) =>
        patch.UpstreamCommitId is { } id && found.TryGetValue(id, out var link) ? link with { Written = patch.Written ?? link.Written }
        : patch.Written is { } written ? new UpstreamLink(written, MentionState.NotHeld, null, null, null, null)
        : null;
}
