using KernelTracker.Data.Model;
using KernelTracker.Ingest.Classification;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>A hardware addition in the making: evidence is gathered until it is named and written.</summary>
internal sealed class HardwareRecord
{
    /// <summary>By what it was recognised.</summary>
    public required AdditionBasis Basis { get; init; }

    /// <summary>What it hangs on in its permanent name: module, symbol or changeset.</summary>
    public required string Anchor { get; init; }

    /// <summary>The name.</summary>
    public required DeviceName Name { get; set; }

    /// <summary>The Kconfig symbol without CONFIG_.</summary>
    public string? Symbol { get; set; }

    /// <summary>The driver's main source file or folder.</summary>
    public string? Driver { get; set; }

    /// <summary>The module.</summary>
    public string? Module { get; set; }

    /// <summary>The changeset that took it out again within the release; null when none did.</summary>
    public RangeChangeset? RemovedBy { get; set; }

    /// <summary>Whether it came and went within the release.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>What each changeset did for it.</summary>
    public SortedSet<(int CommitId, EvidenceRole Role)> Changesets { get; } = [];

    /// <summary>Its source files.</summary>
    public SortedSet<string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Its device ids.</summary>
    public List<DeviceId> Ids { get; } = [];

    /// <summary>More that a search should find it by: help text, descriptions, labels.</summary>
    public List<string> Texts { get; } = [];

    /// <summary>Notes that a changeset is evidence for it.</summary>
    public void Saw(RangeChangeset? changeset, EvidenceRole role)
    {
        if (changeset is not null)
            Changesets.Add((changeset.Id, role));
    }
}
