using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Pipeline.Vulnerabilities;

/// <summary>Where a version stands among the series.</summary>
/// <param name="SeriesId"><see cref="KernelVersion.SortKey"/> of the mainline release.</param>
/// <param name="Number">Number of the update; 0 for the mainline release itself, and its candidates.</param>
internal readonly record struct VersionPlace(int SeriesId, int Number)
{
    /// <summary>The place of a version as written in a record; null for none.</summary>
    public static VersionPlace? Of(string? version)
    {
        if (StableVersion.TryParse(version, out var update))
            return new VersionPlace(update.Series.SortKey, update.Number);
        return KernelVersion.TryParse(version, out var release) ? new VersionPlace(release.SortKey, 0) : null;
    }
}
