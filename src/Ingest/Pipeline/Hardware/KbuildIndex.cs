using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>What builds a source file.</summary>
/// <param name="Symbol">The symbol on which this very file hangs, or that of its module, or that of its folder; null when it is always built.</param>
/// <param name="Module">The module or built-in object it becomes part of, without suffix, as its file is named: "snd-usb-audio".</param>
/// <param name="ModuleSymbol">The symbol of the whole module: of ath9k's debug.c ATH9K, while <paramref name="Symbol"/> is ATH9K_DEBUGFS.</param>
internal sealed record DriverBuild(string? Symbol, string Module, string? ModuleSymbol);

/// <summary>What a symbol builds.</summary>
/// <param name="Sources">Source files, in path order.</param>
/// <param name="Modules">Modules, without suffix, in path order.</param>
internal sealed record SymbolBuild(IReadOnlyList<string> Sources, IReadOnlyList<string> Modules);

/// <summary>
/// Tells from the makefiles of a tree what builds what. Makefiles are read when asked for, each content once however
/// many trees have it.
/// </summary>
internal sealed class KbuildIndex(TreeText texts)
{
    /// <summary>Takes up another tree; the one before is forgotten, its makefiles are not.</summary>
    public void Open(ObjectId tree) => throw new NotImplementedException($"{texts} {tree}");

    /// <summary>What builds a source file; null when no makefile names it.</summary>
    public DriverBuild? Of(string sourcePath) => throw new NotImplementedException(sourcePath);

    /// <summary>What a symbol (without CONFIG_) builds; empty when nothing.</summary>
    public SymbolBuild Built(string symbol) => throw new NotImplementedException(symbol);
}
