using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Kernel.Interfaces;
using KernelTracker.Ingest.Pipeline.Hardware;

namespace KernelTracker.Ingest.Pipeline.Interfaces;

/// <summary>
/// Calls the parameters of modules by the modules that makefiles build: "isoc_debug" of au0828-video.c is "au0828.isoc_debug".
/// A source that no makefile names keeps its own name.
/// </summary>
internal sealed class ModuleNames(GitRepository repository) : IDisposable
{
    private readonly TreeText _texts = new(repository);
    private KbuildIndex? _makefiles;

    /// <summary>The facts of a file of a tree.</summary>
    public InterfaceFact[] Of(InterfaceFact[] facts, string path, ObjectId tree) =>
        Array.Exists(facts, IsParameter) && Module(path, tree) is { } module ? Array.ConvertAll(facts, f => Named(f, path, module)) : facts;

    /// <summary>
    /// What a changeset did. Its own tree says what modules there are; a driver that comes in several changesets may be
    /// built only by the last, which the tree of the release tells.
    /// </summary>
    /// <exception cref="GitObjectException">The changeset is missing or corrupt.</exception>
    public IReadOnlyList<NameChange> Of(IReadOnlyList<NameChange> changes, ObjectId changeset, ObjectId release)
    {
        if (!changes.Any(c => IsParameter(c.Fact)))
            return changes;
        var (tree, before) = _texts.TreesOf(changeset);
        var named = changes.Select(c => IsParameter(c.Fact) ? Of(c, tree, before, release) : c).ToList();
        // A source that was renamed within its module has the same parameters as before.
        var kept = named.GroupBy(c => (c.Fact.Kind, c.Fact.Name)).Where(g => g.Select(c => c.Kind).Distinct().Count() > 1).SelectMany(g => g).ToHashSet();
        return [.. named.Where(c => !kept.Contains(c))];
    }

    /// <inheritdoc />
    public void Dispose() => _texts.Dispose();

    private NameChange Of(NameChange change, ObjectId tree, ObjectId? before, ObjectId release)
    {
        var module = change.Kind == InterfaceChangeKind.Removed
            ? before is { } old ? Module(change.Path, old) : null
            : Module(change.Path, tree) ?? Module(change.Path, release);
        return module is null ? change : change with { Fact = Named(change.Fact, change.Path, module) };
    }

    private string? Module(string path, ObjectId tree)
    {
        _makefiles ??= new KbuildIndex(_texts);
        _makefiles.Open(tree);
        try
        {
            return _makefiles.ModuleOf(path);
        }
        catch (GitObjectException)
        {
            // A folder above is damaged: so the source keeps its own name, and what is read of the folder itself tells of it.
            return null;
        }
    }

    private static bool IsParameter(InterfaceFact fact) => fact.Kind == InterfaceKind.ModuleParameter;

    private static InterfaceFact Named(InterfaceFact fact, string path, string module) => IsParameter(fact) ? ModuleParameters.Named(fact, path, module) : fact;
}
