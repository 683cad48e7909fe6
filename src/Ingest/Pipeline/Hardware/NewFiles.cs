using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Tells files that a release brought from files that it moved.</summary>
internal sealed class NewFiles
{
    private readonly ReleaseStep _step;
    private readonly Dictionary<string, ChangeKind> _changes;

    public NewFiles(ReleaseStep step)
    {
        _step = step;
        _changes = step.Changes.ToDictionary(c => c.Path, c => c.Kind);
        Sources = [.. step.Changes.Where(c => c.Kind == ChangeKind.Added && c.Path.EndsWith(".c", StringComparison.Ordinal)).Select(c => c.Path).Where(IsNew)];
    }

    /// <summary>The C sources that the release brought, in path order.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>Whether the release before had the file under no name.</summary>
    public bool IsNew(string path)
    {
        // A file may be moved several times within a release: go back to where it came from.
        var seen = new HashSet<string>();
        for (var name = path; seen.Add(name);)
        {
            if (_changes.TryGetValue(name, out var kind) ? kind != ChangeKind.Added : _step.Touched.Of(name).Count == 0)
                return false;
            var came = _step.Touched.Of(name).FirstOrDefault(t => t.Kind is ChangeKind.Added or ChangeKind.Renamed);
            if (came?.OldPath is not { } old)
                return _changes.ContainsKey(name) || came is not null;
            name = old;
        }
        return false;
    }
}
