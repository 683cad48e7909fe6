using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Classification;

/// <summary>Where a changeset or pull belongs.</summary>
/// <param name="Area">The area.</param>
/// <param name="Part">The finer part, for instance "Staging", "x86", "XFS"; null when there is none.</param>
internal readonly record struct AreaVerdict(Area Area, string? Part);
