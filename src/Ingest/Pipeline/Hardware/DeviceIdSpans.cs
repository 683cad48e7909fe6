using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>The device ids of the release last read, by file, and what is to be written of the next.</summary>
internal sealed class DeviceIdSpans
{
    private readonly Dictionary<int, List<DeviceId>> _byPath = [];
    private readonly Dictionary<(DeviceBus, string), int> _counts = [];
    private readonly List<DeviceId> _added = [];
    private readonly List<DeviceId> _removed = [];
    private int _nextId;

    private DeviceIdSpans(TrackerContext context)
    {
        _nextId = (context.DeviceIds.Max(d => (int?)d.Id) ?? 0) + 1;
        foreach (var row in context.DeviceIds.AsNoTracking().Where(d => d.RemovedReleaseId == null).OrderBy(d => d.Id))
            Add(row);
    }

    /// <summary>Reads what the database has.</summary>
    public static DeviceIdSpans Load(TrackerContext context) => new(context);

    /// <summary>The ids of a file; none when it has none.</summary>
    public IReadOnlyList<DeviceId> Of(int pathId) => _byPath.TryGetValue(pathId, out var rows) ? rows : [];

    /// <summary>Whether any file has an id.</summary>
    public bool Has(DeviceBus bus, string text) => _counts.ContainsKey((bus, text));

    /// <summary>Adds and removes ids, once all that compare with the release before is done.</summary>
    public void Change(IEnumerable<DeviceId> added, IEnumerable<DeviceId> removed, int releaseId)
    {
        foreach (var row in removed)
        {
            row.RemovedReleaseId = releaseId;
            _removed.Add(row);
            Remove(row);
        }
        foreach (var row in added)
        {
            row.Id = _nextId++;
            _added.Add(row);
            Add(row);
        }
    }

    /// <summary>Writes the changes, in the caller's transaction.</summary>
    public void Write(TrackerContext context)
    {
        using (var update = BulkTable.Update<DeviceId>(context, nameof(DeviceId.RemovedReleaseId)))
            _removed.ForEach(update.Write);
        using (var insert = BulkTable.Insert<DeviceId>(context))
            _added.ForEach(insert.Write);
        _removed.Clear();
        _added.Clear();
    }

    private void Add(DeviceId row)
    {
        if (!_byPath.TryGetValue(row.PathId, out var rows))
            _byPath.Add(row.PathId, rows = []);
        rows.Add(row);
        _counts[(row.Bus, row.Text)] = _counts.GetValueOrDefault((row.Bus, row.Text)) + 1;
    }

    private void Remove(DeviceId row)
    {
        var rows = _byPath[row.PathId];
        rows.Remove(row);
        if (rows.Count == 0)
            _byPath.Remove(row.PathId);
        if (--_counts[(row.Bus, row.Text)] == 0)
            _counts.Remove((row.Bus, row.Text));
    }
}
