using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Classification;

/// <summary>All that is known of something that may be a new device; whatever is not known is null or empty.</summary>
internal sealed record HardwareEvidence
{
    /// <summary>The Kconfig symbol without CONFIG_ (for a device of an existing driver, that driver's).</summary>
    public string? Symbol { get; init; }

    /// <summary>Whether <see cref="Symbol"/> is new; else it is that of the existing driver.</summary>
    public bool IsNewSymbol { get; init; }

    /// <summary>The symbol's type.</summary>
    public KconfigType Type { get; init; }

    /// <summary>The symbol's prompt.</summary>
    public string? Prompt { get; init; }

    /// <summary>The symbol's help text.</summary>
    public string Help { get; init; } = "";

    /// <summary>The symbol's menus, separated by " › ".</summary>
    public string Menu { get; init; } = "";

    /// <summary>The Kconfig file.</summary>
    public string? KconfigPath { get; init; }

    /// <summary>What the symbol selects, as written.</summary>
    public IReadOnlyList<string> Selects { get; init; } = [];

    /// <summary>The symbol's conditions.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>The symbol opens a menu of others.</summary>
    public bool IsMenuConfig { get; init; }

    /// <summary>The symbol is one of a choice.</summary>
    public bool IsInChoice { get; init; }

    /// <summary>Source files that are new: those the symbol builds, or those of the changeset.</summary>
    public IReadOnlyList<string> NewSources { get; init; } = [];

    /// <summary>Source files that the symbol builds and that were there before; for a device of an existing driver the files touched.</summary>
    public IReadOnlyList<string> OldSources { get; init; } = [];

    /// <summary>Whether a driver that was there before has new ids that hold only with the symbol.</summary>
    public bool HasOwnIds { get; init; }

    /// <summary>The modules that the symbol builds.</summary>
    public IReadOnlyList<string> Modules { get; init; } = [];

    /// <summary>The symbol that builds the whole module, when <see cref="Symbol"/> only adds files to it; null otherwise.</summary>
    public string? PartOf { get; init; }

    /// <summary>MODULE_DESCRIPTION texts of the new sources.</summary>
    public IReadOnlyList<string> Descriptions { get; init; } = [];

    /// <summary>What the first comments of the new sources say they are.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>What the sources call the new ids, or the id lists do.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>What stands in the sources for the new ids: their own names and the names of constants.</summary>
    public IReadOnlyList<string> IdNames { get; init; } = [];

    /// <summary>The buses of the new ids.</summary>
    public IReadOnlyList<DeviceBus> Buses { get; init; } = [];

    /// <summary>Names in new machine definitions.</summary>
    public IReadOnlyList<string> MachineNames { get; init; } = [];

    /// <summary>The subject of the changeset that brought it.</summary>
    public string? Subject { get; init; }

    /// <summary>Every file that says where it belongs: new sources, old ones, the Kconfig file.</summary>
    public IEnumerable<string> Places => NewSources.Concat(OldSources).Concat(KconfigPath is null ? [] : [KconfigPath]);
}
