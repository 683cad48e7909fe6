using KernelTracker.Data;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Verification;

/// <summary>What a comparison of one release came to.</summary>
/// <param name="Version">The release, or its candidate.</param>
/// <param name="Counts">For people: "4 new system calls, 2 new filesystems, 205 removed exported symbols".</param>
/// <param name="Differences">Each difference in one sentence.</param>
internal sealed record RecountedRelease(string Version, string Counts, IReadOnlyList<string> Differences);

/// <summary>
/// Compares the new system calls, the new filesystems and the removed exported symbols of releases and merge windows with
/// the sources of their tags, found in the whole trees by the git program and plain patterns.
/// </summary>
internal sealed class InterfaceRecount(TrackerContext context, GitProgram git)
{
    private static readonly InterfaceKind[] Kinds = [InterfaceKind.SystemCall, InterfaceKind.Filesystem, InterfaceKind.ExportedSymbol];

    private readonly Dictionary<ObjectId, Dictionary<InterfaceKind, HashSet<string>>> _trees = [];

    /// <summary>Compares releases, oldest first, each with its merge window.</summary>
    /// <param name="from">The first release; null for the first that has one before it.</param>
    /// <param name="to">The last release; null for the last.</param>
    /// <param name="cancel">Stops it.</param>
    public IEnumerable<RecountedRelease> Run(string? from, string? to, CancellationToken cancel)
    {
        var read = context.InterfaceReadings.ToDictionary(r => r.ReleaseId);
        var releases = context.Releases.Where(r => r.PreviousId != null).OrderBy(r => r.Id).ToList();
        var (first, last) = (releases.Find(r => r.Version == from)?.Id ?? int.MinValue, releases.Find(r => r.Version == to)?.Id ?? int.MaxValue);
        foreach (var release in releases.Where(r => r.Id >= first && r.Id <= last && read.ContainsKey(r.Id)))
        {
            cancel.ThrowIfCancellationRequested();
            var before = Names(new ObjectId(read[release.Id].BaseSha!));
            var after = Names(new ObjectId(read[release.Id].TipSha));
            yield return Compare(release.Version, before, after, (kind, isNew) => Release(release.Id, kind, isNew));
            var window = context.Candidates.Where(c => c.ReleaseId == release.Id && c.Number == 1)
                .Join(context.Commits, c => c.CommitId, c => c.Id, (_, c) => c.Sha).SingleOrDefault();
            if (window is not null)
                yield return Compare($"{release.Version}-rc1", before, Names(new ObjectId(window)), (kind, isNew) => Window(release.Id, kind, isNew));
            _trees.Remove(new ObjectId(read[release.Id].BaseSha!));
        }
    }

    private static RecountedRelease Compare(
        string version, Dictionary<InterfaceKind, HashSet<string>> before, Dictionary<InterfaceKind, HashSet<string>> after,
        Func<InterfaceKind, bool, Stored> stored)
    {
        var differences = new List<string>();
        var counts = new[] { (InterfaceKind.SystemCall, true, "new system calls"), (InterfaceKind.Filesystem, true, "new filesystems"), (InterfaceKind.ExportedSymbol, false, "removed exported symbols"), (InterfaceKind.ExportedSymbol, true, "new exported symbols") }
            .Select(what =>
            {
                var (kind, isNew, text) = what;
                var counted = (isNew ? after[kind].Except(before[kind]) : before[kind].Except(after[kind])).ToHashSet();
                var have = stored(kind, isNew);
                differences.AddRange(counted.Except(have.Known).Order(StringComparer.Ordinal).Select(n => $"{version}: {text}: {n} is missing in the database."));
                differences.AddRange(have.Told.Except(counted).Order(StringComparer.Ordinal).Select(n => $"{version}: {text}: {n} is in the database only."));
                return $"{counted.Count} {text}";
            });
        return new RecountedRelease(version, string.Join(", ", counts), differences);
    }

