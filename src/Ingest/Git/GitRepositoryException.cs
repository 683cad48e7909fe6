namespace KernelTracker.Ingest.Git;

/// <summary>A repository cannot be opened, fetched or read. The message is for the user: what is wrong and what to do.</summary>
internal sealed class GitRepositoryException(string message, Exception? inner = null) : Exception(message, inner);
