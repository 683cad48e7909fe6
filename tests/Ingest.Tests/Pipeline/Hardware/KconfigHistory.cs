using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Pipeline;
using KernelTracker.Ingest.Pipeline.Hardware;
using KernelTracker.Tests.Support;

namespace KernelTracker.Ingest.Tests.Pipeline.Hardware;

/// <summary>The Kconfig stage run over the releases of a test history.</summary>
internal sealed class KconfigHistory : IDisposable
{
    private readonly IngestedHistory _history = new();

    /// <summary>Changes by release, of the releases applied last.</summary>
    public Dictionary<string, KconfigChanges> Changes { get; } = [];

    /// <summary>Ingests and applies the releases from the given one on (its index), each by a stage of its own when asked.</summary>
    public KconfigHistory Apply(TestHistory source, int from = 0, bool separately = false)
    {
        _history.Ingest(source.Path, withLines: false);
        using var context = TrackerDatabase.OpenWriter(_history.Database);
        using var repository = GitRepository.Open(source.Path);
        using var texts = new TreeText(repository);
        using var steps = new ReleaseSteps(context, repository);
        var interning = Interning.Load(context);
        var stage = Stage();
        var releases = steps.Releases();
        stage.ForgetFrom(releases[Math.Min(from, releases.Count - 1)].Id);
        Changes.Clear();
        foreach (var release in releases.Skip(from))
        {
            if (separately)
                stage = Stage();
            using var transaction = context.Database.BeginTransaction();
            Changes[release.Version] = stage.Apply(steps.Step(release));
            using (var paths = BulkTable.Insert<TreePath>(context))
                interning.NewPaths.ForEach(paths.Write);
            interning.Written();
            transaction.Commit();
        }
        return this;

        KconfigStage Stage() =>
            new(context, texts, interning, new TreeEvents(context, TimeProvider.System, context.TrackedTrees.Select(t => t.Id).Single()));
    }

    /// <summary>The events of a release: "Kind SYMBOL other path subject".</summary>
    public IReadOnlyList<string> Events(string version)
    {
        using var context = _history.Open();
        var rows =
            from happening in context.KconfigEvents
            join release in context.Releases on happening.ReleaseId equals release.Id
            join symbol in context.KconfigSymbols on happening.SymbolId equals symbol.Id
            join path in context.Paths on happening.PathId equals path.Id
            from commit in context.Commits.Where(c => c.Id == happening.CommitId).DefaultIfEmpty()
            from other in context.KconfigSymbols.Where(s => s.Id == happening.OtherSymbolId).DefaultIfEmpty()
            where release.Version == version
            orderby symbol.Name, happening.Kind
            select new { happening.Kind, symbol.Name, Other = other == null ? "-" : other.Name, Path = path.Name, Subject = commit == null ? "merge" : commit.Subject };
        return [.. rows.AsEnumerable().Select(r => $"{r.Kind} {r.Name} {r.Other} {r.Path}: {r.Subject}")];
    }

    /// <summary>The definitions by spans of releases: "SYMBOL path prompt menu first-end".</summary>
    public IReadOnlyList<string> Definitions()
    {
        using var context = _history.Open();
        var versions = context.Releases.ToDictionary(r => r.Id, r => r.Version);
        var rows =
            from definition in context.KconfigDefinitions
            join symbol in context.KconfigSymbols on definition.SymbolId equals symbol.Id
            join path in context.Paths on definition.PathId equals path.Id
            orderby symbol.Name, path.Name, definition.Ordinal, definition.FirstReleaseId
            select new { symbol.Name, Path = path.Name, definition.Prompt, definition.Menu, definition.FirstReleaseId, definition.EndReleaseId };
        return [.. rows.AsEnumerable().Select(r =>
            $"{r.Name} {r.Path} '{r.Prompt}' [{r.Menu}] {versions[r.FirstReleaseId]}-{(r.EndReleaseId is { } end ? versions[end] : "")}")];
    }

    public void Dispose() => _history.Dispose();
}
