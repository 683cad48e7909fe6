using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Pipeline;
using KernelTracker.Ingest.Pipeline.Hardware;
using KernelTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline;

public sealed class TreeIngestTests : IDisposable
{
    private readonly TestHistory _history = Mainline();
    private readonly IngestedHistory _ingested = new();

    [Fact]
    public void A_history_is_counted_as_git_counts_it()
    {
        _ingested.Ingest(_history.Path);

        using var context = _ingested.Open();
        var release = context.Releases.Single(r => r.Version == "v2.6.14");
        Assert.Equal(int.Parse(_history.Git("rev-list", "--count", "--no-merges", "v2.6.13..v2.6.14")), release.Changesets);
        Assert.Equal(int.Parse(_history.Git("rev-list", "--count", "v2.6.13..v2.6.14")), release.Commits);
        Assert.Equal(int.Parse(_history.Git("rev-list", "--count", "--no-merges", "v2.6.13..v2.6.14-rc1")), release.WindowChangesets);
        Assert.Equal(ReleaseState.Released, release.State);
        Assert.Equal(ReleaseState.WindowOpen, context.Releases.Single(r => r.Version == "v2.6.15").State);
        Assert.Empty(_ingested.Verify(_history.Path));
    }

    [Fact]
    public void A_second_run_with_nothing_new_writes_nothing()
    {
        _ingested.Ingest(_history.Path);
        var before = DatabaseDump.Rows(_ingested.Database);
        var version = DataVersion();

        var run = _ingested.Ingest(_history.Path);

        Assert.Equal(RunOutcome.NothingNew, run.Outcome);
        Assert.Equal(version, DataVersion());
        Assert.Equal(before, DatabaseDump.Rows(_ingested.Database));
    }

    [Fact]
    public void New_commits_and_tags_lead_to_the_state_of_a_fresh_ingest()
    {
        _ingested.Ingest(_history.Path);
        _history.Branch("net").Commit("net: more").Switch("master").Merge("net", "Merge git://git.kernel.org/pub/scm/linux/kernel/git/davem/net-2.6");
        _ingested.Ingest(_history.Path);
        AssertLikeFresh();

        _history.Commit("Linux 2.6.15-rc1").Tag("v2.6.15-rc1").Commit("fix");
        var run = _ingested.Ingest(_history.Path);
        AssertLikeFresh();
        Assert.Equal((2, 1), (run.NewCommits, run.ChangedTags));

        _history.Commit("Linux 2.6.15").Tag("v2.6.15");
        _ingested.Ingest(_history.Path);
        AssertLikeFresh();
    }

    [Fact]
    public void A_moved_tag_is_noticed_and_its_release_counted_again()
    {
        _ingested.Ingest(_history.Path);
        _history.Tag("v2.6.14");

        _ingested.Ingest(_history.Path);

        AssertLikeFresh();
        Assert.Contains(Events(), e => e.Kind == "tag moved" && e.Detail.Contains("v2.6.14", StringComparison.Ordinal));
    }

    [Fact]
    public void A_deleted_tag_is_noticed_and_its_release_is_no_more()
    {
        _ingested.Ingest(_history.Path);
        _history.RemoveTag("v2.6.14");

        _ingested.Ingest(_history.Path);

        AssertLikeFresh();
        Assert.Contains(Events(), e => e.Kind == "tag deleted");
    }

    [Fact]
    public void A_rewritten_branch_drops_what_it_no_longer_contains()
    {
        _ingested.Ingest(_history.Path);
        _history.Reset("before-tip").Commit("another end");

        _ingested.Ingest(_history.Path);

        AssertLikeFresh();
        Assert.Contains(Events(), e => e.Kind == "commits dropped");
    }

