using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>
/// Keeps the history of the configuration symbols: definitions by spans of releases, and what happened to each symbol
/// with its changeset.
/// </summary>
/// <param name="context">The database.</param>
/// <param name="texts">Reads the trees.</param>
/// <param name="interning">Numbers paths; the caller writes <see cref="Interning.NewPaths"/> in the same transaction.</param>
/// <param name="events">Told of files that cannot be read.</param>
internal sealed class KconfigStage(TrackerContext context, TreeText texts, Interning interning, TreeEvents events)
{
    private readonly KconfigTexts _files = new(texts, events);
    private readonly KbuildTexts _makefiles = new(texts);
    private readonly KconfigRows _rows = new(context, interning);
    private (ObjectId Tree, KconfigTree Symbols)? _last;

    /// <summary>Takes back everything that releases from this one on brought, so that they can be applied again.</summary>
    public void ForgetFrom(int releaseId) => _rows.ForgetFrom(releaseId);

    /// <summary>Writes what a release did; the releases before it are applied already, this one and later ones are not.</summary>
    /// <exception cref="GitObjectException">A commit or tree is missing or corrupt.</exception>
    public KconfigChanges Apply(ReleaseStep step)
    {
        var before = Base(step);
        var tip = new KconfigTree(With(before.Files, step.Changes));
        _last = (step.TipTree, tip);
        _rows.WriteDefinitions(step.ReleaseId, tip);
        // What the first tree has is older than the history: nobody is known to have added it.
        if (step.IsInitial)
            return new KconfigChanges([], [], [], tip);
        var comparison = new KconfigComparison(before, tip, new KconfigEdits(texts, _files, _makefiles).Of(step.Touched));
        _rows.WriteEvents(step.ReleaseId, comparison.Events);
        return comparison.Changes;
    }

    private KconfigTree Base(ReleaseStep step)
    {
        if (step.BaseTree is not { } tree)
            return KconfigTree.Empty;
        return _last is { } last && last.Tree == tree ? last.Symbols : new KconfigTree(With(KconfigTree.Empty.Files, texts.Files(tree)));
    }

    private Dictionary<string, KconfigFile> With(IReadOnlyDictionary<string, KconfigFile> files, IReadOnlyList<RawChange> changes)
    {
        var changed = new Dictionary<string, KconfigFile>(files, StringComparer.Ordinal);
        foreach (var change in changes.Where(c => KconfigTexts.IsKconfig(c.Path)))
        {
            if (GitFileMode.IsFile(change.NewMode))
                changed[change.Path] = _files.Read(change.NewId);
            else
                changed.Remove(change.Path);
        }
        return changed;
    }
}
