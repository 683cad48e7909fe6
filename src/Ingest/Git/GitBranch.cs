using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Git;

/// <summary>A branch of a repository.</summary>
/// <param name="Name">Its name without refs/heads/; of a remote's branch with the remote's name before it: "origin/master".</param>
/// <param name="Tip">What it points to.</param>
internal sealed record GitBranch(string Name, ObjectId Tip);
