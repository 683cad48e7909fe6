using KernelTracker.Data;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>
/// Keeps the history of the configuration symbols: definitions by spans of releases, and what happened to each symbol
/// with its changeset.
/// </summary>
/// <param name="context">The database.</param>
/// <param name="texts">Reads the trees.</param>
/// <param name="kbuild">Tells renamed symbols by the objects that they build.</param>
/// <param name="interning">Numbers paths; the caller writes <see cref="Interning.NewPaths"/> in the same transaction.</param>
/// <param name="events">Told of files that cannot be read.</param>
internal sealed class KconfigStage(TrackerContext context, TreeText texts, KbuildIndex kbuild, Interning interning, TreeEvents events)
{
    /// <summary>Takes back everything that releases from this one on brought, so that they can be applied again.</summary>
    public void ForgetFrom(int releaseId) => throw new NotImplementedException($"{context} {texts} {kbuild} {interning} {events} {releaseId}");

    /// <summary>Writes what a release did; the releases before it are applied already, this one and later ones are not.</summary>
    public KconfigChanges Apply(ReleaseStep step) => throw new NotImplementedException(step.Version);
}
