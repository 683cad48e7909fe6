using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>
/// What lies between two releases, as the stages that read hardware see it: the files that differ between their trees,
/// and which changesets of the range touched them. Steps are worked on in the order of the releases.
/// </summary>
/// <param name="ReleaseId">The release.</param>
/// <param name="Version">Its tag name.</param>
/// <param name="PreviousId">The release before; null for the first one, whose whole tree counts as added.</param>
/// <param name="TipTree">Tree of the release, or of the branch tip while it is in the making.</param>
/// <param name="BaseTree">Tree of the release before; null for the first one.</param>
/// <param name="Changes">Files that differ between the two trees, renames not joined, in path order.</param>
/// <param name="Touched">The changesets of the range by path.</param>
internal sealed record ReleaseStep(
    int ReleaseId, string Version, int? PreviousId, ObjectId TipTree, ObjectId? BaseTree, IReadOnlyList<RawChange> Changes, TouchedPaths Touched)
{
    /// <summary>Whether this is the first release of the history: what it has may be older than it.</summary>
    public bool IsInitial => PreviousId is null;
}

/// <summary>A changeset of a release's range.</summary>
/// <param name="Id">Row of the commit; parents have lower numbers than their children.</param>
/// <param name="Sha">Its object name.</param>
/// <param name="Subject">Its subject.</param>
internal sealed record RangeChangeset(int Id, ObjectId Sha, string Subject);

/// <summary>What a changeset did to a path.</summary>
/// <param name="Changeset">The changeset.</param>
/// <param name="Kind">What it did.</param>
/// <param name="OldPath">The path before a rename; else null.</param>
internal sealed record PathTouch(RangeChangeset Changeset, ChangeKind Kind, string? OldPath);

/// <summary>The changesets of a range by the paths that they touched.</summary>
/// <param name="Changesets">All changesets of the range, parents before children.</param>
/// <param name="ByPath">By path after the change (before it, for deletions): what was done to it, in the order of the changesets.</param>
internal sealed record TouchedPaths(IReadOnlyList<RangeChangeset> Changesets, IReadOnlyDictionary<string, List<PathTouch>> ByPath)
{
    /// <summary>What was done to a path; nothing when no changeset of the range touched it.</summary>
    public IReadOnlyList<PathTouch> Of(string path) => ByPath.TryGetValue(path, out var touches) ? touches : [];

    /// <summary>The first changeset that added the path or renamed another to it; null when a merge did.</summary>
    public RangeChangeset? Adder(string path) =>
        Of(path).FirstOrDefault(t => t.Kind is ChangeKind.Added or ChangeKind.Renamed)?.Changeset;
}
