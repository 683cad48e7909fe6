using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel.Interfaces;
using KernelTracker.Ingest.Pipeline.Hardware;

namespace KernelTracker.Ingest.Pipeline.Interfaces;

/// <summary>What is to be read of a release.</summary>
/// <param name="Release">The release.</param>
/// <param name="TipTree">Its tree, or that of the branch tip while it is in the making.</param>
/// <param name="BaseTree">The tree of the release before; null for the first one, whose whole tree is read.</param>
/// <param name="Changesets">Its changesets that are to be read, parents before children.</param>
internal sealed record ReleaseWork(ReleaseSpan Release, ObjectId TipTree, ObjectId? BaseTree, IReadOnlyList<(int Id, ObjectId Sha)> Changesets);

/// <summary>What was read of a release.</summary>
/// <param name="Files">The files that differ from the release before, in path order.</param>
/// <param name="Changes">What the changesets did, in their order; those that did nothing are left out.</param>
/// <param name="Problems">Contents that could not be read, a sentence each.</param>
internal sealed record ReleaseNames(IReadOnlyList<FileNames> Files, IReadOnlyList<ChangesetNames> Changes, IReadOnlyList<string> Problems);

/// <summary>The names in a file of a release.</summary>
/// <param name="Path">The file.</param>
/// <param name="Facts">Its names; null when it cannot be read: then it keeps what it had.</param>
internal sealed record FileNames(string Path, InterfaceFact[]? Facts);

/// <summary>What a changeset did to names.</summary>
/// <param name="CommitId">The changeset.</param>
/// <param name="Changes">What it did.</param>
internal sealed record ChangesetNames(int CommitId, IReadOnlyList<NameChange> Changes);

/// <summary>What a changeset did to a name.</summary>
/// <param name="Kind">What it did.</param>
/// <param name="Fact">The name after it; before it, when removed.</param>
/// <param name="Path">The file after it; before it, when removed.</param>
internal sealed record NameChange(InterfaceChangeKind Kind, InterfaceFact Fact, string Path);
