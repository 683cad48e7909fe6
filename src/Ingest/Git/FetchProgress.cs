namespace KernelTracker.Ingest.Git;

/// <summary>How far a clone or fetch has come.</summary>
/// <param name="ReceivedObjects">Objects received.</param>
/// <param name="IndexedObjects">Objects indexed.</param>
/// <param name="TotalObjects">Objects in all; 0 when not known yet.</param>
/// <param name="ReceivedBytes">Bytes received.</param>
internal readonly record struct FetchProgress(int ReceivedObjects, int IndexedObjects, int TotalObjects, long ReceivedBytes);
