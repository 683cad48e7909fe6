using KernelTracker.Data.Model;
using KernelTracker.Ingest.Pipeline;
using KernelTracker.Ingest.Verification;
using KernelTracker.Tests.Support;
using Xunit;
using GitProgram = KernelTracker.Ingest.Verification.GitProgram;

namespace KernelTracker.Ingest.Tests.Pipeline.Interfaces;

public sealed class InterfaceStageTests : IDisposable
{
    private readonly IngestedHistory _data = new();

    public void Dispose() => _data.Dispose();

    private static string Source(params string[] symbols) => string.Concat(symbols.Select(s => $"EXPORT_SYMBOL({s});\n"));

    private static TestHistory Base() => TestHistory.Create()
        .Commit("Linux 2.6.12", c => c.File("lib/a.c", Source("one", "two")).File("include/asm-i386/unistd.h", "#define __NR_read 3\n"))
        .Tag("v2.6.12");

    [Fact]
    public void What_a_release_brings_comes_with_the_changeset_that_added_it()
    {
        using var history = Base()
            .Commit("lib: export three", c => c.File("lib/a.c", Source("one", "two", "three")))
            .Commit("lib: drop two", c => c.File("lib/a.c", Source("one", "three")))
            .Commit("Linux 2.6.13").Tag("v2.6.13");
        _data.Ingest(history.Path);

        Assert.Equal(["one v2.6.12-", "three v2.6.13-", "two v2.6.12-v2.6.13"], Spans(InterfaceKind.ExportedSymbol));
        Assert.Equal(["Added three: lib: export three", "Removed two: lib: drop two"], Changes());
    }

    [Fact]
    public void The_first_tree_is_older_than_the_history()
    {
        using var history = Base();
        _data.Ingest(history.Path);
        using var context = _data.Open();
        Assert.All(context.InterfaceSpans, s => Assert.True(s.IsInitial));
        Assert.Empty(context.InterfaceChanges);
    }

    [Fact]
    public void A_name_that_moves_within_a_changeset_does_not_change()
    {
        using var history = Base()
            .Commit("lib: move two", c => c.File("lib/a.c", Source("one")).File("lib/b.c", Source("two")))
            .Commit("lib: rename b", c => c.Rename("lib/b.c", "lib/c.c"))
            .Commit("Linux 2.6.13").Tag("v2.6.13");
        _data.Ingest(history.Path);

        Assert.Empty(Changes());
        Assert.Equal(["one v2.6.12-", "two v2.6.12-v2.6.13", "two v2.6.13-"], Spans(InterfaceKind.ExportedSymbol));
    }

