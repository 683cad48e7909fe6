using FsCheck.Xunit;
using KernelTracker.Ingest.Pipeline;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline;

public class MainlineAttributionTests
{
    [Fact]
    public void A_pull_brings_what_its_other_parents_reach_and_its_first_does_not()
    {
        var g = Graphs.Draw("root", "a root", "x root", "y x", "m a y", "b m");
        var result = MainlineAttribution.Compute(g.Graph, [g.Release("v2.6.13", "b")]);

        Assert.Equal(["root", "a", "m", "b"], result.Chain.Select(n => g.Where(m => m == n)));
        Assert.Equal("x y m", g.Where(n => result.Position[n] == 3));
    }

    [Fact]
    public void The_first_release_in_tag_order_has_a_commit_even_when_a_later_one_merges_it_again()
    {
        var g = Graphs.Draw("r0", "x r0", "r1 r0", "m r1 x", "r2 m", "again r2 x", "r3 again");
        var result = MainlineAttribution.Compute(g.Graph, [g.Release("v2.6.13", "r1"), g.Release("v2.6.14", "r2"), g.Release("v2.6.15", "r3")]);

        Assert.Equal("r0 r1", g.Where(n => result.Release[n] == 0));
        Assert.Equal("x m r2", g.Where(n => result.Release[n] == 1));
        Assert.Equal("again r3", g.Where(n => result.Release[n] == 2));
    }

    [Fact]
    public void A_window_that_opens_before_the_release_is_tagged_is_told_by_reachability()
    {
        // The fix on the release branch is tagged after work for the next release has been merged on top of rc1.
        var g = Graphs.Draw("rc1", "early rc1", "rel rc1", "m early rel", "next m");
        var result = MainlineAttribution.Compute(g.Graph,
            [g.Release("v2.6.13", "rel", true, (1, "rc1")), g.Release("v2.6.14", "next", tagged: false)]);

        Assert.Equal("rc1 rel", g.Where(n => result.Release[n] == 0));
        Assert.Equal("early m next", g.Where(n => result.Release[n] == 1));
    }

    [Fact]
    public void Candidates_hold_what_no_earlier_candidate_of_the_release_does()
    {
        var g = Graphs.Draw("r0", "a r0", "rc1 a", "b rc1", "rc2 b", "c rc2", "r1 c", "d r1");
        var result = MainlineAttribution.Compute(g.Graph,
            [g.Release("v2.6.13", "r0"), g.Release("v2.6.14", "r1", true, (1, "rc1"), (2, "rc2")), g.Release("v2.6.15", "d", tagged: false)]);

        Assert.Equal("a rc1", g.Where(n => result.Candidate[n] == 1));
        Assert.Equal("b rc2", g.Where(n => result.Candidate[n] == 2));
        Assert.Equal("r0 c r1", g.Where(n => result.Candidate[n] == 0));
        Assert.Equal("d", g.Where(n => result.Candidate[n] == MainlineAttribution.Nowhere));
    }

    [Fact]
    public void The_chain_of_a_release_is_its_own_first_parent_chain_where_the_branch_was_moved_forward_to_another_merge()
    {
        // Mainline: r0 a m1 r1. A maintainer merged r1 into his tree (h: first parent x), and mainline moved forward to h.
        var g = Graphs.Draw("r0", "x r0", "a r0", "y r0", "m1 a y", "r1 m1", "h x r1", "tip h");
        var result = MainlineAttribution.Compute(g.Graph, [g.Release("v2.6.13", "r1"), g.Release("v2.6.14", "tip", tagged: false)]);

        Assert.Equal(["r0", "a", "m1", "r1", "x", "h", "tip"], result.Chain.Select(n => g.Where(m => m == n)));
        Assert.Equal("y m1", g.Where(n => result.Position[n] == 3));
    }

    [Fact]
    public void Two_roots_and_a_criss_cross_are_counted_once()
    {
        var g = Graphs.Draw("root", "other", "a root", "b other", "m1 a b", "m2 b a", "top m1 m2");
        var result = MainlineAttribution.Compute(g.Graph, [g.Release("v2.6.13", "top")]);

        Assert.All(Enumerable.Range(0, g.Graph.Count), n => Assert.Equal(0, result.Release[n]));
        Assert.All(Enumerable.Range(0, g.Graph.Count), n => Assert.InRange(result.Position[n], 1, result.Chain.Count));
    }

    /// <summary>For any graph, attribution by position equals the definition: reachable from the chain up to a position, not before.</summary>
    [Property]
    public bool Position_is_the_first_chain_commit_that_reaches_a_commit(byte[] shape)
    {
        if (shape.Length == 0)
            return true;
        var graph = new CommitGraph();
        for (var i = 0; i < shape.Length; i++)
        {
            var id = new byte[20];
            BitConverter.TryWriteBytes(id, i + 1);
            int[] parents = i == 0 ? [] : shape[i] % 3 == 0 ? [i - 1, shape[i] % i] : [i - 1 - (shape[i] % Math.Min(i, 3))];
            graph.Add(new Data.Model.ObjectId(id), parents.Distinct().ToArray());
        }
        var release = new ReleasePoint(new Data.Model.KernelVersion(2, 6, 13, null), graph.Count - 1, true, []);
        var result = MainlineAttribution.Compute(graph, [release]);
        return Enumerable.Range(0, graph.Count).All(n =>
        {
            var first = result.Chain.FindIndex(link => Reaches(graph, link, n)) + 1;
            return first == result.Position[n];
        });
    }

    private static bool Reaches(CommitGraph graph, int from, int target)
    {
        var seen = new HashSet<int>();
        graph.Walk(from, seen.Add);
        return seen.Contains(target);
    }
}
