using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Pipeline;
using KernelTracker.Ingest.Pipeline.Hardware;
using KernelTracker.Ingest.Verification;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline;

public sealed class StableIngestTests : IDisposable
{
    private readonly TestHistory _mainline = Mainline();
    private readonly TestHistory _stable = Mainline();
    private readonly IngestedHistory _ingested = new();

    [Fact]
    public void An_update_is_what_its_tag_reaches_beyond_the_one_before_without_the_version_bump()
    {
        Series(_stable);

        Ingest();

        using var context = _ingested.Open();
        var updates = context.StableUpdates.OrderBy(u => u.Number).ToList();
        Assert.Equal(["v3.16.1", "v3.16.2"], updates.Select(u => u.Version));
        Assert.Equal([(0, 2, 1, 2), (1, 1, 2, 1)], updates.Select(u => (u.PreviousNumber!.Value, u.Changesets!.Value, u.Number, u.Developers!.Value)));
        Assert.All(updates, u => Assert.Equal(u.CommitId, u.BumpCommitId));
        Assert.Equal(["net: fix one", "net: fix two", "net: fix three"], Subjects());
        Assert.Equal(int.Parse(_stable.Git("rev-list", "--count", "--no-merges", "v3.16..v3.16.1")) - 1, updates[0].Changesets);
        Assert.Equal(4, updates[0].AddedLines);
        var series = context.StableSeries.Single();
        Assert.Equal((3_016_000, "3.16", SeriesSupport.Longterm, SeriesState.Maintained), (series.Id, series.Name, series.Support, series.State));
        Assert.Equal(context.Releases.Single(r => r.Id == 3_016_000).CommitId, series.BaseCommitId);
    }

    [Fact]
    public void What_stands_on_a_branch_beyond_the_tags_is_nobodys()
    {
        Series(_stable);
        _stable.Commit("vendor: hack").Branch("other", "v3.16.1").Commit("vendor: more");

        Ingest();

        using var context = _ingested.Open();
        Assert.DoesNotContain(context.Commits.Select(c => c.Subject), s => s.StartsWith("vendor", StringComparison.Ordinal));
    }

    [Fact]
    public void Mainline_counts_as_it_did_without_stable_trees()
    {
        Series(_stable);
        using var alone = new IngestedHistory();
        alone.Ingest(_mainline.Path);

        Ingest();

        using var with = _ingested.Open();
        using var without = alone.Open();
        Assert.Equal(
            without.Releases.OrderBy(r => r.Id).Select(r => new { r.Version, r.Changesets, r.Commits, r.Developers, r.NewDevelopers, r.AddedLines }),
            with.Releases.OrderBy(r => r.Id).Select(r => new { r.Version, r.Changesets, r.Commits, r.Developers, r.NewDevelopers, r.AddedLines }));
        Assert.Equal(without.States.Single().Changesets, with.States.Single().Changesets);
        Assert.Empty(_ingested.Verify(_mainline.Path));
        Assert.Empty(Verify());
    }

    [Fact]
    public void A_second_pass_changes_nothing()
    {
        Series(_stable);
        Ingest();
        var before = DatabaseDump.Rows(_ingested.Database);

        var runs = Ingest();

        Assert.All(runs, r => Assert.Equal(RunOutcome.NothingNew, r.Outcome));
        Assert.Equal(before, DatabaseDump.Rows(_ingested.Database));
    }

