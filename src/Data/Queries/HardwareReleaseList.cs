using KernelTracker.Data.Model;

namespace KernelTracker.Data.Queries;

/// <summary>An addition within a stretch of a release.</summary>
/// <param name="Item">The addition.</param>
/// <param name="IsNewest">It came in on the last day of the stretch that brought any.</param>
public sealed record HardwareEntry(HardwareItem Item, bool IsNewest);

/// <summary>A heading of the list with its additions.</summary>
/// <param name="Category">The heading.</param>
/// <param name="Entries">Its additions by name.</param>
public sealed record HardwareGroup(HardwareCategory Category, IReadOnlyList<HardwareEntry> Entries);

/// <summary>The hardware that a stretch of a release newly supports.</summary>
/// <param name="Range">The stretch.</param>
/// <param name="IsRead">The release's hardware has been read; false: the list says nothing yet.</param>
/// <param name="Groups">Headings with additions, in the order pages list them.</param>
/// <param name="Withdrawn">What came and went again by the end of the stretch, by name.</param>
/// <param name="NewestDay">The last day of the stretch that brought any; null when none did.</param>
public sealed record HardwareReleaseList(
    ReleaseRange Range, bool IsRead, IReadOnlyList<HardwareGroup> Groups, IReadOnlyList<HardwareItem> Withdrawn, DateOnly? NewestDay)
{
    /// <summary>How many additions there are.</summary>
    public int Count => Groups.Sum(g => g.Entries.Count);
}

/// <summary>How much hardware a release added.</summary>
/// <param name="Version">The release.</param>
/// <param name="Additions">Its additions; null when its hardware has not been read.</param>
/// <param name="Withdrawn">Those that came and went within it.</param>
public sealed record HardwareReleaseCount(string Version, int? Additions, int Withdrawn);
