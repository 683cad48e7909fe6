using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Knows which releases have been read for hardware, and in which state.</summary>
internal sealed class HardwareReadings(TrackerContext context, string rulesVersion)
{
    /// <summary>The releases to read: the first that was not read in its present state, and all after it.</summary>
    public IReadOnlyList<ReleaseSpan> Pending(IReadOnlyList<ReleaseSpan> releases)
    {
        var read = context.HardwareReadings.ToDictionary(r => r.ReleaseId);
        var first = 0;
        while (first < releases.Count && read.TryGetValue(releases[first].Id, out var reading) && IsOf(reading, releases[first]))
            first++;
        return [.. releases.Skip(first)];
    }

    /// <summary>The releases that were read and have to be forgotten, newest first.</summary>
    public IReadOnlyList<int> ToForget(IReadOnlyList<ReleaseSpan> pending, IReadOnlyList<ReleaseSpan> releases)
    {
        var keep = releases.Select(r => r.Id).Except(pending.Select(r => r.Id)).ToHashSet();
        return [.. context.HardwareReadings.Select(r => r.ReleaseId).AsEnumerable().Where(id => !keep.Contains(id)).OrderDescending()];
    }

    /// <summary>Notes that a release was read.</summary>
    public void Note(ReleaseSpan release)
    {
        using var table = BulkTable.Insert<HardwareReading>(context, replace: true);
        table.Write(new HardwareReading { ReleaseId = release.Id, TipSha = release.Tip.ToBytes(), BaseSha = release.Base?.ToBytes(), RulesVersion = rulesVersion });
    }

    /// <summary>Notes that a release is not read any more.</summary>
    public void Forget(int releaseId) => context.HardwareReadings.Where(r => r.ReleaseId == releaseId).ExecuteDelete();

    private bool IsOf(HardwareReading reading, ReleaseSpan release) =>
        reading.RulesVersion == rulesVersion
        && new ObjectId(reading.TipSha) == release.Tip
        && (reading.BaseSha is null ? release.Base is null : release.Base is { } b && b == new ObjectId(reading.BaseSha));
}
