using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>A published release as the hardware stages walk them.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Version">Its tag name.</param>
/// <param name="Tip">The commit that stands for it.</param>
/// <param name="PreviousId">The release before; null for the first one.</param>
/// <param name="Base">The commit of the release before.</param>
internal sealed record ReleaseSpan(int Id, string Version, ObjectId Tip, int? PreviousId, ObjectId? Base);

/// <summary>Makes the steps from release to release out of the repository's trees and the stored changesets.</summary>
internal sealed class ReleaseSteps(TrackerContext context, GitRepository repository) : IDisposable
{
    private readonly ObjectReader _objects = repository.NewReader();

    /// <summary>The published releases, oldest first.</summary>
    public IReadOnlyList<ReleaseSpan> Releases()
    {
        var rows = context.Releases.Join(context.Commits, r => r.CommitId, c => c.Id, (r, c) => new { r.Id, r.Version, r.PreviousId, c.Sha })
            .OrderBy(r => r.Id).ToList();
        var shas = rows.ToDictionary(r => r.Id, r => new ObjectId(r.Sha));
        return [.. rows.Select(r => new ReleaseSpan(r.Id, r.Version, shas[r.Id], r.PreviousId, r.PreviousId is { } p ? shas[p] : null))];
    }

    /// <summary>What lies between a release and the one before.</summary>
    /// <exception cref="GitObjectException">A commit or tree is missing or corrupt.</exception>
    public ReleaseStep Step(ReleaseSpan release)
    {
        var (tip, before) = Trees(release);
        var changes = new TreeDiff(_objects).Compare(before, tip);
        // The first tree is older than the history: no changeset of ours added what it holds.
        var touched = release.PreviousId is null ? new TouchedPaths([], new Dictionary<string, List<PathTouch>>()) : Touched(release.Id);
        return new ReleaseStep(release.Id, release.Version, release.PreviousId, tip, before, changes, touched);
    }

    /// <summary>The trees of a release and of the one before.</summary>
    /// <exception cref="GitObjectException">A commit is missing or corrupt.</exception>
    public (ObjectId Tip, ObjectId? Base) Trees(ReleaseSpan release) => (TreeOf(release.Tip), release.Base is { } commit ? TreeOf(commit) : null);

    /// <inheritdoc />
    public void Dispose() => _objects.Dispose();

    private ObjectId TreeOf(ObjectId commit)
    {
        using var raw = _objects.Open(commit, GitObjectKind.Commit);
        return CommitParser.ParseHeader(raw.Content).Tree;
    }

    private TouchedPaths Touched(int releaseId)
    {
        var commits = context.Commits.Where(c => c.ReleaseId == releaseId && !c.IsMerge);
        var changesets = commits.OrderBy(c => c.Id).Select(c => new { c.Id, c.Sha, c.Subject }).AsEnumerable()
            .Select(c => new RangeChangeset(c.Id, new ObjectId(c.Sha), c.Subject)).ToList();
        var byId = changesets.ToDictionary(c => c.Id);
        var touches =
            from file in context.FileChanges
            join commit in commits on file.CommitId equals commit.Id
            join path in context.Paths on file.PathId equals path.Id
            join old in context.Paths on file.OldPathId equals old.Id into olds
            from old in olds.DefaultIfEmpty()
            orderby file.CommitId, file.Ordinal
            select new { file.CommitId, Path = path.Name, OldPath = old == null ? null : old.Name, file.Kind };
        var byPath = new Dictionary<string, List<PathTouch>>();
        foreach (var touch in touches)
        {
            if (!byPath.TryGetValue(touch.Path, out var list))
                byPath.Add(touch.Path, list = []);
            list.Add(new PathTouch(byId[touch.CommitId], touch.Kind, touch.OldPath));
        }
        return new TouchedPaths(changesets, byPath);
    }
}
