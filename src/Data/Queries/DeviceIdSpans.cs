using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>A device id over all releases that have it in one driver, wherever the driver's file was moved.</summary>
/// <param name="First">The first row of the id.</param>
/// <param name="Last">The last row of the id: where it is now or was last.</param>
/// <param name="AdditionId">The addition it belongs to; null when none.</param>
internal sealed record DeviceIdSpan(DeviceId First, DeviceId Last, int? AdditionId);

/// <summary>Joins the rows of device ids to spans.</summary>
internal static class DeviceIdSpans
{
    /// <summary>The spans of rows; all rows of an id must be there. An id that is gone from one file and appears in another in the same release was moved.</summary>
    public static IReadOnlyList<DeviceIdSpan> Of(IEnumerable<DeviceId> rows)
    {
        var spans = new List<DeviceIdSpan>();
        foreach (var id in rows.GroupBy(r => (r.Bus, Text: r.Text.ToUpperInvariant())))
        {
            var open = new List<DeviceIdSpan>();
            foreach (var row in id.OrderBy(r => r.AddedReleaseId).ThenBy(r => r.Id))
            {
                var at = row.IsInitial ? -1 : open.FindIndex(s => s.Last.RemovedReleaseId == row.AddedReleaseId);
                if (at < 0)
                    open.Add(new DeviceIdSpan(row, row, row.AdditionId));
                else
                    open[at] = open[at] with { Last = row, AdditionId = open[at].AdditionId ?? row.AdditionId };
            }
            spans.AddRange(open);
        }
        return spans;
    }

    /// <summary>All rows of the ids that some rows have, whichever file they are in.</summary>
    public static async Task<List<DeviceId>> SiblingsAsync(TrackerContext context, IReadOnlyList<DeviceId> rows, CancellationToken cancellation)
    {
        var all = new List<DeviceId>();
        var names = rows.Where(r => r.Name is not null).Select(r => r.Name!).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (names.Count > 0)
            all.AddRange(await context.DeviceIds.Where(d => d.Name != null && EF.Parameter(names).Contains(d.Name)).ToListAsync(cancellation));
        foreach (var group in rows.Where(r => r.Name is null).GroupBy(r => (r.Bus, r.Vendor)))
        {
            var (bus, vendor) = group.Key;
            var devices = group.Where(r => r.Device is not null).Select(r => r.Device!.Value).Distinct().ToList();
            var isAny = group.Any(r => r.Device is null);
            all.AddRange(await context.DeviceIds
                .Where(d => d.Bus == bus && d.Vendor == vendor && (d.Device == null ? isAny : EF.Parameter(devices).Contains(d.Device.Value)))
                .ToListAsync(cancellation));
        }
        var wanted = rows.Select(r => (r.Bus, r.Text.ToUpperInvariant())).ToHashSet();
        return [.. all.Where(r => wanted.Contains((r.Bus, r.Text.ToUpperInvariant()))).DistinctBy(r => r.Id)];
    }
}