    [Fact]
    public void Upstream_ids_are_kept_as_written_and_lead_to_what_is_held()
    {
        var fix = _mainline.Id("fix").ToString();
        _stable.Branch("linux-3.16.y", "v3.16")
            .Commit($"net: whole\n\ncommit {fix} upstream.")
            .Commit($"net: short\n\n[ Upstream commit {fix[..12]} ]")
            .Commit($"net: not held\n\ncommit {new string('a', 40)} upstream.")
            .Commit("net: own\n\nNot upstream, the code is gone there.")
            .Commit("Linux 3.16.1").Tag("v3.16.1");

        Ingest();

        using var context = _ingested.Open();
        var links = (
            from changeset in context.StableChangesets
            join backport in context.Backports on changeset.CommitId equals backport.CommitId into backports
            from backport in backports.DefaultIfEmpty()
            orderby changeset.Ordinal
            select new { changeset.Upstream, State = (MentionState?)backport!.State, backport!.UpstreamCommitId, backport!.Written }).ToList();
        Assert.Equal([UpstreamStatement.Named, UpstreamStatement.Named, UpstreamStatement.Named, UpstreamStatement.NoUpstream], links.Select(l => l.Upstream));
        Assert.Equal([MentionState.Found, MentionState.Found, MentionState.NotHeld, null], links.Select(l => l.State));
        Assert.Equal([fix, fix[..12], new string('a', 40), null], links.Select(l => l.Written));
        Assert.Equal(fix, Sha(links[1].UpstreamCommitId));
    }

    [Fact]
    public void An_id_that_was_not_held_becomes_a_link_when_a_tree_brings_the_commit()
    {
        using var later = TestHistory.Create();
        later.Commit("Linux 3.16", c => c.File("a", "1\n")).Tag("v3.16").Commit("net: in a later tree").As("late").Commit("Linux 3.17").Tag("v3.17");
        _stable.Branch("linux-3.16.y", "v3.16").Commit($"net: backport\n\ncommit {later.Id("late")} upstream.").Commit("Linux 3.16.1").Tag("v3.16.1");
        Ingest();
        Assert.Equal(MentionState.NotHeld, Backport().State);

        later.Branch("linux-3.17.y").Commit("Linux 3.17.1").Tag("v3.17.1");
        Ingest(("stable", _stable), ("later", later));

        Assert.Equal((MentionState.Found, later.Id("late").ToString()), (Backport().State, Sha(Backport().UpstreamCommitId)));
    }

    [Fact]
    public void A_reason_is_not_known_when_the_upstream_that_may_state_it_is_not_held()
    {
        _stable.Branch("linux-3.16.y", "v3.16")
            .Commit("net: a\n\ncommit 1234567890123456789012345678901234567890 upstream.")
            .Commit("net: b\n\ncommit 1234567890123456789012345678901234567891 upstream.\n\nCc: <stable@vger.kernel.org>\nSigned-off-by: A <a@example.org>")
            .Commit("Linux 3.16.1").Tag("v3.16.1");

        Ingest();

        using var context = _ingested.Open();
        Assert.Equal([StableReasons.NotKnown, StableReasons.CcStable], context.StableChangesets.OrderBy(c => c.Ordinal).Select(c => c.Reasons));
    }

    [Fact]
    public void Reasons_are_those_of_the_changeset_or_of_its_upstream()
    {
        var (asked, fixing) = (_mainline.Id("fix"), _mainline.Id("fixing"));
        _stable.Branch("linux-3.16.y", "v3.16")
            .Commit($"net: a\n\ncommit {asked} upstream.")
            .Commit($"net: b\n\ncommit {fixing} upstream.\n\nCc: <stable@vger.kernel.org> # 3.10+\nSigned-off-by: A <a@example.org>")
            .Commit("net: c\n\nSigned-off-by: A <a@example.org>")
            .Commit("Linux 3.16.1").Tag("v3.16.1");

        Ingest();

        using var context = _ingested.Open();
        Assert.Equal([StableReasons.CcStable, StableReasons.CcStable | StableReasons.Fixes, StableReasons.None], context.StableChangesets.OrderBy(c => c.Ordinal).Select(c => c.Reasons));
        var repair = context.Repairs.Single();
        Assert.Equal((MentionState.Found, _mainline.Id("broken").ToString()), (repair.State, Sha(repair.TargetCommitId)));
    }

