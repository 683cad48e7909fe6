using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;

namespace KernelTracker.Ingest.Verification;

/// <summary>The outcome of a recount.</summary>
/// <param name="Compared">How many figures were compared.</param>
/// <param name="Differences">Each difference in one sentence.</param>
/// <param name="UsedGitProgram">Whether the git program counted too.</param>
internal sealed record VerifyResult(int Compared, IReadOnlyList<string> Differences, bool UsedGitProgram);

/// <summary>
/// Recounts every release and window from the git objects, range by range, as `git rev-list A..B` does: two ancestry
/// walks a range, with no use of the stored attribution. Where the git program is at hand it counts as a third.
/// </summary>
internal sealed class Verifier(TrackerContext context, GitRepository repository)
{
    private readonly List<string> _differences = [];
    private readonly Lazy<JoinedNames> _developers = new(() => JoinedNames.Load(context));
    private int _compared;

    /// <summary>Recounts everything.</summary>
    public VerifyResult Run(CancellationToken cancel)
    {
        // A tree that was given a new name has a second row, without a tip, until it is published under it.
        var tree = context.TrackedTrees.SingleOrDefault(t => t.Kind == TreeKind.Mainline && t.TipSha != null);
        if (tree?.TipSha is not { } tipSha)
            return new VerifyResult(0, ["The database has no published data of this tree."], false);
        var tip = new ObjectId(tipSha);
        var ranges = new RangeCounter(repository, tip, cancel);
        var git = GitProgram.Find(repository.Path);
        var tags = Tags(ranges);
        var releases = context.Releases.OrderBy(r => r.Id).ToList();

        CompareNames(releases, tags);
        foreach (var release in releases)
        {
            cancel.ThrowIfCancellationRequested();
            var version = KernelVersion.TryParse(release.Version, out var v) ? v : default;
            var top = release.State == ReleaseState.Released ? tags.GetValueOrDefault(version) : tip;
            if (top.IsZero)
                continue;
            ObjectId? bottom = Previous(tags, version, top, ranges);
            var previous = releases.SingleOrDefault(r => r.Id == release.PreviousId)?.Version;
            Compare($"{release.Version}: the release before", previous ?? "none", bottom is { } b ? tags.First(t => t.Key.Candidate is null && t.Value == b).Key.ToString() : "none");
            CompareRange(release.Version, bottom, top, release.Changesets, release.Commits, ranges, git);
            if (git is not null)
                CompareDevelopers(release, git.Authors(bottom, top));
            Compare($"{release.Version}: pulls", release.Pulls, ranges.FirstParentMerges(bottom, top));
            if (tags.TryGetValue(version with { Candidate = 1 }, out var rc1))
                CompareRange($"{release.Version} merge window", bottom, rc1, release.WindowChangesets, release.WindowCommits, ranges, git);
            else if (release.State == ReleaseState.WindowOpen)
                CompareRange($"{release.Version} merge window", bottom, top, release.WindowChangesets, release.WindowCommits, ranges, git);
        }
        CompareRows(releases);
        return new VerifyResult(_compared, _differences, git is not null);
    }

    private void CompareRange(string what, ObjectId? bottom, ObjectId top, int? changesets, int? commits, RangeCounter ranges, GitProgram? git)
    {
        var count = ranges.Count(bottom, top);
        Compare($"{what}: changesets", changesets, count.Changesets);
        Compare($"{what}: commits with merges", commits, count.Commits);
        if (git is null)
            return;
        Compare($"{what}: changesets by git rev-list", changesets, git.Count(bottom, top, noMerges: true));
        Compare($"{what}: commits by git rev-list", commits, git.Count(bottom, top, noMerges: false));
    }

