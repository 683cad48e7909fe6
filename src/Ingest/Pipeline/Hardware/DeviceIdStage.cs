using KernelTracker.Data;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Kernel.Sources;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>
/// Keeps the history of the device ids in the drivers' tables, by spans of releases, and tells what a release brought.
/// </summary>
/// <param name="context">The database.</param>
/// <param name="repository">Where the trees are read.</param>
/// <param name="interning">Numbers paths; the caller writes <see cref="Interning.NewPaths"/> in the same transaction.</param>
/// <param name="events">Told of files that cannot be read.</param>
internal sealed class DeviceIdStage(TrackerContext context, GitRepository repository, Interning interning, TreeEvents events) : IDisposable
{
    /// <summary>Takes back everything that releases from this one on brought, so that they can be applied again.</summary>
    public void ForgetFrom(int releaseId) => throw new NotImplementedException($"{context} {repository} {interning} {events} {releaseId}");

    /// <summary>
    /// Works out what a release did; the releases before it are written already, this one and later ones are not.
    /// <see cref="Write"/> must follow before the next step.
    /// </summary>
    public SourceChanges Apply(ReleaseStep step, CancellationToken cancel) => throw new NotImplementedException($"{step} {cancel}");

    /// <summary>What a file says at the tip of the step last applied; nothing when there is no such file.</summary>
    public SourceFacts FactsOf(string path) => throw new NotImplementedException(path);

    /// <summary>Writes what <see cref="Apply"/> worked out, in the caller's transaction.</summary>
    public void Write() => throw new NotImplementedException();

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
