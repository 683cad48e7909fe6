using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Kernel;

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
    private readonly KbuildTexts _makefiles = new(texts);
    private readonly Dictionary<string, string?> _folderSymbols = [];
    private ObjectId? _tree;
    private TreeMakefiles? _all;

    /// <summary>Takes up another tree; the one before is forgotten, its makefiles are not.</summary>
    public void Open(ObjectId tree)
    {
        if (_tree == tree)
            return;
        _tree = tree;
        _all = null;
        _folderSymbols.Clear();
    }

    /// <summary>What builds a source file; null when no makefile names it.</summary>
    /// <exception cref="GitObjectException">A tree is missing or corrupt.</exception>
    public DriverBuild? Of(string sourcePath) => Of(sourcePath, "");

    /// <summary>What builds the sources that include a header beside them; null where several drivers do, and for other files.</summary>
    /// <exception cref="GitObjectException">A tree is missing or corrupt.</exception>
    public DriverBuild? OfHeader(string path)
    {
        if (!path.EndsWith(".h", StringComparison.Ordinal) || Parent(path) is not { Length: > 0 } folder)
            return null;
        var name = $"\"{path[(folder.Length + 1)..]}\"";
        var builds = texts.Files(Tree())
            .Where(f => f.Path.EndsWith(".c", StringComparison.Ordinal) && Parent(f.Path) == folder && texts.Read(f.NewId, out _)?.Contains(name, StringComparison.Ordinal) == true)
            .Select(f => Of(f.Path)).OfType<DriverBuild>().ToList();
        return builds.DistinctBy(b => b.ModuleSymbol).Count() == 1 ? builds[0] : null;
    }

    /// <summary>What builds a source file; of several symbols that build it the one that is asked for.</summary>
    /// <exception cref="GitObjectException">A tree is missing or corrupt.</exception>
    public DriverBuild? Of(string sourcePath, string preferred)
    {
        if (Resolve(sourcePath, preferred) is not var (folder, module, part, symbol))
            return null;
        symbol ??= FolderSymbol(folder);
        return new DriverBuild(part ?? symbol, module, symbol);
    }

    /// <summary>The module or built-in object that a source file becomes part of, without suffix; null when no makefile names it.</summary>
    /// <exception cref="GitObjectException">A tree is missing or corrupt.</exception>
    public string? ModuleOf(string sourcePath) => Resolve(sourcePath, "")?.Module;

    /// <summary>What a symbol (without CONFIG_) builds; empty when nothing.</summary>
    /// <exception cref="GitObjectException">A tree is missing or corrupt.</exception>
    public SymbolBuild Built(string symbol)
    {
        var collector = new BuiltBySymbol(All());
        collector.Add(symbol);
        return collector.Result();
    }

    /// <summary>The folder whose makefile names a source file, with what it says of it.</summary>
    private (string Folder, string Module, string? PartSymbol, string? ModuleSymbol)? Resolve(string sourcePath, string preferred)
    {
        var dot = sourcePath.LastIndexOf('.');
        if (dot <= sourcePath.LastIndexOf('/') + 1)
            return null;
        var objectPath = sourcePath[..dot] + ".o";
        // A makefile may name the objects of folders below it.
        for (var folder = Parent(sourcePath); folder is not null; folder = Parent(folder))
        {
            var relative = folder.Length == 0 ? objectPath : objectPath[(folder.Length + 1)..];
            if (Makefile(folder).Resolve(relative, preferred) is var (module, part, symbol))
                return (folder, module[(module.LastIndexOf('/') + 1)..], part, symbol);
        }
        return null;
    }

    private TreeMakefiles All() => _all ??= TreeMakefiles.Of(texts.Files(Tree()), _makefiles);

    private ObjectId Tree() => _tree ?? throw new InvalidOperationException("No tree is open.");

    private KbuildLists Makefile(string folder)
    {
        if (_all is not null)
            return _all.Of(folder);
        var prefix = folder.Length == 0 ? "" : folder + "/";
        // Where both are there, kbuild takes Kbuild (scripts/Makefile.build).
        var blob = texts.Find(Tree(), prefix + "Kbuild") ?? texts.Find(Tree(), prefix + "Makefile");
        return blob is { } id ? _makefiles.Read(id) : KbuildLists.None;
    }

    /// <summary>The symbol on which a folder hangs, that of the nearest folder above that hangs on one; null when it is always entered.</summary>
    private string? FolderSymbol(string folder)
    {
        if (_folderSymbols.TryGetValue(folder, out var known))
            return known;
        string? symbol = null;
        for (var above = Parent(folder); above is not null && symbol is null; above = Parent(above))
        {
            var makefile = Makefile(above);
            var relative = above.Length == 0 ? folder : folder[(above.Length + 1)..];
            // The makefiles of architectures name folders from the top of the tree.
            var rules = makefile.Naming(relative + "/").Concat(above.Length == 0 ? [] : makefile.Naming(folder + "/")).Concat(Machine(makefile, folder));
            symbol = rules.Select(r => r.Symbol).FirstOrDefault(s => s is not null);
        }
        if (symbol is null && Parent(folder) is { Length: > 0 } parent)
            symbol = FolderSymbol(parent);
        _folderSymbols.Add(folder, symbol);
        return symbol;
    }

    /// <summary>
    /// ARM names its machine and platform folders by their last part, "machine-$(CONFIG_ARCH_PXA) := pxa", SuperH those of its
    /// boards.
    /// </summary>
    private static IEnumerable<KbuildRule> Machine(KbuildLists makefile, string folder)
    {
        var name = folder[(folder.LastIndexOf('/') + 1)..];
        if (KbuildLists.BoardFolder(name) is var board && folder.EndsWith("/" + board, StringComparison.Ordinal))
            return makefile.Naming(name).Where(KbuildLists.IsBoard);
        var (goal, prefix) = name.StartsWith("mach-", StringComparison.Ordinal) ? ("machine", "mach-") : ("plat", "plat-");
        return name.StartsWith(prefix, StringComparison.Ordinal) ? makefile.Naming(name[prefix.Length..]).Where(r => r.Goal == goal) : [];
    }

    private static string? Parent(string path) => path.Length == 0 ? null : path.LastIndexOf('/') is var slash && slash < 0 ? "" : path[..slash];
}
