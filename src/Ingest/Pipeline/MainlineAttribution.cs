using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>A release (or the one in the making) and its candidates as nodes of the graph.</summary>
/// <param name="Version">The release.</param>
/// <param name="Node">The tagged commit, or the branch tip for the release in the making.</param>
/// <param name="IsTagged">False for the release in the making.</param>
/// <param name="Candidates">Its -rc tags by rising number.</param>
internal sealed record ReleasePoint(KernelVersion Version, int Node, bool IsTagged, IReadOnlyList<CandidatePoint> Candidates);

/// <summary>An -rc tag.</summary>
internal sealed record CandidatePoint(int Number, int Node);

/// <summary>
/// Which release, candidate and position on the mainline chain each commit belongs to: a pure function of the graph
/// and the tags, so that a new, moved or deleted tag and a rewritten branch all need no more than computing it again.
/// </summary>
internal sealed class MainlineAttribution
{
    /// <summary>Marks a commit that mainline does not reach.</summary>
    public const int Nowhere = -1;

    private MainlineAttribution(int count)
    {
        Release = Filled(count);
        Candidate = Filled(count);
        Position = new int[count];
    }

    /// <summary>By node: index of the first release that contains it; <see cref="Nowhere"/> when none does.</summary>
    public int[] Release { get; }

    /// <summary>By node: number of the first -rc that contains it, 0 for the release only, <see cref="Nowhere"/> when no tag does.</summary>
    public int[] Candidate { get; }

    /// <summary>By node: position on the chain from 1; 0 when mainline does not reach it.</summary>
    public int[] Position { get; }

    /// <summary>The mainline chain: the node at position n is <c>Chain[n - 1]</c>.</summary>
    public List<int> Chain { get; } = [];

    /// <summary>Attributes every commit.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="releases">Releases in tag order, the one in the making last.</param>
    public static MainlineAttribution Compute(CommitGraph graph, IReadOnlyList<ReleasePoint> releases)
    {
        var result = new MainlineAttribution(graph.Count);
        for (var index = 0; index < releases.Count; index++)
        {
            result.AttributeRelease(graph, releases[index].Node, index);
            result.AttributeCandidates(graph, releases[index], index);
            result.AttributePositions(graph, releases[index].Node, index);
        }
        return result;
    }

    /// <summary>The first release in tag order wins: each walk stops at what an earlier release has.</summary>
    private void AttributeRelease(CommitGraph graph, int start, int index) =>
        graph.Walk(start, node =>
        {
            if (Release[node] != Nowhere)
                return false;
            Release[node] = index;
            return true;
        });

    private void AttributeCandidates(CommitGraph graph, ReleasePoint release, int index)
    {
        foreach (var candidate in release.Candidates)
            AttributeCandidate(graph, candidate.Node, index, candidate.Number);
        if (release.IsTagged)
            AttributeCandidate(graph, release.Node, index, 0);
    }

    private void AttributeCandidate(CommitGraph graph, int start, int index, int number) =>
        graph.Walk(start, node =>
        {
            if (Release[node] != index || Candidate[node] != Nowhere)
                return false;
            Candidate[node] = number;
            return true;
        });

    /// <summary>
    /// The chain of a release is its tag's own first-parent chain back to what an earlier release has, not the branch
    /// tip's: where a branch was moved forward to somebody else's merge, the tip's chain runs through that tree, and
    /// `git rev-list --first-parent` between two tags, which readers check with, would tell another story.
    /// </summary>
    private void AttributePositions(CommitGraph graph, int start, int index)
    {
        var chain = new List<int>();
        for (int? node = start; node is { } n && Release[n] == index; node = graph.FirstParent(n))
            chain.Add(n);
        chain.Reverse();
        foreach (var link in chain)
        {
            Chain.Add(link);
            var position = Chain.Count;
            graph.Walk(link, node =>
            {
                if (Release[node] != index || Position[node] != 0)
                    return false;
                Position[node] = position;
                return true;
            });
        }
    }

    private static int[] Filled(int count)
    {
        var array = new int[count];
        Array.Fill(array, Nowhere);
        return array;
    }
}
