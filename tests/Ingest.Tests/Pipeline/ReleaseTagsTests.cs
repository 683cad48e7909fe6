using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Pipeline;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline;

public class ReleaseTagsTests
{
    private static readonly Graphs G = Graphs.Draw("root", "rc1 root", "rel rc1", "tip rel", "off root");

    [Theory]
    [InlineData("v2.6.13", "rel", TagVerdict.Release)]
    [InlineData("v2.6.13-rc1", "rc1", TagVerdict.Candidate)]
    [InlineData("v3.18-rc1-dts", "rc1", TagVerdict.OtherName)]
    [InlineData("v2.6.11-tree", null, TagVerdict.OtherName)]
    [InlineData("v2.6.11", null, TagVerdict.NotACommit)]
    [InlineData("efdc-linux-2.0_BETA11", "rel", TagVerdict.OtherName)]
    [InlineData("next-20141008", "rel", TagVerdict.OtherName)]
    [InlineData("v2.6.13.4", "rel", TagVerdict.OtherName)]
    [InlineData("v3.16.4", "rel", TagVerdict.OtherName)]
    [InlineData("v2.6.14", "off", TagVerdict.OffBranch)]
    public void Tags_are_judged_by_name_commit_and_branch(string name, string? node, TagVerdict verdict) =>
        Assert.Equal(verdict, Judge((name, node)).Single().Verdict);

    [Fact]
    public void Releases_come_in_tag_order_with_the_one_in_the_making_last()
    {
        var points = ReleaseTags.Order(Judge(("v2.6.13", "rel"), ("v2.6.13-rc1", "rc1")), G["tip"]);

        Assert.Equal(["v2.6.13", "v2.6.14"], points.Select(p => p.Version.ToString()));
        Assert.Equal([true, false], points.Select(p => p.IsTagged));
        Assert.Equal([1], points[0].Candidates.Select(c => c.Number));
    }

    [Fact]
    public void A_candidate_announces_the_number_of_the_release_in_the_making()
    {
        var points = ReleaseTags.Order(Judge(("v3.19", "root"), ("v4.0-rc1", "rc1")), G["tip"]);

        Assert.Equal("v4.0", points[^1].Version.ToString());
        Assert.False(points[^1].IsTagged);
    }

    [Fact]
    public void At_the_moment_of_a_release_nothing_is_in_the_making() =>
        Assert.Equal(["v2.6.13"], ReleaseTags.Order(Judge(("v2.6.13", "rel")), G["rel"]).Select(p => p.Version.ToString()));

    [Fact]
    public void Without_release_tags_there_are_no_releases() => Assert.Empty(ReleaseTags.Order(Judge(("nightly", "rel")), G["tip"]));

    private static IReadOnlyList<JudgedTag> Judge(params (string Name, string? Node)[] tags)
    {
        var onBranch = new bool[G.Graph.Count];
        G.Graph.Walk(G["tip"], n => !onBranch[n] && (onBranch[n] = true));
        return ReleaseTags.Judge(
            [.. tags.Select(t => new GitTag(t.Name, default, t.Node is null ? null : G.Graph.Id(G[t.Node])))], G.Graph, onBranch);
    }
}