    [Fact]
    public void Changesets_find_their_subsystem_in_the_nearest_file_that_says_whose_files_are()
    {
        using var history = TestHistory.Create()
            .Commit("old", c => c.File("fs/ext4/inode.c", "1\n").File("MAINTAINERS", "EXT4\nM:\tann@example.org\nS:\tMaintained\n\nNET\nM:\tben@example.org\nS:\tMaintained\n"))
            .Tag("v2.6.29")
            .Commit("say whose files are", c => c.File("MAINTAINERS", "EXT4\nM:\tann@example.org\nS:\tMaintained\nF:\tfs/ext4/\n\nNET\nM:\tben@example.org\nS:\tMaintained\nF:\tnet/\n"))
            .Tag("v2.6.30")
            .Commit("new", c => c.File("net/core.c", "1\n"));
        _ingested.Ingest(history.Path);
        Assert.Equal(["old: EXT4", "new: NET"], Subsystems());

        history.Commit("hand over", c => c.File("MAINTAINERS", "EXT4\nM:\tann@example.org\nS:\tMaintained\nF:\tfs/ext4/\n\nNET CORE\nM:\tben@example.org\nS:\tMaintained\nF:\tnet/\n"));
        _ingested.Ingest(history.Path);

        Assert.Equal(["old: EXT4", "new: NET CORE"], Subsystems());
        Assert.Equal(IngestedHistory.Fresh(history.Path), _ingested.Meaning());
    }

    [Fact]
    public void A_release_tag_off_the_branch_counts_for_nothing_and_is_shown()
    {
        _history.Branch("side", "before-tip").Commit("vendor").Tag("v2.6.20").Switch("master");

        _ingested.Ingest(_history.Path);

        using var context = _ingested.Open();
        Assert.DoesNotContain(context.Releases, r => r.Version == "v2.6.20");
        Assert.Equal(TagVerdict.OffBranch, context.TreeTags.Single(t => t.Name == "v2.6.20").Verdict);
        Assert.Contains(Events(), e => e.Kind == "tag not counted");
    }

    /// <summary>Stopping at any report of progress and going on gives the rows of an undisturbed run.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_stopped_run_goes_on_where_it_was(int reports)
    {
        using var undisturbed = new IngestedHistory();
        undisturbed.Ingest(_history.Path);

        var stop = new StopAfter(reports);
        try
        {
            _ingested.Ingest(_history.Path, progress: stop);
        }
        catch (OperationCanceledException)
        {
            using var context = _ingested.Open();
            Assert.Equal(RunOutcome.Abandoned, context.IngestRuns.Single().Outcome);
        }
        _ingested.Ingest(_history.Path);

        Assert.Equal(DatabaseDump.Rows(undisturbed.Database), DatabaseDump.Rows(_ingested.Database));
    }

    [Fact]
    public void A_run_that_fails_says_why_and_the_data_before_stays()
    {
        _ingested.Ingest(_history.Path);
        var before = _ingested.Meaning();

        var failure = Assert.Throws<GitRepositoryException>(() => _ingested.Ingest(Path.Combine(_history.Path, "nowhere")));

        using var context = _ingested.Open();
        var run = context.IngestRuns.OrderBy(r => r.Id).Last();
        Assert.Equal((RunOutcome.Failed, failure.Message), (run.Outcome, run.Message));
        Assert.Equal(1, context.States.Single().FailuresInARow);
        Assert.Equal(before, _ingested.Meaning());
    }

