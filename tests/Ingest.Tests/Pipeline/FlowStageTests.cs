using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline;

public sealed class FlowStageTests : IDisposable
{
    private const string Net = "Merge git://git.kernel.org/pub/scm/linux/kernel/git/davem/net-2.6";
    private const string Wireless = "Merge branch 'master' of git://git.kernel.org/pub/scm/linux/kernel/git/linville/wireless-2.6";
    private const string Bluetooth = "Merge branch 'master' of git://git.kernel.org/pub/scm/linux/kernel/git/holtmann/bluetooth-2.6";
    private const string Mainline = "Merge branch 'master' of git://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux-2.6";

    private readonly TestHistory _history = TestHistory.Create()
        .Commit("Linux 2.6.12").Tag("v2.6.12").As("old")
        .Branch("bluetooth").Commits(2, "bt")
        .Branch("wireless", "old").Commits(3, "mac80211").Merge("bluetooth", Bluetooth)
        .Branch("net", "old").Commits(1, "net").Merge("wireless", Wireless).Merge("wireless", "Merge branch 'fixes'").Commits(1, "tcp")
        .Switch("master").Commit("direct").Merge("net", Net).As("pull")
        .Commit("Linux 2.6.13-rc1").Tag("v2.6.13-rc1");

    private readonly IngestedHistory _ingested = new();

    public void Dispose()
    {
        _history.Dispose();
        _ingested.Dispose();
    }

    [Fact]
    public void What_went_from_tree_to_tree_is_what_git_counts()
    {
        _ingested.Ingest(_history.Path);

        Assert.Equal(
        [
            "applied directly -> mainline: 2, own 2, merges 0",
            "davem/net-2.6 -> mainline: 7, own 2, merges 1",
            "holtmann/bluetooth-2.6 -> linville/wireless-2.6: 2, own 2, merges 1",
            "linville/wireless-2.6 -> davem/net-2.6: 5, own 3, merges 1",
        ], Edges("v2.6.13"));
        var merge = _history.Git("log", "--format=%H", "--grep=linville/wireless", "-1");
        Assert.Equal("5", _history.Git("rev-list", "--no-merges", "--count", $"{merge}^1..{merge}"));
    }

    [Fact]
    public void The_tree_that_brought_a_changeset_first_is_kept_where_mainline_pulled_another()
    {
        _ingested.Ingest(_history.Path);

        using var context = _ingested.Open();
        var origins = (
            from commit in context.Commits
            join tree in context.SourceTrees on commit.OriginTreeId equals tree.Id
            orderby commit.Subject
            select commit.Subject + " from " + tree.Name).ToList();
        Assert.Equal(
        [
            "bt 1 from holtmann/bluetooth-2.6", "bt 2 from holtmann/bluetooth-2.6",
            "mac80211 1 from linville/wireless-2.6", "mac80211 2 from linville/wireless-2.6", "mac80211 3 from linville/wireless-2.6",
        ], origins);
    }

    [Fact]
    public void Later_runs_moved_tags_and_merges_of_mainline_lead_to_the_state_of_a_fresh_ingest()
    {
        _ingested.Ingest(_history.Path);
        _history.Switch("wireless").Merge("master", Mainline).Commit("iwl").Switch("net").Merge("wireless", Wireless)
            .Switch("master").Merge("net", Net).Commit("Linux 2.6.13").Tag("v2.6.13").Commit("tip");
        _ingested.Ingest(_history.Path);
        Assert.Equal(IngestedHistory.Fresh(_history.Path), _ingested.Meaning());
        Assert.Contains("linville/wireless-2.6 -> davem/net-2.6: 6, own 4, merges 2", Edges("v2.6.13"));

        _history.Tag("v2.6.13", "pull");
        _ingested.Ingest(_history.Path);
        Assert.Equal(IngestedHistory.Fresh(_history.Path), _ingested.Meaning());
        Assert.Contains("linville/wireless-2.6 -> davem/net-2.6: 5, own 3, merges 1", Edges("v2.6.13"));
    }

    [Fact]
    public void Own_changesets_and_those_into_mainline_add_up_to_the_release()
    {
        _ingested.Ingest(_history.Path);

        using var context = _ingested.Open();
        foreach (var release in context.Releases.ToList())
        {
            var edges = context.FlowEdges.Where(e => e.ReleaseId == release.Id).ToList();
            Assert.Equal(release.Changesets, edges.Sum(e => e.OwnChangesets));
            Assert.Equal(release.Changesets, edges.Where(e => e.IntoTreeId == 0).Sum(e => e.Changesets));
        }
    }

    private List<string> Edges(string version)
    {
        using var context = _ingested.Open();
        var trees = context.SourceTrees.ToDictionary(t => t.Id, t => t.Name);
        var id = context.Releases.Single(r => r.Version == version).Id;
        return
        [
            .. context.FlowEdges.Where(e => e.ReleaseId == id).AsEnumerable()
                .Select(e => $"{trees[e.SourceTreeId]} -> {(e.IntoTreeId == 0 ? "mainline" : trees[e.IntoTreeId])}: {e.Changesets}, own {e.OwnChangesets}, merges {e.Merges}")
                .Order(StringComparer.Ordinal),
        ];
    }
}
