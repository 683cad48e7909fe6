using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>A definition of a symbol in a tree.</summary>
/// <param name="Entry">The definition.</param>
/// <param name="Path">The Kconfig file.</param>
/// <param name="Ordinal">Which definition of the symbol in this file, from 0.</param>
/// <param name="Menu">Menus from the top, through the files that include this one, separated by " › ".</param>
/// <param name="DependsOn">All conditions, those of the including files first.</param>
internal sealed record PlacedEntry(KconfigEntry Entry, string Path, int Ordinal, string Menu, IReadOnlyList<string> DependsOn);

/// <summary>The configuration symbols of one tree.</summary>
internal sealed class KconfigTree
{
    /// <summary>The definitions of a symbol (without CONFIG_) in path order; none when it is not defined.</summary>
    public IReadOnlyList<PlacedEntry> Of(string symbol) => throw new NotImplementedException(symbol);
}
