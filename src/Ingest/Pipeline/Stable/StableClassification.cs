using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;

namespace KernelTracker.Ingest.Pipeline.Stable;

/// <summary>Sets subsystem and area of stable changesets.</summary>
internal sealed class StableClassification(TrackerContext context, StoredHistory history, KernelFiles files)
{
    /// <summary>Classifies the changesets of all updates that mainline does not reach, and writes what changed.</summary>
    /// <param name="series">The series.</param>
    /// <param name="areasToo">Whether the rules for areas have changed.</param>
    /// <param name="cancel">Stops it.</param>
    public void Run(IReadOnlyList<FoundSeries> series, bool areasToo, CancellationToken cancel)
    {
        var maintainers = context.Releases.Where(r => r.MaintainersSha != null).OrderBy(r => r.Id).Select(r => new { r.Id, r.MaintainersSha }).AsEnumerable()
            .Select(r => (r.Id, File: new ObjectId(r.MaintainersSha!))).ToList();
        var stage = new SubsystemStage(context, files);
        var rules = new Dictionary<int, ReleaseSubsystems?>();
        foreach (var found in series)
        {
            var subsystems = FileFor(found.Id) is { } file ? stage.Rules(file) : null;
            foreach (var node in found.Updates.SelectMany(u => u.Changesets(history)).Where(n => history.Commits[n].ReleaseId is null))
                rules.TryAdd(history.Commits[node].Id, subsystems);
        }
        var interning = Interning.Load(context);
        var commits = history.Commits.Where(c => rules.ContainsKey(c.Id)).ToList();
        new ClassificationStage(context, interning).Run(commits, c => rules[c.Id], areasToo, cancel);
        Write(interning, commits);

        // The file of the base release; where mainline's history does not hold it, the nearest later release's, else the last.
        ObjectId? FileFor(int id) =>
            maintainers.Count == 0 ? null
            : maintainers.FindIndex(m => m.Id >= id) is var index and >= 0 ? maintainers[index].File
            : maintainers[^1].File;
    }

    private void Write(Interning interning, List<StoredCommit> commits)
    {
        using (var parts = BulkTable.Insert<AreaPart>(context))
            interning.NewParts.ForEach(parts.Write);
        interning.Written();
        using var table = BulkTable.Update<Commit>(context, nameof(Commit.Area), nameof(Commit.AreaPartId), nameof(Commit.SubsystemId));
        foreach (var commit in commits.Where(c => c.IsChanged))
            table.Write(new Commit { Id = commit.Id, Sha = [], Subject = "", Area = commit.Area, AreaPartId = commit.AreaPartId, SubsystemId = commit.SubsystemId });
    }
}
