using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Kernel.Sources;
using KernelTracker.Ingest.Pipeline.Hardware;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Stable;

/// <summary>
/// Finds the device ids that the updates of a tree brought to drivers: those that the sources touched by an update have
/// at its tag, and none of them had at the update before. Each update is read once, in one transaction.
/// </summary>
internal sealed class StableDeviceIds(TrackerContext context, GitRepository repository, TrackedTree tree, TreeEvents events, TimeProvider clock)
{
    private const int ReadAtOnce = 4;

    private readonly HeaderCache _headers = new();

    /// <summary>Reads the updates that were not read yet.</summary>
    /// <param name="progress">Told after each update, inside its transaction: done, total.</param>
    /// <param name="cancel">Stops it after the update at hand.</param>
    /// <returns>How many updates were read; those from the first whose tree is missing or corrupt are not, which an event tells.</returns>
    public int Run(Action<int, int> progress, CancellationToken cancel)
    {
        var pending = context.StableUpdates.AsNoTracking().Where(u => u.TrackedTreeId == tree.Id && u.PreviousNumber != null && u.DeviceIds == null)
            .OrderBy(u => u.SeriesId).ThenBy(u => u.Number).ToList();
        for (var i = 0; i < pending.Count; i++)
        {
            try
            {
                Read(pending[i], () => progress(i + 1, pending.Count), cancel);
                _headers.Trim();
            }
            catch (GitObjectException e)
            {
                var detail = $"The device ids of {pending[i].Version} and later are not read: {e.Message}";
                if (!context.TreeEvents.Any(t => t.Detail == detail))
                    events.Add("unreadable object", detail);
                return i;
            }
        }
        return pending.Count;
    }

    private void Read(StableUpdate update, Action alongside, CancellationToken cancel)
    {
        var (before, after) = (Sha(Previous(update)), Sha(update.CommitId));
        var touched = (
            from changeset in context.StableChangesets
            where changeset.SeriesId == update.SeriesId && changeset.Number == update.Number
            join change in context.FileChanges on changeset.CommitId equals change.CommitId
            join path in context.Paths on change.PathId equals path.Id
            select new { changeset.CommitId, change.PathId, path.Name }).AsEnumerable()
            .Where(t => SourceFormats.Of(t.Name) == SourceFormat.C)
            .GroupBy(t => (t.PathId, t.Name), t => t.CommitId).OrderBy(g => g.Key.Name, StringComparer.Ordinal).ToList();
        var read = OrderedParallel.Run(touched, () => new SourceFileReader(repository, _headers),
            (reader, file) => (Before: reader.TablesAt(before, file.Key.Name), After: reader.TablesAt(after, file.Key.Name)), cancel, ReadAtOnce).ToList();
        var known = read.SelectMany(r => r.Before?.Ids ?? []).Select(Key).ToHashSet();
        var rows = new List<StableDeviceId>();
        foreach (var (file, facts) in touched.Zip(read))
        {
            var changesets = file.Distinct().ToList();
            foreach (var id in facts.After?.Ids ?? [])
            {
                if (known.Contains(Key(id)))
                    continue;
                rows.Add(new StableDeviceId
                {
                    SeriesId = update.SeriesId,
                    Number = update.Number,
                    Ordinal = rows.Count + 1,
                    PathId = file.Key.PathId,
                    Bus = id.Match.Bus,
                    Text = id.Match.Text,
                    CommitId = changesets.Count == 1 ? changesets[0] : null,
                });
            }
        }
        Write(update, rows, alongside);
    }

    private static (DeviceBus, string) Key(DeviceIdFact id) => (id.Match.Bus, id.Match.Text);

    private int Previous(StableUpdate update) => update.PreviousNumber == 0
        ? context.StableSeries.Where(s => s.Id == update.SeriesId).Select(s => s.BaseCommitId!.Value).Single()
        : context.StableUpdates.Where(u => u.SeriesId == update.SeriesId && u.Number == update.PreviousNumber).Select(u => u.CommitId).Single();

    private ObjectId Sha(int commitId) => new(context.Commits.Where(c => c.Id == commitId).Select(c => c.Sha).Single());

    private void Write(StableUpdate update, List<StableDeviceId> rows, Action alongside)
    {
        using var transaction = context.Database.BeginTransaction();
        using (var table = BulkTable.Insert<StableDeviceId>(context))
            rows.ForEach(table.Write);
        using (var updates = BulkTable.Update<StableUpdate>(context, nameof(StableUpdate.DeviceIds)))
        {
            update.DeviceIds = rows.Count;
            updates.Write(update);
        }
        context.States.ExecuteUpdate(s => s
            .SetProperty(x => x.DataVersion, x => x.DataVersion + 1)
            .SetProperty(x => x.PublishedAt, clock.GetUtcNow().ToUnixTimeSeconds()));
        alongside();
        transaction.Commit();
    }
}
