using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel;

/// <summary>A "config" or "menuconfig" block of a Kconfig file.</summary>
/// <param name="Symbol">Name without CONFIG_.</param>
/// <param name="Type">The type.</param>
/// <param name="Prompt">What configuration programs show; null when users cannot set it.</param>
/// <param name="Help">The help text without its indentation; empty when there is none.</param>
/// <param name="MenuPath">Titles of the menus, choices and "menuconfig" entries around it within the file, outermost first.</param>
/// <param name="OwnDependsOn">Its own "depends on" conditions.</param>
/// <param name="Enclosing">Conditions of the ifs, menus and choices around it within the file, outermost first.</param>
/// <param name="Selects">What it selects, as written: "CRC32" or "CRC32 if PCI".</param>
/// <param name="Defaults">What it is where nobody sets it, as written, the first that applies: "y", "m if PCI", "64".</param>
/// <param name="IsMenuConfig">Whether it is a "menuconfig".</param>
/// <param name="IsInChoice">Whether it is one of a choice.</param>
/// <param name="Line">Line of its name in the file, from 1.</param>
internal sealed record KconfigEntry(
    string Symbol,
    KconfigType Type,
    string? Prompt,
    string Help,
    IReadOnlyList<string> MenuPath,
    IReadOnlyList<string> OwnDependsOn,
    IReadOnlyList<string> Enclosing,
    IReadOnlyList<string> Selects,
    IReadOnlyList<string> Defaults,
    bool IsMenuConfig,
    bool IsInChoice,
    int Line)
{
    /// <summary>All conditions of the file: those around it, then its own.</summary>
    public IReadOnlyList<string> DependsOn => [.. Enclosing, .. OwnDependsOn];
}

/// <summary>A "source" line of a Kconfig file.</summary>
/// <param name="Path">The path as written, which may hold "$(…)" or "$NAME".</param>
/// <param name="IsRelative">Whether it starts at the folder of the file ("rsource", "orsource"), not at the top of the tree.</param>
/// <param name="MenuPath">As of <see cref="KconfigEntry"/>.</param>
/// <param name="Enclosing">As of <see cref="KconfigEntry"/>.</param>
internal sealed record KconfigSource(string Path, bool IsRelative, IReadOnlyList<string> MenuPath, IReadOnlyList<string> Enclosing);
