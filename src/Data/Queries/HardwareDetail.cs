using KernelTracker.Data.Model;

namespace KernelTracker.Data.Queries;

/// <summary>A device id of an addition, with what added it.</summary>
/// <param name="Bus">What it is matched against.</param>
/// <param name="Text">The whole id.</param>
/// <param name="Label">What the source calls the device; null when nothing.</param>
/// <param name="Driver">The source file.</param>
/// <param name="Changeset">The changeset that added it; null when a merge did.</param>
/// <param name="RemovedIn">The first release that has it there no longer; null while it is there.</param>
public sealed record HardwareIdEvidence(DeviceBus Bus, string Text, string? Label, string Driver, ObjectId? Changeset, string? RemovedIn);

/// <summary>A changeset behind an addition.</summary>
/// <param name="Commit">The changeset.</param>
/// <param name="Roles">What it did.</param>
public sealed record HardwareEvidence(CommitLine Commit, IReadOnlyList<EvidenceRole> Roles);

/// <summary>A definition of the Kconfig symbol, as the first release with the addition has it (or a later one, when that has none).</summary>
/// <param name="Symbol">The symbol without CONFIG_.</param>
/// <param name="File">The Kconfig file.</param>
/// <param name="Type">Its type.</param>
/// <param name="Prompt">The prompt; null when users cannot set it.</param>
/// <param name="Help">The help text; may be empty.</param>
/// <param name="Menu">Menus from the top, separated by " › "; may be empty.</param>
/// <param name="DependsOn">Conditions, one a line; may be empty.</param>
public sealed record HardwareKconfig(string Symbol, string File, KconfigType Type, string? Prompt, string Help, string Menu, string DependsOn);

/// <summary>Everything about an addition.</summary>
/// <param name="Item">The record.</param>
/// <param name="Tree">The tree it came through; null when not known.</param>
/// <param name="Ids">Its ids, with what added each.</param>
/// <param name="Changesets">Its changesets, oldest first.</param>
/// <param name="Files">Source files, by path.</param>
/// <param name="Kconfig">Definitions of its symbol.</param>
/// <param name="Neighbours">Other additions of the same release under the same heading, by name.</param>
public sealed record HardwareDetail(
    HardwareItem Item,
    TreeLink? Tree,
    IReadOnlyList<HardwareIdEvidence> Ids,
    IReadOnlyList<HardwareEvidence> Changesets,
    IReadOnlyList<string> Files,
    IReadOnlyList<HardwareKconfig> Kconfig,
    IReadOnlyList<HardwareLink> Neighbours);
