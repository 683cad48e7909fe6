using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Kernel;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Stable;

/// <summary>Writes the rows of series: those with updates, and those with an update in review.</summary>
internal sealed class SeriesRows(TrackerContext context)
{
    private static readonly long QuietAfter = (long)TimeSpan.FromDays(120).TotalSeconds;

    /// <summary>Writes all series, in the context's current transaction. Updates and reviews must stand.</summary>
    /// <param name="series">The series with updates.</param>
    /// <param name="history">The stored commits.</param>
    public void Write(IReadOnlyList<FoundSeries> series, StoredHistory history)
    {
        var releases = context.Releases.Where(r => r.State == ReleaseState.Released).Select(r => new { r.Id, r.CommitId, r.Version }).ToDictionary(r => r.Id);
        var reviews = context.ReviewRounds.GroupBy(r => r.SeriesId).Select(g => new { g.Key, Since = g.Max(r => r.Since) }).ToDictionary(g => g.Key, g => g.Since);
        var now = Now();
        context.StableSeries.ExecuteDelete();
        using var table = BulkTable.Insert<StableSeries>(context);
        foreach (var found in series)
        {
            var newest = found.Updates.Select(u => history.Commits[u.Range.Point.Node].CommitTime).DefaultIfEmpty(long.MinValue).Max();
            reviews.Remove(found.Id, out var since);
            table.Write(Row(found.Version, found.BaseNode is { } node ? history.Commits[node].Id : null, Math.Max(newest, since), now));
        }
        foreach (var (id, since) in reviews)
        {
            var release = releases.GetValueOrDefault(id);
            table.Write(Row(KernelVersion.OfSortKey(id), release?.CommitId, since, now));
        }
    }

    /// <summary>Whether a row says of support and end of life what the reviewed list says today.</summary>
    public static bool IsCurrent(StableSeries row) => SeriesList.Of(row.Name) is var term && row.Support == term.Support && row.EndOfLife == Seconds(term.EndOfLife);

    /// <summary>
    /// The newest commit that any tree stands for: what is told of a series is told as of that moment, so that an old
    /// clone, or the sample, reads as it did in its time.
    /// </summary>
    private long Now()
    {
        var tips = context.TrackedTrees.Where(t => t.TipSha != null).Join(context.Commits, t => t.TipSha, c => c.Sha, (_, c) => (long?)c.CommitTime).Max();
        return Math.Max(tips ?? 0, Math.Max(context.StableUpdates.Max(u => (long?)u.Time) ?? 0, context.ReviewRounds.Max(r => (long?)r.Since) ?? 0));
    }

    private static StableSeries Row(KernelVersion version, int? baseCommit, long newest, long now)
    {
        var name = StableVersion.NameOf(version);
        var term = SeriesList.Of(name);
        var end = Seconds(term.EndOfLife);
        return new StableSeries
        {
            Id = version.SortKey,
            Name = name,
            Support = term.Support,
            EndOfLife = end,
            State = end is { } last ? (last <= now ? SeriesState.Ended : SeriesState.Maintained)
                : now - newest <= QuietAfter ? SeriesState.Maintained : SeriesState.Quiet,
            BaseCommitId = baseCommit,
        };
    }

    private static long? Seconds(DateOnly? day) =>
        day is { } date ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds() : null;
}
