using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Sorts the tags of a mainline tree into releases, candidates and the rest.</summary>
internal static class ReleaseTags
{
    /// <summary>Says what each tag counts as. A release or candidate counts only when the branch contains it.</summary>
    public static IReadOnlyList<JudgedTag> Judge(IReadOnlyList<GitTag> tags, CommitGraph graph, bool[] onBranch) =>
        [.. tags.Select(tag => Judge(tag, graph, onBranch))];

    /// <summary>
    /// The releases in tag order with their candidates; last the one in the making, when the tip is beyond the newest
    /// release or a candidate announces it. Without any release or candidate tag there is none.
    /// </summary>
    public static IReadOnlyList<ReleasePoint> Order(IReadOnlyList<JudgedTag> tags, int tip)
    {
        // A version may be tagged twice ("2.6.30" beside "v2.6.30"); the spelling with the v is mainline's own.
        var byVersion = tags.Where(t => t.Verdict is TagVerdict.Release or TagVerdict.Candidate)
            .GroupBy(t => t.Version)
            .ToDictionary(g => g.Key, g => g.OrderBy(t => t.Tag.Name.StartsWith('v') ? 0 : 1).First().Node);
        var points = new List<ReleasePoint>();
        foreach (var version in byVersion.Keys.Where(v => v.Candidate is null).Order())
            points.Add(new ReleasePoint(version, byVersion[version], true, Candidates(byVersion, version)));

        var newest = points.Count > 0 ? points[^1].Version : default;
        var announced = byVersion.Keys.Select(v => v.Release).Where(v => points.Count == 0 || v > newest).Order().ToList();
        if (announced.Count > 0)
            points.Add(new ReleasePoint(announced[^1], tip, false, Candidates(byVersion, announced[^1])));
        else if (points.Count > 0 && points[^1].Node != tip)
            points.Add(new ReleasePoint(newest.Next(), tip, false, []));
        return points;
    }

    private static List<CandidatePoint> Candidates(Dictionary<KernelVersion, int> byVersion, KernelVersion release) =>
        [.. byVersion.Where(p => p.Key.Candidate is not null && p.Key.Release == release)
            .OrderBy(p => p.Key)
            .Select(p => new CandidatePoint(p.Key.Candidate!.Value, p.Value))];

    private static JudgedTag Judge(GitTag tag, CommitGraph graph, bool[] onBranch)
    {
        if (!KernelVersion.TryParse(tag.Name, out var version))
            return new JudgedTag(tag, TagVerdict.OtherName, default, MainlineAttribution.Nowhere);
        if (tag.CommitId is not { } commit)
            return new JudgedTag(tag, TagVerdict.NotACommit, version, MainlineAttribution.Nowhere);
        if (graph.Find(commit) is not { } node || !onBranch[node])
            return new JudgedTag(tag, TagVerdict.OffBranch, version, MainlineAttribution.Nowhere);
        return new JudgedTag(tag, version.Candidate is null ? TagVerdict.Release : TagVerdict.Candidate, version, node);
    }
}

/// <summary>A tag and what it counts as.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Verdict">What it counts as.</param>
/// <param name="Version">Its version, when its name is one; of a stable update, the release that its series is based on.</param>
/// <param name="Node">Its commit, when it counts as a release or candidate.</param>
internal sealed record JudgedTag(GitTag Tag, TagVerdict Verdict, KernelVersion Version, int Node)
{
    /// <summary>The row that keeps it.</summary>
    public TreeTag ToRow(int treeId) => new()
    {
        TrackedTreeId = treeId,
        Name = Tag.Name,
        ObjectSha = Tag.ObjectId.ToBytes(),
        CommitSha = Tag.CommitId?.ToBytes(),
        Verdict = Verdict,
    };
}
