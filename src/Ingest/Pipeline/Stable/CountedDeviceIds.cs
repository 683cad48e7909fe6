using KernelTracker.Data;
using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Stable;

/// <summary>
/// Remembers of which updates the device ids were read: they are kept for those that still span the same two commits.
/// </summary>
internal sealed class CountedDeviceIds
{
    private readonly TrackerContext _context;
    private readonly Dictionary<(int SeriesId, int Number), (int Commit, int? Previous, int Count)> _stored;
    private readonly HashSet<(int SeriesId, int Number)> _kept = [];

    /// <summary>Reads what is stored; the updates must not be deleted yet.</summary>
    public CountedDeviceIds(TrackerContext context)
    {
        _context = context;
        var updates = context.StableUpdates.AsNoTracking().ToDictionary(u => (u.SeriesId, u.Number));
        var bases = context.StableSeries.ToDictionary(s => s.Id, s => s.BaseCommitId);
        _stored = updates.Values.Where(u => u.DeviceIds is not null)
            .ToDictionary(u => (u.SeriesId, u.Number), u => (u.CommitId, Previous(u), u.DeviceIds!.Value));

        int? Previous(StableUpdate update) => update.PreviousNumber switch
        {
            null => null,
            0 => bases.GetValueOrDefault(update.SeriesId),
            { } number => updates.GetValueOrDefault((update.SeriesId, number))?.CommitId,
        };
    }

    /// <summary>The number of ids of an update; null when they have to be read.</summary>
    public int? Of(StableUpdate update, int? previousCommit)
    {
        if (!_stored.TryGetValue((update.SeriesId, update.Number), out var old) || old.Commit != update.CommitId || old.Previous != previousCommit)
            return null;
        _kept.Add((update.SeriesId, update.Number));
        return old.Count;
    }

    /// <summary>Drops the ids of updates that are no more or span other commits, in the context's current transaction.</summary>
    public void DropOthers()
    {
        foreach (var (series, number) in _context.StableDeviceIds.Select(d => new { d.SeriesId, d.Number }).Distinct().AsEnumerable().Select(d => (d.SeriesId, d.Number)).Where(d => !_kept.Contains(d)).ToList())
            _context.StableDeviceIds.Where(d => d.SeriesId == series && d.Number == number).ExecuteDelete();
    }
}
