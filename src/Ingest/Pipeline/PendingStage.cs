using KernelTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>
/// Remembers, in the database, that what depends on several trees has to be computed anew: it outlives a process that
/// is killed between the reading of a tree and the end of the pass.
/// </summary>
internal static class PendingStage
{
    /// <summary>Demands it, in the transaction that makes it necessary.</summary>
    public static void Demand(TrackerContext context) =>
        context.States.ExecuteUpdate(s => s.SetProperty(x => x.IsStageDue, true));

    /// <summary>Whether it is demanded.</summary>
    public static bool IsDue(TrackerContext context) => context.States.Any(s => s.IsStageDue);
}