    [Fact]
    public void A_series_without_its_base_counts_from_its_second_update()
    {
        using var lone = TestHistory.Create("linux-3.10.y");
        lone.Commit("import").Commit("Linux 3.10.55").Tag("v3.10.55").Commit("fix").Commit("Linux 3.10.56").Tag("v3.10.56");

        Ingest(("lone", lone));

        using var context = _ingested.Open();
        Assert.Equal([(55, null, null), (56, (int?)55, (int?)1)], context.StableUpdates.OrderBy(u => u.Number).AsEnumerable().Select(u => (u.Number, u.PreviousNumber, u.Changesets)));
        Assert.Null(context.StableSeries.Single().BaseCommitId);
        Assert.Equal(["fix"], Subjects());
    }

    [Fact]
    public void A_base_that_only_the_stable_tree_has_counts()
    {
        using var own = TestHistory.Create();
        own.Commit("Linux 3.18").Tag("v3.18").Commit("fix").Commit("Linux 3.18.1").Tag("v3.18.1");

        Ingest(("own", own));

        using var context = _ingested.Open();
        Assert.Equal((0, 1), (context.StableUpdates.Single().PreviousNumber, context.StableUpdates.Single().Changesets));
        Assert.Equal(TagVerdict.SeriesBase, context.TreeTags.Single(t => t.Name == "v3.18").Verdict);
    }

    [Fact]
    public void Of_two_trees_with_the_same_tag_the_first_configured_one_counts()
    {
        Series(_stable);
        using var other = Mainline();
        other.Branch("linux-3.16.y", "v3.16").Commit("another fix").Commit("Linux 3.16.1").Tag("v3.16.1");

        Ingest(("stable", _stable), ("other", other));

        using (var context = _ingested.Open())
        {
            Assert.Equal(2, context.StableUpdates.Single(u => u.Number == 1).Changesets);
            Assert.Equal(1, context.TreeTags.Count(t => t.Verdict == TagVerdict.Contradicted));
            Assert.Single(context.TreeEvents, e => e.Kind == "tag contradicted");
        }

        Ingest(("other", other), ("stable", _stable));

        using var turned = _ingested.Open();
        Assert.Equal(1, turned.StableUpdates.Single(u => u.Number == 1).Changesets);
        // The second update does not descend from the tag that counts: nothing is said of its content.
        Assert.Null(turned.StableUpdates.Single(u => u.Number == 2).PreviousNumber);
    }

    [Fact]
    public void Moved_and_deleted_tags_lead_to_the_state_of_a_fresh_ingest()
    {
        Series(_stable);
        Ingest();

        _stable.Branch("again", "v3.16").Commit("net: other").Commit("Linux 3.16.1").Tag("v3.16.1").RemoveTag("v3.16.2");
        Ingest();

        AssertLikeFresh();
        using var context = _ingested.Open();
        Assert.Equal(["net: other"], Subjects());
        Assert.DoesNotContain(context.Commits.Select(c => c.Subject), s => s == "net: fix three");
        Assert.Equal(["tag deleted", "tag moved"], context.TreeEvents.Select(e => e.Kind).Order());
    }

    [Fact]
    public void A_new_update_leads_to_the_state_of_a_fresh_ingest()
    {
        Series(_stable);
        Ingest();

        _stable.Commit("net: fix four").Commit("Linux 3.16.3").Tag("v3.16.3");
        _mainline.Commit("net: later").Commit("Linux 3.18").Tag("v3.18");
        Ingest();

        AssertLikeFresh();
    }

    [Fact]
    public void Mainline_rewritten_keeps_what_stable_tags_reach()
    {
        Series(_stable);
        Ingest();

        _mainline.Reset("v3.17");
        Ingest();

        Assert.Equal(["net: fix one", "net: fix two", "net: fix three"], Subjects());
        AssertLikeFresh();
    }

    [Fact]
    public void A_tree_that_is_configured_no_more_leaves_nothing()
    {
        Series(_stable);
        Ingest();

        Ingest([]);

        using var context = _ingested.Open();
        Assert.Empty(context.StableSeries);
        Assert.Empty(context.StableUpdates);
        Assert.Empty(context.StableChangesets);
        Assert.Equal(["mainline"], context.TrackedTrees.Select(t => t.Name));
        Assert.All(context.Commits, c => Assert.NotNull(c.ReleaseId));
    }