    private Stored Release(int releaseId, InterfaceKind kind, bool isNew)
    {
        var net = Net(releaseId, kind, isNew);
        return new Stored(net, net);
    }

    /// <summary>What the spans say of a release: the names that its tree has and the one before has not, or the other way round.</summary>
    private HashSet<string> Net(int releaseId, InterfaceKind kind, bool isNew)
    {
        var spans =
            from span in context.InterfaceSpans
            join name in context.InterfaceNames on span.NameId equals name.Id
            where name.Kind == kind
            select new { name.Name, span.FirstReleaseId, span.EndReleaseId };
        var before = spans.Where(s => s.FirstReleaseId < releaseId && (s.EndReleaseId == null || s.EndReleaseId >= releaseId)).Select(s => s.Name).ToHashSet();
        var after = spans.Where(s => s.FirstReleaseId <= releaseId && (s.EndReleaseId == null || s.EndReleaseId > releaseId)).Select(s => s.Name).ToHashSet();
        return [.. isNew ? after.Except(before) : before.Except(after)];
    }

    /// <summary>
    /// What is said of a merge window: what the release brings or drops net and a changeset of the window added or removed.
    /// What else such a changeset did is known, though it did not last until the release.
    /// </summary>
    private Stored Window(int releaseId, InterfaceKind kind, bool isNew)
    {
        var wanted = isNew ? InterfaceChangeKind.Added : InterfaceChangeKind.Removed;
        var changes =
            (from change in context.InterfaceChanges
             join commit in context.Commits on change.CommitId equals commit.Id
             join name in context.InterfaceNames on change.NameId equals name.Id
             where commit.ReleaseId == releaseId && commit.Candidate == 1 && name.Kind == kind && change.Kind != InterfaceChangeKind.Changed
             orderby commit.Id
             select new { name.Name, change.Kind }).AsEnumerable().GroupBy(c => c.Name).ToList();
        // A name that was dropped and brought again within the window, or whose second file came and went in it, and that
        // was dropped for good after it, is not gone in it.
        var told = changes.Where(c => c.Count(x => x.Kind == wanted) * 2 > c.Count()).Select(c => c.Key);
        return new Stored([.. Net(releaseId, kind, isNew).Intersect(told)], [.. changes.Where(c => c.Any(x => x.Kind == wanted)).Select(c => c.Key)]);
    }

    private Dictionary<InterfaceKind, HashSet<string>> Names(ObjectId tree)
    {
        if (_trees.TryGetValue(tree, out var known))
            return known;
        var names = Kinds.ToDictionary(k => k, _ => new HashSet<string>(StringComparer.Ordinal));
        string[] others = [":!tools", ":!scripts", ":!samples", ":!Documentation", ":!usr"];
        Read("EXPORT", ["*.c", "*.S", "*.h", .. others], (_, text) => names[InterfaceKind.ExportedSymbol].UnionWith(RecountedNames.Exports(text)));
        Read("file_system_type", ["*.c", .. others], (_, text) => names[InterfaceKind.Filesystem].UnionWith(RecountedNames.Filesystems(text)));
        Read("__NR_|^[0-9]+[[:space:]]", ["*unistd*.h", "arch/*syscall*.tbl", "scripts/syscall.tbl", .. others], (path, text) => names[InterfaceKind.SystemCall].UnionWith(RecountedNames.SystemCalls(path, text)));
        return _trees[tree] = names;

        void Read(string pattern, string[] paths, Action<string, string> add)
        {
            var files = git.FilesWith(tree, pattern, paths);
            foreach (var (path, text) in files.Zip(git.Contents(tree, files)))
                add(path, text);
        }
    }

    /// <summary>What the database has.</summary>
    /// <param name="Told">What it says is new or gone.</param>
    /// <param name="Known">What it could say so of.</param>
    private readonly record struct Stored(HashSet<string> Told, HashSet<string> Known);
}
