using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Pipeline.Hardware;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Knows which releases a stage has read, and in which state.</summary>
/// <typeparam name="T">The stage's row for a release.</typeparam>
/// <param name="context">The database.</param>
/// <param name="rulesVersion">The rules of today.</param>
/// <param name="row">Makes the row of a release that was read by them.</param>
internal sealed class ReleaseReadings<T>(TrackerContext context, string rulesVersion, Func<ReleaseSpan, T> row) where T : class, IReleaseReading
{
    /// <summary>The releases to read: the first that was not read in its present state, and all after it.</summary>
    public IReadOnlyList<ReleaseSpan> Pending(IReadOnlyList<ReleaseSpan> releases)
    {
        var read = Rows().ToDictionary(r => r.ReleaseId);
        var first = 0;
        while (first < releases.Count && read.TryGetValue(releases[first].Id, out var reading) && IsOf(reading, releases[first]))
            first++;
        return [.. releases.Skip(first)];
    }

    /// <summary>The releases that were read and have to be forgotten, newest first.</summary>
    public IReadOnlyList<int> ToForget(IReadOnlyList<ReleaseSpan> pending, IReadOnlyList<ReleaseSpan> releases)
    {
        var keep = releases.Select(r => r.Id).Except(pending.Select(r => r.Id)).ToHashSet();
        return [.. Rows().Select(r => r.ReleaseId).Where(id => !keep.Contains(id)).OrderDescending()];
    }

    /// <summary>By release, the commit that was read by the rules of today.</summary>
    public IReadOnlyDictionary<int, ObjectId> Tips() => Rows().Where(r => r.RulesVersion == rulesVersion).ToDictionary(r => r.ReleaseId, r => new ObjectId(r.TipSha));

    /// <summary>Notes that a release was read.</summary>
    public void Note(ReleaseSpan release)
    {
        using var table = BulkTable.Insert<T>(context, replace: true);
        table.Write(row(release));
    }

    /// <summary>Notes that a release is not read any more.</summary>
    public void Forget(int releaseId) => context.Set<T>().Where(r => r.ReleaseId == releaseId).ExecuteDelete();

    private IEnumerable<T> Rows() => context.Set<T>().AsNoTracking().AsEnumerable();

    private bool IsOf(T reading, ReleaseSpan release) =>
        reading.RulesVersion == rulesVersion
        && new ObjectId(reading.TipSha) == release.Tip
        && (reading.BaseSha is null ? release.Base is null : release.Base is { } b && b == new ObjectId(reading.BaseSha));
}