    [Fact]
    public void An_unborn_branch_is_explained()
    {
        using var empty = TestHistory.Create();

        var failure = Assert.Throws<GitRepositoryException>(() => _ingested.Ingest(empty.Path));

        Assert.Contains("no commit on branch master", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Odd_commits_are_kept_and_marked()
    {
        using var odd = TestHistory.Create()
            .Commit("first").Tag("v2.6.13")
            .Commit("long ago", c => c.File("a", "1\n").AtSeconds(0, 0))
            .Commit("far away", c => c.File("a", "2\n").AtSeconds(4_300_000_000, 0))
            .Commit("nobody", c => c.File("a", "3\n").Author("", ""))
            .Commit(new string('x', 100_000), c => c.File("a", "4\n"));

        _ingested.Ingest(odd.Path);

        using var context = _ingested.Open();
        Assert.Equal(4, context.Releases.Single(r => r.Version == "v2.6.14").Changesets);
        Assert.Equal(2, context.Commits.Count(c => (c.Marks & CommitMarks.ImplausibleDate) != 0));
        Assert.Equal(1, context.Commits.Count(c => (c.Marks & CommitMarks.EmptyName) != 0));
        Assert.Equal(100_000, context.Commits.OrderBy(c => c.Id).Last().Subject.Length);
        Assert.Empty(_ingested.Verify(odd.Path));
    }

    [Fact]
    public void A_merge_of_sixty_parents_brings_them_all()
    {
        var heads = Enumerable.Range(1, 59).Select(i => $"head{i}").ToList();
        foreach (var head in heads)
            _history.Branch(head, "before-tip").Commit(head);
        _history.Switch("master").Merge(heads, "Merge many");

        _ingested.Ingest(_history.Path);

        using var context = _ingested.Open();
        Assert.Equal(59, context.Pulls.OrderBy(p => p.Position).Last().Changesets);
        Assert.Empty(_ingested.Verify(_history.Path));
    }

    [Fact]
    public void A_missing_blob_marks_its_changeset_and_leaves_the_rest()
    {
        _history.Commit("lost", c => c.File("lost.c", "to be lost\n")).Commit("after");
        var blob = _history.Git("rev-parse", "master~1:lost.c");
        RemoveLoose(blob);

        _ingested.Ingest(_history.Path);

        using var context = _ingested.Open();
        Assert.Equal("lost", context.Commits.Single(c => (c.Marks & CommitMarks.Unreadable) != 0).Subject);
        Assert.Equal(0, context.States.Single().UncountedChangesets);
        Assert.NotNull(context.Releases.OrderBy(r => r.Id).Last().AddedLines);
        Assert.Contains(Events(), e => e.Kind == "unreadable object" && e.Detail.Contains(blob, StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_commit_fails_the_run_with_its_name()
    {
        var lost = _history.Id("before-tip").ToString();
        RemoveLoose(lost);

        var failure = Assert.Throws<GitRepositoryException>(() => _ingested.Ingest(_history.Path));

        Assert.Contains(lost, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_corrupt_tree_marks_its_changeset_and_leaves_the_rest()
    {
        _history.Commit("broken", c => c.File("dir/x.c", "1\n")).Commit("next", c => c.File("other.c", "1\n"));
        var tree = _history.Git("rev-parse", "master~1:dir");
        File.WriteAllBytes(Loose(tree), [1, 2, 3]);

        _ingested.Ingest(_history.Path);

        using var context = _ingested.Open();
        Assert.Equal("broken", context.Commits.Single(c => (c.Marks & CommitMarks.Unreadable) != 0).Subject);
        Assert.Empty(_ingested.Verify(_history.Path));
    }

    [Fact]
    public void A_shallow_clone_is_read_to_its_boundary_and_says_so()
    {
        using var folder = new TemporaryFolder();
        var clone = Path.Combine(folder.Path, "shallow.git");
        GitProgram.Run(folder.Path, "clone", "--quiet", "--bare", "--depth", "3", "--single-branch", "--no-tags", $"file://{_history.Path}", clone);

        var run = _ingested.Ingest(clone);
        var again = _ingested.Ingest(clone);

        Assert.Contains("shallow", run.Message!, StringComparison.Ordinal);
        Assert.Equal((RunOutcome.Done, RunOutcome.NothingNew), (run.Outcome, again.Outcome));
        using var context = _ingested.Open();
        Assert.Contains(context.Commits.ToList(), c => c.Marks.HasFlag(CommitMarks.MissingParent));
        Assert.Empty(_ingested.Verify(clone));
    }

    [Fact]
    public void A_partial_clone_is_counted_without_the_lines_it_does_not_have()
    {
        using var folder = new TemporaryFolder();
        var clone = Path.Combine(folder.Path, "partial.git");
        _history.Git("config", "uploadpack.allowFilter", "true");
        GitProgram.Run(folder.Path, "clone", "--quiet", "--bare", "--filter=blob:none", $"file://{_history.Path}", clone);

        var run = _ingested.Ingest(clone);

        Assert.Contains("partial clone", run.Message!, StringComparison.Ordinal);

        using var context = _ingested.Open();
        Assert.Equal(int.Parse(_history.Git("rev-list", "--count", "--no-merges", "v2.6.13..v2.6.14")), context.Releases.Single(r => r.Version == "v2.6.14").Changesets);
        Assert.Equal(0, context.States.Single().UncountedChangesets);
        Assert.Contains(Events(), e => e.Kind == "unreadable object");
        Assert.Empty(_ingested.Verify(clone));
    }

    [Fact]
    public void Two_roots_and_a_criss_cross_are_counted_as_git_counts_them()
    {
        _history.Switch("other-root").Commit("second root")
            .Switch("master").Merge("other-root").As("left-base")
            .Branch("left").Commit("left").Switch("master").Branch("right").Commit("right")
            .Branch("left2", "left").Merge("right").Branch("right2", "right").Merge("left")
            .Switch("master").Merge(["left2", "right2"], "Merge both ways");

        _ingested.Ingest(_history.Path);

        Assert.Empty(_ingested.Verify(_history.Path));
    }

    [Fact]
    public void The_sample_makes_way_for_a_real_tree()
    {
        using var other = TestHistory.Create().Commit("invented").Tag("v3.17").Commit("more");
        using (var context = Data.Storage.TrackerDatabase.OpenWriter(_ingested.Database))
            new TreeIngest(context, new Lazy<IdNames>(IdNames.None), TimeProvider.System).Run([new ConfiguredTree("sample", TreeKind.Mainline, other.Path, null, null, IsSample: true)], true, new Progress<IngestProgress>(), TestContext.Current.CancellationToken);

        _ingested.Ingest(_history.Path);

        AssertLikeFresh();
        using var now = _ingested.Open();
        Assert.False(now.States.Single().IsSample);
        Assert.Equal("mainline", now.TrackedTrees.Single().Name);
        Assert.Empty(Events());
    }

    [Fact]
    public void Lines_are_summed_when_all_are_counted()
    {
        _ingested.Ingest(_history.Path, withLines: false);
        using (var context = _ingested.Open())
        {
            Assert.All(context.Releases, r => Assert.Null(r.AddedLines));
            Assert.Equal(context.States.Single().Changesets, context.States.Single().UncountedChangesets);
        }

        _ingested.Ingest(_history.Path);

        using (var context = _ingested.Open())
        {
            Assert.Equal(0, context.States.Single().UncountedChangesets);
            Assert.All(context.Releases, r => Assert.NotNull(r.AddedLines));
            Assert.All(context.Pulls, p => Assert.NotNull(p.AddedLines));
        }
        AssertLikeFresh();
    }

    [Fact]
    public void History_that_a_shallow_clone_gets_later_is_read()
    {
        using var folder = new TemporaryFolder();
        var clone = Path.Combine(folder.Path, "shallow.git");
        GitProgram.Run(folder.Path, "clone", "--quiet", "--bare", "--depth", "3", "--single-branch", $"file://{_history.Path}", clone);
        _ingested.Ingest(clone);

        GitProgram.Run(clone, "fetch", "--quiet", "--unshallow", "--tags", "origin");
        _ingested.Ingest(clone);

        AssertLikeFresh();
        Assert.Contains(Events(), e => e.Kind == "history deepened");
    }

    [Fact]
    public void A_section_belongs_to_the_last_release_whose_file_has_it()
    {
        using var history = TestHistory.Create()
            .Commit("old", c => c.File("net/a.c", "1\n").File("MAINTAINERS", "NET\nM:\tben@example.org\n"))
            .Tag("v2.6.28").Commit("more").Tag("v2.6.29")
            .Commit("say whose files are", c => c.File("MAINTAINERS", "NET\nM:\tben@example.org\nF:\tnet/\n"))
            .Tag("v2.6.30")
            .Commit("hand over", c => c.File("MAINTAINERS", "NET CORE\nM:\tben@example.org\nF:\tnet/\n")).As("handed over")
            .Tag("v2.6.31")
            .Commit("split", c => c.File("MAINTAINERS", "NET SPLIT\nM:\tben@example.org\nF:\tnet/\n"));
        _ingested.Ingest(history.Path);
        Assert.Equal(["NET v2.6.30", "NET CORE v2.6.31", "NET SPLIT v2.6.32"], Sections());

        history.RemoveTag("v2.6.31").Reset("handed over");
        _ingested.Ingest(history.Path);
        Assert.Equal(["NET v2.6.30", "NET CORE v2.6.31"], Sections());
    }

    [Fact]
    public void Rules_that_changed_during_the_first_read_judge_what_was_read_before()
    {
        Assert.Throws<OperationCanceledException>(() => _ingested.Ingest(_history.Path, progress: new StopAt(Stages.Publishing)));
        using (var context = TrackerDatabase.OpenWriter(_ingested.Database))
            context.Commits.ExecuteUpdate(s => s.SetProperty(c => c.Area, Area.Security));

        _ingested.Ingest(_history.Path);

        AssertLikeFresh();
    }

    [Fact]
    public void A_stopped_run_is_no_end_of_a_row_of_failures()
    {
        Assert.Throws<GitRepositoryException>(() => _ingested.Ingest(Path.Combine(_history.Path, "nowhere")));

        Assert.Throws<OperationCanceledException>(() => _ingested.Ingest(_history.Path, progress: new StopAt(Stages.Finding)));

        using var context = _ingested.Open();
        Assert.Equal(1, context.States.Single().FailuresInARow);
    }

    [Fact]
    public void What_failed_is_told_even_when_the_database_takes_no_more_rows()
    {
        using var context = TrackerDatabase.OpenWriter(_ingested.Database);

        var failure = Assert.Throws<GitRepositoryException>(() => new TreeIngest(context, new Lazy<IdNames>(IdNames.None), TimeProvider.System).Run(
            [new ConfiguredTree("mainline", TreeKind.Mainline, _history.Path, null, "master", IsSample: false)], true, new Failing(context), TestContext.Current.CancellationToken));

        Assert.Equal("first", failure.Message);
    }

    [Fact]
    public void A_tree_of_a_new_name_that_was_not_published_yet_does_not_stop_a_recount()
    {
        _ingested.Ingest(_history.Path);
        using (var context = TrackerDatabase.OpenWriter(_ingested.Database))
        {
            context.TrackedTrees.Add(new TrackedTree { Name = "renamed", Kind = TreeKind.Mainline, Branch = "master", RulesVersion = "" });
            context.SaveChanges();
        }

        Assert.Empty(_ingested.Verify(_history.Path));
    }

    public void Dispose()
    {
        _history.Dispose();
        _ingested.Dispose();
    }

    private static TestHistory Mainline() => TestHistory.Create()
        .Commit("Linux 2.6.12").Tag("v2.6.12")
        .Branch("usb").Commits(3, "USB: fix").Switch("master").Merge("usb", "Merge master.kernel.org:/pub/scm/linux/kernel/git/gregkh/usb-2.6")
        .Commit("Linux 2.6.13").Tag("v2.6.13")
        .Branch("scsi").Commits(2, "[SCSI] fix").Switch("master").Commit("direct")
        .Merge("scsi", "Merge git://git.kernel.org/pub/scm/linux/kernel/git/jejb/scsi-misc-2.6")
        .Commit("Linux 2.6.14-rc1").Tag("v2.6.14-rc1")
        .Commit("late fix", c => c.Author("Ann Other", "ann@example.org").File("mm/late.c", "1\n"))
        .Commit("Linux 2.6.14").Tag("v2.6.14")
        .Commit("early").As("before-tip")
        .Commit("tip");

    private void AssertLikeFresh()
    {
        Assert.Equal(IngestedHistory.Fresh(_history.Path), _ingested.Meaning());
        Assert.Empty(_ingested.Verify(_history.Path));
    }

    private long DataVersion()
    {
        using var context = _ingested.Open();
        return context.States.Single().DataVersion;
    }

    private List<TreeEvent> Events()
    {
        using var context = _ingested.Open();
        return [.. context.TreeEvents];
    }

    private List<string> Subsystems()
    {
        using var context = _ingested.Open();
        return [.. context.Commits.OrderBy(c => c.Id).Join(context.Subsystems, c => c.SubsystemId, s => s.Id, (c, s) => c.Subject + ": " + s.Name)];
    }

    private List<string> Sections()
    {
        using var context = _ingested.Open();
        return [.. context.Subsystems.Join(context.Releases, s => s.LastReleaseId, r => r.Id, (s, r) => new { s.Name, r.Id, r.Version }).OrderBy(s => s.Id).Select(s => s.Name + " " + s.Version)];
    }

    private void RemoveLoose(string id) => File.Delete(Loose(id));

    private string Loose(string id)
    {
        var file = Path.Combine(_history.Path, "objects", id[..2], id[2..]);
        File.SetAttributes(file, FileAttributes.Normal);
        return file;
    }

    private sealed class StopAfter(int reports) : IProgress<IngestProgress>
    {
        private int _left = reports;

        public void Report(IngestProgress value)
        {
            if (--_left == 0)
                throw new OperationCanceledException();
        }
    }

    private sealed class StopAt(string stage) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value)
        {
            if (value.Stage == stage)
                throw new OperationCanceledException();
        }
    }

    private sealed class Failing(TrackerContext context) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value)
        {
            context.Database.ExecuteSqlRaw("PRAGMA query_only=ON");
            throw new GitRepositoryException("first");
        }
    }
}
