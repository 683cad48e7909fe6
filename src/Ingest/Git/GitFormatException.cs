namespace KernelTracker.Ingest.Git;

/// <summary>The bytes of an object do not follow git's format.</summary>
internal sealed class GitFormatException(string message) : Exception(message);
