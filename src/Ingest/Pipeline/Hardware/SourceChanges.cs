using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel.Sources;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>What a release's sources support that the release before did not, net of moves and splits.</summary>
/// <param name="Ids">Device ids that no file of the release before had, in path order; nothing for the first release.</param>
/// <param name="Machines">Machine definitions that no file of the release before had, in path order; nothing for the first release.</param>
internal sealed record SourceChanges(IReadOnlyList<IdAddition> Ids, IReadOnlyList<MachineAddition> Machines);

/// <summary>A new device id.</summary>
/// <param name="Row">Its row, not yet written: the caller may set <see cref="DeviceId.AdditionId"/> before <see cref="DeviceIdStage.Write"/>.</param>
/// <param name="Path">The source file.</param>
/// <param name="Changeset">The changeset that added it; null when a merge did.</param>
internal sealed record IdAddition(DeviceId Row, string Path, RangeChangeset? Changeset);

/// <summary>A new machine or board.</summary>
/// <param name="Machine">The definition.</param>
/// <param name="Path">The source file.</param>
/// <param name="Changeset">The changeset that added it; null when a merge did.</param>
internal sealed record MachineAddition(MachineFact Machine, string Path, RangeChangeset? Changeset);
