using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Kernel.Interfaces;

namespace KernelTracker.Ingest.Pipeline.Interfaces;

/// <summary>
/// Reads the names of a release and what its changesets did to them. Every content is read once, the contents of a path
/// one after the other: git keeps them as differences from each other. What the last release had is remembered, as the
/// next starts from it.
/// </summary>
internal sealed class ReleaseReader(GitRepository repository) : IDisposable
{
    // Contents of a path are read in some 100 µs each, of which a path has a few.
    private const int PathsAtOnce = 32;

    private readonly ChangesetFiles _files = new(repository);
    private readonly ModuleNames _modules = new(repository);
    private Dictionary<(string Path, ObjectId Content), InterfaceFact[]?> _known = [];

    /// <summary>Reads a release, without use of the database.</summary>
    /// <exception cref="GitObjectException">The tree of the release or of the one before is missing or corrupt.</exception>
    public ReleaseNames Read(ReleaseWork work, CancellationToken cancel)
    {
        var between = _files.Between(work.BaseTree, work.TipTree);
        var touched = OrderedParallel.Run(work.Changesets, () => new ChangesetFiles(repository), (files, c) => files.Of(c.Sha), cancel).ToList();
        var (known, problems) = ReadContents(between, touched, cancel);
        var files = between.ConvertAll(f => new FileNames(f.Path, Facts(f.Path, f.New) is { } facts ? _modules.Of(facts, f.Path, work.TipTree) : null));
        var changes = new List<ChangesetNames>();
        foreach (var (changeset, changed) in work.Changesets.Zip(touched))
        {
            // A file that cannot be read before or after is left out: nothing is known of what was done to it.
            var comparison = new ChangesetComparison();
            foreach (var file in changed ?? [])
            {
                if (Facts(file.Path, file.Old) is { } before && Facts(file.Path, file.New) is { } after)
                    comparison.Add(file.Path, before, after);
            }
            if (comparison.Compare() is { Count: > 0 } did)
                changes.Add(new ChangesetNames(changeset.Id, _modules.Of(did, changeset.Sha, work.TipTree)));
        }
        _known = known;
        return new ReleaseNames(files, changes, problems);

        InterfaceFact[]? Facts(string path, ObjectId? content) => content is { } id ? known[(path, id)] : [];
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _modules.Dispose();
        _files.Dispose();
    }

    private (Dictionary<(string, ObjectId), InterfaceFact[]?> Known, List<string> Problems) ReadContents(
        List<ChangedFile> between, List<List<ChangedFile>?> touched, CancellationToken cancel)
    {
        var known = new Dictionary<(string Path, ObjectId Content), InterfaceFact[]?>();
        var byPath = new SortedDictionary<string, List<ObjectId>>(StringComparer.Ordinal);
        var before = new Dictionary<string, InterfaceFact[]>(StringComparer.Ordinal);
        foreach (var file in touched.SelectMany(f => f ?? []))
        {
            Want(file.Path, file.Old);
            Want(file.Path, file.New);
        }
        foreach (var file in between)
            Want(file.Path, file.New);
        var paths = byPath.Select(p => new PathContents(p.Key, before.GetValueOrDefault(p.Key), p.Value)).ToList();
        var problems = new List<string>();
        foreach (var read in OrderedParallel.Run(paths, () => new NameReader(repository), (r, p) => r.Read(p), cancel, PathsAtOnce))
        {
            for (var i = 0; i < read.Facts.Length; i++)
                known[(read.Contents.Path, read.Contents.Contents[i])] = read.Facts[i];
            if (read.Problem is not null)
                problems.Add($"{read.Contents.Path}: {read.Problem}");
        }
        return (known, problems);

        void Want(string path, ObjectId? content)
        {
            if (content is not { } id || known.ContainsKey((path, id)))
                return;
            if (_known.TryGetValue((path, id), out var facts))
            {
                known.Add((path, id), facts);
                if (facts is not null)
                    before[path] = facts;
                return;
            }
            known.Add((path, id), null);
            if (!byPath.TryGetValue(path, out var contents))
                byPath.Add(path, contents = []);
            contents.Add(id);
        }
    }
}
