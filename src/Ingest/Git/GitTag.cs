using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Git;

/// <summary>A tag ref.</summary>
/// <param name="Name">Name without refs/tags/.</param>
/// <param name="ObjectId">What the ref holds: a tag object, or the tagged object itself.</param>
/// <param name="CommitId">The commit behind all tag objects; null when it is a tree, a blob, or missing.</param>
internal sealed record GitTag(string Name, ObjectId ObjectId, ObjectId? CommitId);
