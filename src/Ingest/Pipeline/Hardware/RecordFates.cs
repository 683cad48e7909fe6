using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>What becomes of hardware additions in later releases: their files move, perhaps out of staging, or are removed.</summary>
internal sealed class RecordFates(TrackerContext context, Interning interning)
{
    private const string StagingFolder = "drivers/staging/";

    /// <summary>Marks the records of earlier releases whose files this release moved or deleted.</summary>
    /// <param name="step">The release.</param>
    /// <param name="exists">Whether the release has a file of that path.</param>
    public void Apply(ReleaseStep step, Func<string, bool> exists)
    {
        if (step.IsInitial)
            return;
        var deleted = step.Changes.Where(c => c.Kind == ChangeKind.Deleted).Select(c => c.Path).ToHashSet();
        var moves = step.Touched.ByPath.SelectMany(p => p.Value, (p, touch) => (OldPath: touch.OldPath ?? "", Move: new Move(p.Key, touch.Changeset)))
            .Where(m => deleted.Contains(m.OldPath) && exists(m.Move.NewPath)).ToLookup(m => m.OldPath, m => m.Move);
        using var rows = BulkTable.Update<HardwareAddition>(context, nameof(HardwareAddition.GraduatedReleaseId), nameof(HardwareAddition.RemovedReleaseId));
        using var evidence = BulkTable.Insert<HardwareChangeset>(context, replace: true);
        using var files = BulkTable.Insert<HardwareFile>(context, replace: true);
        foreach (var record in Touched(step, deleted))
        {
            var moved = record.Files.Where(deleted.Contains).SelectMany(f => moves[f], (f, move) => (OldPath: f, Move: move)).ToList();
            foreach (var (_, move) in moved)
                files.Write(new HardwareFile { AdditionId = record.Id, PathId = interning.Path(move.NewPath), ReleaseId = step.ReleaseId });
            var graduation = moved.Where(m => IsStaging(m.OldPath) && !IsStaging(m.Move.NewPath)).Select(m => m.Move.Changeset).ToList();
            var isGone = moved.Count == 0 && !record.Files.Exists(f => exists(f));
            if (graduation.Count == 0 && !isGone)
                continue;
            var removal = isGone ? record.Files.SelectMany(step.Touched.Of).Where(t => t.Kind == ChangeKind.Deleted).Select(t => t.Changeset) : [];
            foreach (var changeset in (isGone ? removal : graduation).Select(c => c.Id).Distinct())
                evidence.Write(new HardwareChangeset { AdditionId = record.Id, CommitId = changeset, Role = isGone ? EvidenceRole.Removal : EvidenceRole.Graduation });
            rows.Write(new HardwareAddition
            {
                Id = record.Id,
                Key = "",
                Name = "",
                Kind = "",
                GraduatedReleaseId = graduation.Count > 0 ? step.ReleaseId : record.Graduated,
                RemovedReleaseId = isGone ? step.ReleaseId : null,
            });
        }
    }

    /// <summary>Takes back what releases from this one on did.</summary>
    public void ForgetFrom(int releaseId)
    {
        var changed = context.HardwareAdditions.Where(a => a.GraduatedReleaseId >= releaseId || a.RemovedReleaseId >= releaseId);
        context.HardwareChangesets
            .Where(c => (c.Role == EvidenceRole.Graduation || c.Role == EvidenceRole.Removal)
                && changed.Any(a => a.Id == c.AdditionId)
                && context.Commits.Any(x => x.Id == c.CommitId && x.ReleaseId >= releaseId))
            .ExecuteDelete();
        context.HardwareFiles.Where(f => f.ReleaseId >= releaseId).ExecuteDelete();
        context.HardwareAdditions.Where(a => a.GraduatedReleaseId >= releaseId).ExecuteUpdate(s => s.SetProperty(a => a.GraduatedReleaseId, (int?)null));
        context.HardwareAdditions.Where(a => a.RemovedReleaseId >= releaseId).ExecuteUpdate(s => s.SetProperty(a => a.RemovedReleaseId, (int?)null));
    }

    private static bool IsStaging(string path) => path.StartsWith(StagingFolder, StringComparison.Ordinal);

    /// <summary>The records of earlier releases that had one of the deleted files.</summary>
    private List<EarlierRecord> Touched(ReleaseStep step, HashSet<string> deleted)
    {
        var files =
            from file in context.HardwareFiles
            join addition in context.HardwareAdditions on file.AdditionId equals addition.Id
            join path in context.Paths on file.PathId equals path.Id
            where addition.ReleaseId < step.ReleaseId && !addition.IsWithdrawn && addition.RemovedReleaseId == null
            select new { addition.Id, addition.GraduatedReleaseId, path.Name };
        return [.. files.AsEnumerable().GroupBy(f => (f.Id, f.GraduatedReleaseId))
            .Select(g => new EarlierRecord(g.Key.Id, g.Key.GraduatedReleaseId, [.. g.Select(f => f.Name)]))
            .Where(r => r.Files.Exists(deleted.Contains))];
    }

    private sealed record Move(string NewPath, RangeChangeset Changeset);

    private sealed record EarlierRecord(int Id, int? Graduated, List<string> Files);
}