    /// <summary>What `git shortlog -sn --no-merges` counts, its names joined by our developers.</summary>
    private void CompareDevelopers(Release release, IReadOnlyList<(string Name, string Email)> authors)
    {
        var stored = (
            from commit in context.Commits
            where commit.ReleaseId == release.Id && !commit.IsMerge
            join author in context.Identities on commit.AuthorId equals author.Id
            group commit by author.DeveloperId into person
            select new { person.Key, Count = person.Count() }).ToDictionary(p => p.Key, p => p.Count);
        var counted = authors.CountBy(a => _developers.Value.Of(a.Name, a.Email)).ToDictionary(p => p.Key, p => p.Value);
        foreach (var developer in stored.Keys.Union(counted.Keys))
            Compare($"{release.Version}: changesets of {_developers.Value.NameOf(developer)} by git log", stored.GetValueOrDefault(developer), counted.GetValueOrDefault(developer));
    }

    /// <summary>The rows behind the figures: a list that a reader clicks through must be as long as the figure says.</summary>
    private void CompareRows(List<Release> releases)
    {
        var rows = context.Commits.Where(c => c.ReleaseId != null).GroupBy(c => c.ReleaseId!.Value)
            .Select(g => new { Release = g.Key, Changesets = g.Count(c => !c.IsMerge), Commits = g.Count() }).ToDictionary(g => g.Release);
        var pulled = context.Pulls.GroupBy(p => p.ReleaseId).Select(g => new { Release = g.Key, Pulls = g.Count(), Changesets = g.Sum(p => p.Changesets) }).ToDictionary(g => g.Release);
        var direct = context.Commits.Where(c => c.ReleaseId != null && !c.IsMerge && c.Arrival != Arrival.Pull).GroupBy(c => c.ReleaseId!.Value)
            .Select(g => new { Release = g.Key, Changesets = g.Count() }).ToDictionary(g => g.Release, g => g.Changesets);
        foreach (var release in releases)
        {
            Compare($"{release.Version}: changeset rows", release.Changesets, rows.GetValueOrDefault(release.Id)?.Changesets ?? 0);
            Compare($"{release.Version}: commit rows", release.Commits, rows.GetValueOrDefault(release.Id)?.Commits ?? 0);
            Compare($"{release.Version}: pull rows", release.Pulls, pulled.GetValueOrDefault(release.Id)?.Pulls ?? 0);
            Compare($"{release.Version}: changesets of its pulls and direct ones", release.Changesets,
                (pulled.GetValueOrDefault(release.Id)?.Changesets ?? 0) + direct.GetValueOrDefault(release.Id));
        }
    }

    private void CompareNames(List<Release> releases, Dictionary<KernelVersion, ObjectId> tags)
    {
        var stored = releases.Where(r => r.State == ReleaseState.Released).Select(r => r.Version).ToHashSet();
        var tagged = tags.Keys.Where(v => v.Candidate is null).Select(v => v.ToString()).ToHashSet();
        _differences.AddRange(tagged.Except(stored).Select(v => $"{v}: tagged in git, but not in the database."));
        _differences.AddRange(stored.Except(tagged).Select(v => $"{v}: a release in the database, but not tagged on the branch in git."));
        _compared++;
    }

    /// <summary>Release and candidate tags that the tip reaches.</summary>
    private Dictionary<KernelVersion, ObjectId> Tags(RangeCounter ranges)
    {
        var result = new Dictionary<KernelVersion, ObjectId>();
        foreach (var tag in repository.Tags().OrderBy(t => t.Name.StartsWith('v') ? 0 : 1))
        {
            if (KernelVersion.TryParse(tag.Name, out var version) && tag.CommitId is { } commit && ranges.Contains(commit))
                result.TryAdd(version, commit);
        }
        return result;
    }

    private static ObjectId? Previous(Dictionary<KernelVersion, ObjectId> tags, KernelVersion version, ObjectId top, RangeCounter ranges)
    {
        var reached = ranges.ReachedFrom(top);
        return tags.Where(t => t.Key.Candidate is null && t.Key < version.Release && reached(t.Value))
            .OrderByDescending(t => t.Key).Select(t => (ObjectId?)t.Value).FirstOrDefault();
    }

    private void Compare<T>(string what, T stored, T counted)
    {
        _compared++;
        if (!EqualityComparer<T>.Default.Equals(stored, counted))
            _differences.Add($"{what}: the database says {stored?.ToString() ?? "nothing"}, git says {counted?.ToString() ?? "nothing"}.");
    }
}