    [Fact]
    public void A_pass_that_was_stopped_between_reading_and_counting_is_finished_by_the_next()
    {
        Series(_stable);
        Assert.Throws<OperationCanceledException>(() => Ingest(new Stopping(Stages.Stable), [("stable", _stable)]));

        Ingest();

        AssertLikeFresh();
    }

    [Fact]
    public void A_tree_that_fails_keeps_the_others_from_nothing()
    {
        Series(_stable);

        var failure = Assert.Throws<GitRepositoryException>(() => IngestTrees(
            Tree("missing", TreeKind.Stable, Path.Combine(_stable.Path, "nowhere")), Tree("stable", TreeKind.Stable, _stable.Path)));

        Assert.Contains("nowhere", failure.Message, StringComparison.Ordinal);
        using var context = _ingested.Open();
        Assert.Equal(2, context.StableUpdates.Count());
        Assert.Equal([("mainline", RunOutcome.Done), ("missing", RunOutcome.Failed), ("stable", RunOutcome.Done)], context.IngestRuns.OrderBy(r => r.Id).Select(r => new ValueTuple<string, RunOutcome>(r.TreeName, r.Outcome)));
        Assert.Equal(1, context.States.Single().FailuresInARow);
    }

    [Fact]
    public void Device_ids_that_an_update_brought_are_listed_with_its_changeset()
    {
        const string path = "drivers/net/usb/asix.c";
        static string Source(params string[] ids) =>
            "static const struct usb_device_id products[] = {\n" + string.Concat(ids.Select(i => $"\t{{ USB_DEVICE({i}) }},\n")) + "\t{ },\n};\nMODULE_DEVICE_TABLE(usb, products);\n";
        _stable.Branch("linux-3.16.y", "v3.16").Commit("asix: begin", c => c.File(path, Source("0x2001, 0x3c05"))).Commit("Linux 3.16.1").Tag("v3.16.1")
            .Commit("asix: add an id", c => c.File(path, Source("0x2001, 0x3c05", "0x0b95, 0x1720"))).Commit("Linux 3.16.2").Tag("v3.16.2");

        Ingest();

        using var context = _ingested.Open();
        Assert.Equal([(1, "2001:3c05"), (2, "0b95:1720")], context.StableDeviceIds.OrderBy(d => d.Number).Select(d => new ValueTuple<int, string>(d.Number, d.Text)));
        Assert.Equal([1, 1], context.StableUpdates.Select(u => u.DeviceIds!.Value));
        Assert.Equal("asix: add an id", context.Commits.Single(c => c.Id == context.StableDeviceIds.Single(d => d.Number == 2).CommitId).Subject);
    }

    [Fact]
    public void The_sample_shows_its_stable_updates()
    {
        using var folder = new TemporaryFolder();

        using var context = TrackerDatabase.OpenReader(SampleDatabase.Build(folder.Path));

        var updates = context.StableUpdates.ToDictionary(u => u.Version, u => u.Changesets);
        Assert.Equal((5, 4, 3), (updates["v3.16.4"], updates["v3.14.20"], updates["v3.10.56"]));
        Assert.Equal((2, null), (updates["v3.16.1"], updates["v3.10.55"]));
        Assert.Equal(["3.10", "3.14", "3.16"], context.StableSeries.OrderBy(s => s.Id).Select(s => s.Name));
        Assert.All(context.StableSeries, s => Assert.Equal(SeriesState.Maintained, s.State));
        Assert.All(context.Backports, b => Assert.Equal(MentionState.Found, b.State));
        Assert.Equal([(3_010_000, 57), (3_014_000, 21), (3_016_000, 5)], context.ReviewRounds.OrderBy(r => r.SeriesId).Select(r => new ValueTuple<int, int>(r.SeriesId, r.Number)));
    }

    public void Dispose()
    {
        _ingested.Dispose();
        _stable.Dispose();
        _mainline.Dispose();
    }

