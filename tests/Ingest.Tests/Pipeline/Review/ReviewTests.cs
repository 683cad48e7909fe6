using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Pipeline;
using KernelTracker.Ingest.Pipeline.Hardware;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline.Review;

public sealed class ReviewTests : IDisposable
{
    private readonly IngestedHistory _ingested = new();
    private readonly TestHistory _stable = TestHistory.Create();

    public ReviewTests() =>
        _stable.Commit("Linux 3.16").Tag("v3.16").Branch("linux-3.16.y").Commit("net: old fix").Commit("Linux 3.16.1").Tag("v3.16.1")
            .Switch("master").Commit("net: fix one").As("upstream").Switch("linux-3.16.y");

    [Fact]
    public void A_candidate_at_the_tip_of_a_branch_is_in_review()
    {
        _stable.Branch("review/linux-3.16.y").At("2014-10-07 10:00 -0700")
            .Commit($"net: fix one\n\ncommit {Upstream} upstream.", c => c.Author("Jane Doe", "jane@example.org").File("a.c", "1\n"))
            .Commit("net: fix two\n\nNot upstream, it is fixed differently there.")
            .At("2014-10-07 16:27 -0700").Commit("Linux 3.16.2-rc1").Commit("net: late fix");

        var run = Review(_stable.Path);

        using var context = _ingested.Open();
        var round = Assert.Single(context.ReviewRounds);
        Assert.Equal((RunOutcome.Done, 3_016_000, 2, (int?)1, ReviewSource.Branch, 3), (run.Outcome, round.SeriesId, round.Number, round.Candidate, round.Source, round.Patches));
        Assert.Equal(DateTimeOffset.Parse("2014-10-07T16:27-07:00", System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds(), round.Since);
        Assert.Equal(-420, round.SinceOffset);
        Assert.Null(round.Due);
        var patches = context.ReviewPatches.OrderBy(p => p.Ordinal).ToList();
        Assert.Equal(["net: fix one", "net: fix two", "net: late fix"], patches.Select(p => p.Subject));
        Assert.Equal(("Jane Doe", UpstreamStatement.Named, Upstream), (patches[0].Author, patches[0].Upstream, patches[0].Written));
        Assert.Equal(Upstream, new ObjectId(context.Commits.Single(c => c.Id == patches[0].UpstreamCommitId).Sha).ToString());
        Assert.Equal((UpstreamStatement.NoUpstream, null), (patches[1].Upstream, patches[1].Written));
    }

    [Fact]
    public void A_branch_without_candidate_is_not_in_review_and_the_newest_candidate_counts()
    {
        Review(_stable.Path);
        Assert.Empty(Rounds());

        _stable.Branch("review/linux-3.16.y").Commit("fix").Commit("Linux 3.16.2-rc1").Commit("another").Commit("Linux 3.16.2-rc2");
        Review(_stable.Path);

        Assert.Equal([(2, 2, 2)], Rounds());
    }

    [Fact]
    public void Where_no_tag_is_known_the_release_commit_ends_the_candidate()
    {
        using var rc = TestHistory.Create();
        rc.Commit("Linux 3.16").Commit("before").Commit("Linux 3.16.1").Branch("linux-3.16.y").Commit("fix").Commit("Linux 3.16.2-rc1");

        Review(rc.Path);

        Assert.Equal([(2, 1, 1)], Rounds());
    }

    [Fact]
    public void A_candidate_becomes_released_with_its_tag_and_is_back_without_it()
    {
        _stable.Branch("review/linux-3.16.y").Commit("fix").Commit("Linux 3.16.2-rc1").Switch("linux-3.16.y");
        Review(_stable.Path);
        Assert.Single(Rounds());

        _stable.Commit("fix").Commit("Linux 3.16.2").Tag("v3.16.2");
        Review(_stable.Path);
        Assert.Empty(Rounds());
        using (var read = _ingested.Open())
            Assert.Empty(read.ReviewPatches);

        _stable.RemoveTag("v3.16.2");
        Review(_stable.Path);
        Assert.Single(Rounds());
    }

    [Fact]
    public void The_same_tips_are_not_read_again_and_what_is_gone_goes()
    {
        _stable.Branch("review/linux-3.16.y").Commit("fix").Commit("Linux 3.16.2-rc1");
        Review(_stable.Path);
        Assert.Equal(RunOutcome.NothingNew, Review(_stable.Path).Outcome);

        _stable.RemoveBranch("review/linux-3.16.y");
        Assert.Equal(RunOutcome.Done, Review(_stable.Path).Outcome);
        Assert.Empty(Rounds());
    }

    [Fact]
    public void Queues_and_announced_reviews_are_read_with_what_is_missing()
    {
        using var queue = TestHistory.Create();
        queue.At("2014-10-01 00:00 +0000").Commit("start", c => c.File("releases/3.14.20/series", "x.patch\n").File("queue-3.10/series", "# empty\n"))
            .At("2014-10-03 00:00 +0000").Commit("queue", c => c
                .File("queue-3.16/series", "# next\na.patch\nmissing.patch -p1\n")
                .File("queue-3.16/a.patch", $"From: Jane Doe <jane@example.org>\nSubject: net: fix\n\ncommit {Upstream} upstream.\n---\n"))
            .At("2014-10-05 00:00 +0000").Commit("review", c => c
                .File("review-3.14/series", "b.patch\n")
                .File("review-3.14/b.patch", "not a patch\n")
                .File("review-3.14/mbox", "This is the start of the stable review cycle for the 3.14.21 release.\nResponses should be made by Thu, 09 Oct 2014 22:16:33 GMT.\n\thttps://example.org/patch-3.14.21-rc1.gz\n"))
            .At("2014-10-06 00:00 +0000").Commit("elsewhere", c => c.File("README", "x\n"));

        var run = Review(queue.Path);

        Assert.Equal("2 patches that a series names are missing.", run.Message);
        using var context = _ingested.Open();
        var rounds = context.ReviewRounds.OrderBy(r => r.SeriesId).ToList();
        Assert.Equal([(3_014_000, 21, (int?)1, ReviewSource.Announced), (3_016_000, 2, null, ReviewSource.Queue)], rounds.Select(r => (r.SeriesId, r.Number, r.Candidate, r.Source)));
        Assert.Equal(new DateTimeOffset(2014, 10, 9, 22, 16, 33, TimeSpan.Zero).ToUnixTimeSeconds(), rounds[0].Due);
        Assert.Equal([new DateTime(2014, 10, 5), new DateTime(2014, 10, 3)], rounds.Select(r => DateTimeOffset.FromUnixTimeSeconds(r.Since).UtcDateTime));
        var patches = context.ReviewPatches.Where(p => p.RoundId == rounds[1].Id).OrderBy(p => p.Ordinal).ToList();
        Assert.Equal([("net: fix", "Jane Doe", false), ("missing.patch", "", true)], patches.Select(p => (p.Subject, p.Author, p.IsMissing)));
        Assert.Equal(2, context.TreeEvents.Count(e => e.Kind == "patch missing"));
    }

    [Fact]
    public void Hostile_trees_are_read()
    {
        using var queue = TestHistory.Create();
        queue.Commit("queue", c => c
            .File("queue-3.16/series", "../../etc/passwd\n/abs\nseries/x\n\0\n.\n")
            .File("queue-9999.1/series", "a\n")
            .File("queue-3.17", "a file\n")
            .File("queue-3.18/series/folder", "a folder\n"));

        Review(queue.Path);

        using var context = _ingested.Open();
        Assert.All(context.ReviewPatches, p => Assert.True(p.IsMissing));
    }

    public void Dispose()
    {
        _stable.Dispose();
        _ingested.Dispose();
    }

    private string Upstream => _stable.Id("upstream").ToString();

    private List<(int Number, int Candidate, int Patches)> Rounds()
    {
        using var context = _ingested.Open();
        return [.. context.ReviewRounds.AsEnumerable().Select(r => (r.Number, r.Candidate ?? 0, r.Patches))];
    }

    private IngestRun Review(string repository)
    {
        using var context = TrackerDatabase.OpenWriter(_ingested.Database);
        var trees = new List<ConfiguredTree>
        {
            new("mainline", TreeKind.Mainline, _stable.Path, null, "master", IsSample: false),
            new("stable", TreeKind.Stable, _stable.Path, null, null, IsSample: false),
            new("review", TreeKind.StableReview, repository, null, null, IsSample: false),
        };
        return new TreeIngest(context, new Lazy<IdNames>(IdNames.None), TimeProvider.System)
            .Run(trees, withLines: false, new Progress<IngestProgress>(), TestContext.Current.CancellationToken)[^1];
    }
}
