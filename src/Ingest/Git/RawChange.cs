using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Git;

/// <summary>One line of `git diff-tree -r --raw`.</summary>
/// <param name="Path">The path after the change; before it, for a deletion.</param>
/// <param name="OldPath">The path before a rename; else null.</param>
/// <param name="Kind">What happened.</param>
/// <param name="OldMode">File mode before, 0 when there was none.</param>
/// <param name="NewMode">File mode after, 0 when there is none.</param>
/// <param name="OldId">Content before, zero when there was none.</param>
/// <param name="NewId">Content after, zero when there is none.</param>
internal sealed record RawChange(
    string Path,
    string? OldPath,
    ChangeKind Kind,
    int OldMode,
    int NewMode,
    ObjectId OldId,
    ObjectId NewId);