    private static TestHistory Mainline() => TestHistory.Create()
        .Commit("import").Commit("Linux 3.15").Tag("v3.15")
        .Commit("net: feature").As("broken").Commit("Linux 3.16").Tag("v3.16")
        .Commit("net: fix\n\nCc: stable@kernel.org\nSigned-off-by: B <b@example.org>").As("fix")
        .Commit("net: fixing\n\nFixes: " + Broken() + " (\"net: feature\")\nSigned-off-by: B <b@example.org>").As("fixing")
        .Commit("Linux 3.17").Tag("v3.17").Commit("net: new");

    /// <summary>The id of the commit that a fix of the same history names: equal calls give equal ids.</summary>
    private static string Broken()
    {
        using var history = TestHistory.Create().Commit("import").Commit("Linux 3.15").Tag("v3.15").Commit("net: feature");
        return history.Head.ToString()[..12];
    }

    private static void Series(TestHistory history) => history.Branch("linux-3.16.y", "v3.16")
        .Commit("net: fix one").Commit("net: fix two", c => c.Author("Jane Doe", "jane@example.org").File("two.c", "1\n2\n3\n"))
        .Commit("Linux 3.16.1", c => c.File("Makefile", "SUBLEVEL = 1\n")).Tag("v3.16.1")
        .Commit("net: fix three").Commit("Linux 3.16.2", c => c.File("Makefile", "SUBLEVEL = 2\n")).Tag("v3.16.2");

    private static ConfiguredTree Tree(string name, TreeKind kind, string path) => new(name, kind, path, null, null, IsSample: false);

    private IReadOnlyList<IngestRun> Ingest() => Ingest([("stable", _stable)]);

    private IReadOnlyList<IngestRun> Ingest(params (string Name, TestHistory History)[] stable) => Ingest(new Progress<IngestProgress>(), stable);

    private IReadOnlyList<IngestRun> Ingest(IProgress<IngestProgress> progress, (string Name, TestHistory History)[] stable) =>
        Ingest(progress, _ingested.Database, [.. stable.Select(s => Tree(s.Name, TreeKind.Stable, s.History.Path))]);

    private void IngestTrees(params ConfiguredTree[] stable) => Ingest(new Progress<IngestProgress>(), _ingested.Database, stable);

    private IReadOnlyList<IngestRun> Ingest(IProgress<IngestProgress> progress, string database, ConfiguredTree[] stable)
    {
        using var context = TrackerDatabase.OpenWriter(database);
        return new TreeIngest(context, new Lazy<IdNames>(IdNames.None), TimeProvider.System)
            .Run([Tree("mainline", TreeKind.Mainline, _mainline.Path), .. stable], withLines: true, progress, TestContext.Current.CancellationToken);
    }

    private void AssertLikeFresh()
    {
        using var fresh = new IngestedHistory();
        Ingest(new Progress<IngestProgress>(), fresh.Database, [Tree("stable", TreeKind.Stable, _stable.Path)]);
        Assert.Equal(fresh.Meaning(), _ingested.Meaning());
    }

    private IReadOnlyList<string> Verify()
    {
        using var context = _ingested.Open();
        using var repository = GitRepository.Open(_stable.Path);
        return new StableVerifier(context, "stable", repository).Run(TestContext.Current.CancellationToken).Differences;
    }

    private List<string> Subjects()
    {
        using var context = _ingested.Open();
        return [.. from changeset in context.StableChangesets
                   join commit in context.Commits on changeset.CommitId equals commit.Id
                   orderby changeset.Number, changeset.Ordinal
                   select commit.Subject];
    }

    private Backport Backport()
    {
        using var context = _ingested.Open();
        return context.Backports.Single();
    }

    private string? Sha(int? commitId)
    {
        using var context = _ingested.Open();
        return context.Commits.Where(c => c.Id == commitId).Select(c => c.Sha).AsEnumerable().Select(s => new ObjectId(s).ToString()).SingleOrDefault();
    }

    private sealed class Stopping(string stage) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value)
        {
            if (value.Stage == stage)
                throw new OperationCanceledException();
        }
    }
}
