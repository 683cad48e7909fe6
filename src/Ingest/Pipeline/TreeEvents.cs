using KernelTracker.Data;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Notes what a reader should know about a tree; the status page shows it.</summary>
internal sealed class TreeEvents(TrackerContext context, TimeProvider clock, int trackedTreeId)
{
    /// <summary>Notes one happening, in the context's current transaction.</summary>
    public void Add(string kind, string detail)
    {
        context.TreeEvents.Add(new TreeEvent { TrackedTreeId = trackedTreeId, Time = clock.GetUtcNow().ToUnixTimeSeconds(), Kind = kind, Detail = detail });
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    /// <summary>Notes what every pass meets again, once.</summary>
    public void AddOnce(string kind, string detail)
    {
        if (!context.TreeEvents.Any(e => e.Detail == detail))
            Add(kind, detail);
    }
}
