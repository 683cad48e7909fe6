namespace KernelTracker.Ingest.Git;

/// <summary>Keeps a bare copy of a remote repository.</summary>
internal static class RemoteTree
{
    /// <summary>Clones into the directory, or brings the copy that is there up to date: branches and tags end up as the remote has them.</summary>
    /// <exception cref="GitRepositoryException">The remote cannot be reached or the directory not be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; what was received stays for the next call.</exception>
    public static void CloneOrFetch(string url, string directory, Action<FetchProgress> progress, CancellationToken ct) => throw new NotImplementedException();
}
