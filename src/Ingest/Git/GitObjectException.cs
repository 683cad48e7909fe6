using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Git;

/// <summary>An object is missing, corrupt or not of the kind that its place calls for.</summary>
internal sealed class GitObjectException(ObjectId objectId, string message) : Exception(message)
{
    /// <summary>The object.</summary>
    public ObjectId ObjectId { get; } = objectId;
}
