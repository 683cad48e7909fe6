using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Kernel;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Keeps which changesets fix or revert which: read with each commit, and led to the repaired commits at the end of a pass.</summary>
internal sealed class RepairStage(TrackerContext context)
{
    /// <summary>Writes what a commit says; where it leads is found later.</summary>
    public static void Write(BulkTable<Repair> table, int commitId, IReadOnlyList<(RepairKind Kind, string Id)> repairs)
    {
        for (var i = 0; i < repairs.Count; i++)
            table.Write(new Repair { CommitId = commitId, Ordinal = i, Kind = repairs[i].Kind, Written = repairs[i].Id, State = MentionState.NotHeld });
    }

    /// <summary>Reads every stored message again: the rules for reading them have changed.</summary>
    public void ReadAgain(CancellationToken cancel)
    {
        context.Repairs.ExecuteDelete();
        var ids = context.Commits.Where(c => !c.IsMerge).OrderBy(c => c.Id).Select(c => c.Id).ToList();
        using var table = BulkTable.Insert<Repair>(context);
        foreach (var (id, message) in StoredMessages.Read(context, ids))
        {
            cancel.ThrowIfCancellationRequested();
            Write(table, id, RepairLines.Read(message));
        }
    }

    /// <summary>Finds the commits that the written ids lead to, and writes what is another than before.</summary>
    public void Resolve(CommitNames names)
    {
        using var table = BulkTable.Update<Repair>(context, nameof(Repair.State), nameof(Repair.TargetCommitId));
        foreach (var repair in context.Repairs.AsNoTracking().ToList())
        {
            var (state, target) = names.Find(repair.Written);
            if ((repair.State, repair.TargetCommitId) == (state, target))
                continue;
            (repair.State, repair.TargetCommitId) = (state, target);
            table.Write(repair);
        }
    }
}
