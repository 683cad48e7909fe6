using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>What a release did to the configuration symbols, net of moves and of what came and went within it.</summary>
/// <param name="Added">Symbols that no Kconfig file of the release before defined; those that replace another have <see cref="SymbolAddition.RenamedFrom"/>.</param>
/// <param name="Withdrawn">Symbols that came and went within the release.</param>
/// <param name="Removed">Symbols that no Kconfig file defines any more.</param>
/// <param name="Tip">All definitions as of the release.</param>
internal sealed record KconfigChanges(
    IReadOnlyList<SymbolAddition> Added, IReadOnlyList<SymbolAddition> Withdrawn, IReadOnlyList<SymbolLoss> Removed, KconfigTree Tip);

/// <summary>A symbol that a release brought.</summary>
/// <param name="Symbol">Name without CONFIG_.</param>
/// <param name="Entry">Its definition at the release; of a withdrawn one, as added. Of several, the first with a prompt.</param>
/// <param name="Path">The Kconfig file of that definition.</param>
/// <param name="Menu">The full menu path, through the files that include this one; empty when not known.</param>
/// <param name="Changeset">The changeset that added it; null when a merge did.</param>
/// <param name="RenamedFrom">The symbol of the release before whose place it took; null when it is new.</param>
/// <param name="RemovedBy">Of a withdrawn one the changeset that took it out again; null when a merge did.</param>
internal sealed record SymbolAddition(
    string Symbol, KconfigEntry Entry, string Path, string Menu, RangeChangeset? Changeset, string? RenamedFrom, RangeChangeset? RemovedBy);

/// <summary>A symbol whose last definition is gone.</summary>
/// <param name="Symbol">Name without CONFIG_.</param>
/// <param name="Path">The Kconfig file that had it.</param>
/// <param name="Changeset">The changeset that removed it; null when a merge did.</param>
/// <param name="RenamedTo">The symbol that took its place; null when none did.</param>
internal sealed record SymbolLoss(string Symbol, string Path, RangeChangeset? Changeset, string? RenamedTo);