    [Fact]
    public void A_parameter_is_that_of_the_module_which_makefiles_build()
    {
        const string Parameter = "module_param(debug, int, 0644);\n";
        using var history = Base()
            .Commit("au0828: add driver", c => c
                .File("drivers/media/au0828/au0828-video.c", Parameter)
                .File("drivers/media/au0828/Makefile", "au0828-objs := au0828-core.o au0828-video.o\nobj-$(CONFIG_AU0828) += au0828.o\n"))
            .Commit("snd-fake: add driver", c => c.File("sound/fake.c", Parameter))
            .Commit("snd-fake: build it", c => c.File("sound/Makefile", "snd-fake-objs := fake.o\nobj-m += snd-fake.o\n"))
            .Commit("xen: add parameters", c => c.File("drivers/xen/features.c", "#define MODULE_PARAM_PREFIX \"xen.\"\n" + Parameter).File("lib/x.c", Parameter))
            .Commit("Linux 2.6.13").Tag("v2.6.13")
            .Commit("au0828: rename a source", c => c.Rename("drivers/media/au0828/au0828-video.c", "drivers/media/au0828/au0828-core.c"))
            .Commit("snd-fake: drop it", c => c.Delete("sound/fake.c").Delete("sound/Makefile"))
            .Commit("Linux 2.6.14").Tag("v2.6.14");
        _data.Ingest(history.Path);

        Assert.Equal(
            ["au0828.debug v2.6.13-v2.6.14", "au0828.debug v2.6.14-", "snd_fake.debug v2.6.13-v2.6.14", "x.debug v2.6.13-", "xen.debug v2.6.13-"],
            Spans(InterfaceKind.ModuleParameter).Order(StringComparer.Ordinal));
        Assert.Equal(
            [
                "Added au0828.debug: au0828: add driver", "Added snd_fake.debug: snd-fake: add driver", "Added x.debug: xen: add parameters",
                "Added xen.debug: xen: add parameters", "Removed snd_fake.debug: snd-fake: drop it",
            ],
            Changes().Where(c => c.Contains(".debug", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_came_and_went_within_a_cycle_is_in_no_span_but_in_the_changes()
    {
        using var history = Base()
            .Commit("net: add ndo_xmit_flush", c => c.File("include/linux/netdevice.h", "struct net_device_ops {\n\tvoid (*ndo_xmit_flush)(int);\n};\n"))
            .Commit("net: go for skb->xmit_more", c => c.File("include/linux/netdevice.h", "struct net_device_ops {\n};\n"))
            .Commit("Linux 2.6.13").Tag("v2.6.13");
        _data.Ingest(history.Path);

        Assert.Empty(Spans(InterfaceKind.Operation));
        Assert.Contains("Added net_device_ops.ndo_xmit_flush: net: add ndo_xmit_flush", Changes());
        Assert.Contains("Removed net_device_ops.ndo_xmit_flush: net: go for skb->xmit_more", Changes());
    }

    [Fact]
    public void Another_text_ends_a_span_and_begins_one()
    {
        using var history = Base()
            .Commit("lib: one is for the free", c => c.File("lib/a.c", "EXPORT_SYMBOL_GPL(one);\nEXPORT_SYMBOL(two);\n"))
            .Commit("Linux 2.6.13").Tag("v2.6.13");
        _data.Ingest(history.Path);

        Assert.Equal(["Changed one: lib: one is for the free"], Changes());
        Assert.Equal(["one v2.6.12-v2.6.13", "one v2.6.13-", "two v2.6.12-"], Spans(InterfaceKind.ExportedSymbol));
    }

    [Fact]
    public void Nothing_is_read_without_lines_and_all_of_it_later()
    {
        using var history = Base().Commit("lib: export three", c => c.File("lib/a.c", Source("one", "two", "three"))).Tag("v2.6.13");
        _data.Ingest(history.Path, withLines: false);
        Assert.Empty(Spans(InterfaceKind.ExportedSymbol));

        Assert.Equal(RunOutcome.Done, _data.Ingest(history.Path).Outcome);
        Assert.Equal(IngestedHistory.Fresh(history.Path), _data.Meaning());
        Assert.Equal(RunOutcome.NothingNew, _data.Ingest(history.Path).Outcome);
    }

    [Fact]
    public void A_release_in_the_making_grows_pull_by_pull()
    {
        using var history = Base().Commit("lib: export three", c => c.File("lib/a.c", Source("one", "two", "three")));
        _data.Ingest(history.Path);
        history.Branch("net").Commit("net: export four", c => c.File("net/a.c", Source("four"))).Commit("net: export five", c => c.File("net/a.c", Source("four", "five")))
            .Switch("master").Commit("lib: drop three", c => c.File("lib/a.c", Source("one", "two"))).Merge("net");
        _data.Ingest(history.Path);
        Assert.Equal(IngestedHistory.Fresh(history.Path), _data.Meaning());

        history.Tag("v2.6.13").Commit("lib: export six", c => c.File("lib/a.c", Source("one", "two", "six")));
        _data.Ingest(history.Path);
        Assert.Equal(IngestedHistory.Fresh(history.Path), _data.Meaning());
        Assert.Contains("six v2.6.14-", Spans(InterfaceKind.ExportedSymbol));
    }

    [Fact]
    public void A_moved_tag_and_a_rewritten_branch_lead_to_what_a_fresh_ingest_says()
    {
        using var history = Base()
            .Commit("lib: export three", c => c.File("lib/a.c", Source("one", "two", "three"))).As("three").Tag("v2.6.13")
            .Commit("lib: export four", c => c.File("lib/a.c", Source("one", "two", "three", "four"))).As("four")
            .Commit("lib: export five", c => c.File("lib/a.c", Source("one", "two", "three", "four", "five")));
        _data.Ingest(history.Path);

        history.Tag("v2.6.13", on: "four");
        _data.Ingest(history.Path);
        Assert.Equal(IngestedHistory.Fresh(history.Path), _data.Meaning());

        history.Tag("v2.6.13", on: "three");
        _data.Ingest(history.Path);
        Assert.Equal(IngestedHistory.Fresh(history.Path), _data.Meaning());

        history.Reset("four").Commit("lib: export seven", c => c.File("lib/a.c", Source("one", "two", "three", "four", "seven")));
        _data.Ingest(history.Path);
        Assert.Equal(IngestedHistory.Fresh(history.Path), _data.Meaning());
        Assert.DoesNotContain("five v2.6.14-", Spans(InterfaceKind.ExportedSymbol));
    }

    [Fact]
    public void A_run_that_is_stopped_between_releases_goes_on_there()
    {
        using var history = Base()
            .Commit("lib: export three", c => c.File("lib/a.c", Source("one", "two", "three"))).Tag("v2.6.13")
            .Commit("lib: export four", c => c.File("lib/a.c", Source("one", "two", "three", "four"))).Tag("v2.6.14");
        Assert.Throws<InvalidOperationException>(() => _data.Ingest(history.Path, progress: new StopAt(Stages.Interfaces, 2)));
        using (var context = _data.Open())
            Assert.Equal(1, context.InterfaceReadings.Count());

        _data.Ingest(history.Path);
        Assert.Equal(IngestedHistory.Fresh(history.Path), _data.Meaning());
    }

    [Fact]
    public void The_recount_finds_the_same_and_names_what_is_missing()
    {
        using var history = Base()
            .Commit("sys: number pread", c => c.File("include/asm-i386/unistd.h", "#define __NR_read 3\n#define __NR_pread 4\n"))
            .Commit("fs: add xfs", c => c.File("fs/xfs/super.c", "static struct file_system_type t = {\n\t.name = \"xfs\",\n};\n"))
            .Commit("Linux 2.6.13-rc1").Tag("v2.6.13-rc1")
            .Commit("lib: drop two", c => c.File("lib/a.c", "/*\n" + Source("two") + "*/\n#if 0\n" + Source("two") + "#else\n" + Source("one") + "#endif\n"))
            .Commit("Linux 2.6.13").Tag("v2.6.13");
        _data.Ingest(history.Path);
        var git = GitProgram.Find(history.Path);
        Assert.SkipWhen(git is null, "The git program is not installed.");
        using var context = _data.Open();
        var releases = new InterfaceRecount(context, git).Run(null, null, TestContext.Current.CancellationToken).ToList();
        Assert.Equal(["v2.6.13", "v2.6.13-rc1"], releases.Select(r => r.Version));
        Assert.Equal("1 new system calls, 1 new filesystems, 1 removed exported symbols, 0 new exported symbols", releases[0].Counts);
        Assert.Empty(releases.SelectMany(r => r.Differences));
    }

    private List<string> Spans(InterfaceKind kind)
    {
        using var context = _data.Open();
        var versions = context.Releases.ToDictionary(r => r.Id, r => r.Version);
        return [.. context.InterfaceSpans.Join(context.InterfaceNames.Where(n => n.Kind == kind), s => s.NameId, n => n.Id, (s, n) => new { n.Name, s.FirstReleaseId, s.EndReleaseId }).AsEnumerable()
            .Select(s => $"{s.Name} {versions[s.FirstReleaseId]}-{(s.EndReleaseId is { } end ? versions[end] : "")}").Order(StringComparer.Ordinal)];
    }

    private List<string> Changes()
    {
        using var context = _data.Open();
        var rows =
            from change in context.InterfaceChanges
            join name in context.InterfaceNames on change.NameId equals name.Id
            join commit in context.Commits on change.CommitId equals commit.Id
            where name.Kind != InterfaceKind.Type
            orderby commit.Id, name.Name
            select new { change.Kind, name.Name, commit.Subject };
        return [.. rows.AsEnumerable().Select(r => $"{r.Kind} {r.Name}: {r.Subject}")];
    }

    private sealed class StopAt(string stage, int done) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value)
        {
            if (value.Stage == stage && value.Done == done)
                throw new InvalidOperationException("Stopped.");
        }
    }
}
