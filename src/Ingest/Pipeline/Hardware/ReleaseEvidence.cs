using KernelTracker.Ingest.Kernel.Sources;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Everything that was read of a release, from which its hardware additions are made.</summary>
/// <param name="Step">The release.</param>
/// <param name="Kconfig">What happened to symbols.</param>
/// <param name="Sources">New ids and machines.</param>
/// <param name="Kbuild">What builds what at the release.</param>
/// <param name="FactsOf">What a file says at the release.</param>
/// <param name="KnownParts">Part numbers that the release before knew.</param>
/// <param name="KnownIds">Device ids that its drivers had.</param>
/// <param name="Names">Names of ids.</param>
/// <param name="Before">Texts of the release before and of messages.</param>
/// <param name="OlderDrivers">Drivers of the release before in other places.</param>
/// <param name="Existing">What its drivers tell of devices that are added to them.</param>
/// <param name="Guarded">Which of their ids hang on a symbol.</param>
internal sealed record ReleaseEvidence(
    ReleaseStep Step, KconfigChanges Kconfig, SourceChanges Sources, KbuildIndex Kbuild, Func<string, SourceFacts> FactsOf, KnownParts KnownParts, KnownIds KnownIds, IdNames Names, OlderSupport Before, OlderDrivers OlderDrivers, ExistingDriver Existing, GuardedIds Guarded)
{
    /// <summary>The files that the release brought.</summary>
    public NewFiles NewFiles { get; } = new(Step);
}
