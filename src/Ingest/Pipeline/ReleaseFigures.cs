using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Counts releases and candidates and writes their rows.</summary>
internal sealed class ReleaseFigures(
    TrackerContext context, StoredHistory history, IReadOnlyList<ReleasePoint> points, MainlineAttribution attribution, Dictionary<int, int> developers)
{
    private readonly Dictionary<int, Release> _before = context.Releases.ToDictionary(r => r.Id);

    /// <summary>Releases that are new or whose tag or MAINTAINERS file is another than before, by row number.</summary>
    public IEnumerable<int> Changed(IReadOnlyList<ObjectId?> maintainers)
    {
        for (var i = 0; i < points.Count; i++)
        {
            var id = points[i].Version.SortKey;
            if (!_before.TryGetValue(id, out var old) || !Same(old.MaintainersSha, maintainers[i]) || old.CommitId != history.Commits[points[i].Node].Id)
                yield return id;
        }
    }

    /// <summary>Writes all releases and candidates; those that are no more go.</summary>
    public void Write(IReadOnlyList<ObjectId?> maintainers)
    {
        context.Releases.ExecuteDelete();
        context.Candidates.ExecuteDelete();
        using var releases = BulkTable.Insert<Release>(context);
        using var candidates = BulkTable.Insert<ReleaseCandidate>(context);
        var byRelease = history.Commits.Where(c => c.ReleaseId is not null).ToLookup(c => c.ReleaseId!.Value);
        var seen = new HashSet<int>();
        for (var i = 0; i < points.Count; i++)
        {
            var commits = byRelease[points[i].Version.SortKey].ToList();
            var release = Row(i, commits, seen);
            release.MaintainersSha = maintainers[i]?.ToBytes();
            releases.Write(release);
            foreach (var candidate in points[i].Candidates)
                candidates.Write(Row(candidate, release.Id, commits));
        }
    }

    private Release Row(int index, List<StoredCommit> commits, HashSet<int> seenDevelopers)
    {
        var point = points[index];
        var tip = history.Commits[point.Node];
        var changesets = commits.Where(c => !c.IsMerge).ToList();
        var authors = changesets.Select(c => developers[c.AuthorId]).ToHashSet();
        var newcomers = authors.Count(a => !seenDevelopers.Contains(a));
        seenDevelopers.UnionWith(authors);
        var first = point.Candidates is [{ Number: 1 } rc1, ..] ? rc1 : null;
        var windowOpen = !point.IsTagged && point.Candidates.Count == 0;
        var window = windowOpen ? commits : first is null ? null : commits.Where(c => c.Candidate == 1).ToList();
        var chain = attribution.Chain.Where(n => attribution.Release[n] == index).ToList();
        var (added, removed) = LineSums.Of(changesets);
        return new Release
        {
            Id = point.Version.SortKey,
            Version = point.Version.ToString(),
            State = point.IsTagged ? ReleaseState.Released : windowOpen ? ReleaseState.WindowOpen : ReleaseState.Stabilizing,
            CommitId = tip.Id,
            PreviousId = index == 0 ? null : points[index - 1].Version.SortKey,
            Time = tip.CommitTime,
            TimeOffset = tip.CommitOffset,
            FirstPosition = chain.Count == 0 ? 0 : attribution.Position[chain[0]],
            LastPosition = chain.Count == 0 ? 0 : attribution.Position[chain[^1]],
            WindowCommitId = windowOpen ? tip.Id : first is null ? null : history.Commits[first.Node].Id,
            Changesets = changesets.Count,
            Commits = commits.Count,
            WindowChangesets = window?.Count(c => !c.IsMerge),
            WindowCommits = window?.Count,
            Pulls = chain.Count(n => history.Commits[n].IsMerge),
            Developers = authors.Count,
            NewDevelopers = newcomers,
            AddedLines = added,
            RemovedLines = removed,
        };
    }

    private ReleaseCandidate Row(CandidatePoint candidate, int releaseId, List<StoredCommit> commits)
    {
        var tip = history.Commits[candidate.Node];
        var fresh = commits.Where(c => c.Candidate == candidate.Number).ToList();
        return new ReleaseCandidate
        {
            ReleaseId = releaseId,
            Number = candidate.Number,
            CommitId = tip.Id,
            Time = tip.CommitTime,
            TimeOffset = tip.CommitOffset,
            Changesets = fresh.Count(c => !c.IsMerge),
            Commits = fresh.Count,
        };
    }

    private static bool Same(byte[]? stored, ObjectId? now) =>
        stored is null ? now is null : now is { } id && id == new ObjectId(stored);
}
