using KernelTracker.Data.Model;
using KernelTracker.Ingest.Classification;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>All that is read from one commit on its own, without the rest of the history.</summary>
/// <param name="Id">Its object name.</param>
/// <param name="Object">The commit object.</param>
/// <param name="Message">Its message taken apart.</param>
/// <param name="Repairs">The commits that it says it fixes or reverts; none for merges.</param>
/// <param name="Changes">Changed paths against the first parent, renames found; none for merges.</param>
/// <param name="Verdict">What it is about.</param>
/// <param name="Marks">What was odd.</param>
/// <param name="Problem">Why its changes could not be read; null when they could.</param>
internal sealed record CommitFacts(
    ObjectId Id,
    CommitObject Object,
    ParsedMessage Message,
    IReadOnlyList<(RepairKind Kind, string Id)> Repairs,
    IReadOnlyList<RawChange> Changes,
    AreaVerdict Verdict,
    CommitMarks Marks,
    string? Problem);
