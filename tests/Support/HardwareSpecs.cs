using KernelTracker.Data.Model;

namespace KernelTracker.Tests.Support;

/// <summary>A hardware addition of a test history. Its changeset is found by subject; its release is the changeset's.</summary>
public sealed record HardwareSpec(string Name, HardwareCategory Category, string Changeset)
{
    public string? Key { get; init; }

    public string? Vendor { get; init; }

    /// <summary>Other spellings of the vendor.</summary>
    public string OtherVendors { get; init; } = "";

    public string Kind { get; init; } = "devices";

    public IReadOnlyList<string> Parts { get; init; } = [];

    public AdditionBasis Basis { get; init; } = AdditionBasis.Driver;

    public string? Symbol { get; init; }

    public string? Driver { get; init; }

    public string? Module { get; init; }

    /// <summary>Ids; their release and driver are those of the addition unless they say otherwise.</summary>
    public IReadOnlyList<DeviceIdSpec> Ids { get; init; } = [];

    public string Prompt { get; init; } = "";

    public string Help { get; init; } = "";

    /// <summary>Subject of the changeset that took it out again before the release.</summary>
    public string? RemovedBy { get; init; }

    /// <summary>The release that no longer has it.</summary>
    public string? RemovedIn { get; init; }

    public string? GraduatedIn { get; init; }
}

/// <summary>A device id of a test history.</summary>
public sealed record DeviceIdSpec(DeviceBus Bus, string Text)
{
    public string? Release { get; init; }

    public bool IsInitial { get; init; }

    public string? RemovedIn { get; init; }

    public string? Driver { get; init; }

    public string? Label { get; init; }

    public int? Class { get; init; }

    public int? ClassMask { get; init; }

    public bool IsInterfaceClass { get; init; }

    /// <summary>Symbol and module that build the driver.</summary>
    public string? Symbol { get; init; }

    public string? Module { get; init; }
}
