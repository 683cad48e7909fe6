using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Git;

/// <summary>A tag as it stands in the repository.</summary>
/// <param name="Name">Name without refs/tags/.</param>
/// <param name="ObjectId">What the ref holds: a tag object, or the object itself.</param>
/// <param name="CommitId">The commit behind it; null when it leads to something else or to a missing object.</param>
internal sealed record GitTag(string Name, ObjectId ObjectId, ObjectId? CommitId);
