using KernelTracker.Data.Model;

namespace KernelTracker.Data.Queries;

/// <summary>A hardware addition to link to.</summary>
/// <param name="Key">Its permanent name in URLs.</param>
/// <param name="Name">"Vendor Part kind".</param>
/// <param name="Category">The heading it is listed under.</param>
/// <param name="Release">The first release with it.</param>
public sealed record HardwareLink(string Key, string Name, HardwareCategory Category, string Release);

/// <summary>A device id of an addition.</summary>
/// <param name="Bus">What it is matched against.</param>
/// <param name="Text">The whole id: "8086:1533".</param>
/// <param name="Label">What the source calls the device; null when nothing.</param>
public sealed record HardwareIdLine(DeviceBus Bus, string Text, string? Label);

/// <summary>A hardware addition as lists show it.</summary>
public sealed record HardwareItem
{
    /// <summary>Its permanent name in URLs.</summary>
    public required string Key { get; init; }

    /// <summary>"Vendor Part kind" as an editor prints it.</summary>
    public required string Name { get; init; }

    /// <summary>The heading it is listed under.</summary>
    public required HardwareCategory Category { get; init; }

    /// <summary>The vendor in its one spelling; null when not known.</summary>
    public required string? Vendor { get; init; }

    /// <summary>What kind of thing it is, as a plural noun.</summary>
    public required string Kind { get; init; }

    /// <summary>Part numbers, models, product names, as printed.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    /// <summary>By what it was recognised.</summary>
    public required AdditionBasis Basis { get; init; }

    /// <summary>Kconfig symbol without CONFIG_; null when not known.</summary>
    public required string? Symbol { get; init; }

    /// <summary>The driver's main source file or folder; null when not known.</summary>
    public required string? Driver { get; init; }

    /// <summary>The kernel module; null when it cannot be one or is not known.</summary>
    public required string? Module { get; init; }

    /// <summary>All its device ids, by bus and text.</summary>
    public required IReadOnlyList<HardwareIdLine> Ids { get; init; }

    /// <summary>The first release with it, and the first -rc of that release.</summary>
    public required ReleasePoint Release { get; init; }

    /// <summary>Its changesets, the first one first.</summary>
    public required IReadOnlyList<ObjectId> Changesets { get; init; }

    /// <summary>The pull that brought the first of them; null when none did.</summary>
    public required PullLink? Pull { get; init; }

    /// <summary>Committer date of the first changeset in its own offset; null when a merge itself brought it.</summary>
    public required DateTimeOffset? Committed { get; init; }

    /// <summary>When mainline got it: committer date of the chain commit that brought it, in its own offset; null when not known.</summary>
    public required DateTimeOffset? Arrived { get; init; }

    /// <summary>It was taken out again before the release was out: no addition of the release.</summary>
    public required bool IsWithdrawn { get; init; }

    /// <summary>The changeset that withdrew it; null when it is not withdrawn or a merge did it.</summary>
    public required ObjectId? RemovalChangeset { get; init; }

    /// <summary>The first release that no longer has it; null while it is supported.</summary>
    public required string? RemovedIn { get; init; }

    /// <summary>The release in which its driver left staging; null when it is still there or never was.</summary>
    public required string? GraduatedIn { get; init; }

    /// <summary>Its name, to link to.</summary>
    public HardwareLink Link => new(Key, Name, Category, Release.Version);
}
