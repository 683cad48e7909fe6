using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline.Hardware;

public class KconfigStageTests
{
    private const string Top = "menu \"Device Drivers\"\nsource \"drivers/net/Kconfig\"\nendmenu\n";
    private const string Old = "config OLD\n\ttristate \"Old card\"\n\n";

    private static string Config(string symbol, string prompt) => $"config {symbol}\n\ttristate \"{prompt}\"\n\n";

    /// <summary>v2.6.12 with one symbol; what follows is the test's.</summary>
    private static TestHistory Start() => TestHistory.Create()
        .Commit("Linux 2.6.12", c => c
            .File("arch/i386/Kconfig", Top).File("drivers/net/Kconfig", Old)
            .File("drivers/net/Makefile", "obj-$(CONFIG_OLD) += old.o\n").File("drivers/net/old.c", "int old;\n"))
        .Tag("v2.6.12");

    [Fact]
    public void The_first_release_brings_nothing()
    {
        using var source = Start();
        using var history = new KconfigHistory().Apply(source);

        Assert.Empty(history.Changes["v2.6.12"].Added);
        Assert.Empty(history.Events("v2.6.12"));
        Assert.Equal(["OLD drivers/net/Kconfig 'Old card' [Device Drivers] v2.6.12-"], history.Definitions());
    }

    [Fact]
    public void What_is_new_has_its_changeset_and_menu()
    {
        using var source = Start().Commit("net: new card", c => c.File("drivers/net/Kconfig", Old + Config("NEW", "New card"))).Tag("v2.6.13");
        using var history = new KconfigHistory().Apply(source);

        var added = Assert.Single(history.Changes["v2.6.13"].Added);
        Assert.Equal(("NEW", "drivers/net/Kconfig", "Device Drivers", "net: new card"), (added.Symbol, added.Path, added.Menu, added.Changeset?.Subject));
        Assert.Equal(["Added NEW - drivers/net/Kconfig: net: new card"], history.Events("v2.6.13"));
        Assert.Equal("NEW drivers/net/Kconfig 'New card' [Device Drivers] v2.6.13-", history.Definitions()[0]);
    }

    [Fact]
    public void What_a_file_elsewhere_had_is_not_new()
    {
        using var source = Start().Commit("arm: old card too", c => c.File("arch/arm/Kconfig", Config("OLD", "Old card"))).Tag("v2.6.13");
        using var history = new KconfigHistory().Apply(source);

        Assert.Empty(history.Changes["v2.6.13"].Added);
        Assert.Empty(history.Events("v2.6.13"));
    }

    [Fact]
    public void A_moved_symbol_is_not_new()
    {
        using var source = Start()
            .Commit("net: move", c => c.File("drivers/net/Kconfig", "source \"drivers/net/sub/Kconfig\"\n").File("drivers/net/sub/Kconfig", "menu \"Sub\"\n" + Old + "endmenu\n"))
            .Tag("v2.6.13");
        using var history = new KconfigHistory().Apply(source);

        Assert.Empty(history.Changes["v2.6.13"].Added);
        Assert.Empty(history.Changes["v2.6.13"].Removed);
        Assert.Equal(["Moved OLD - drivers/net/sub/Kconfig: net: move"], history.Events("v2.6.13"));
        Assert.Equal(
            ["OLD drivers/net/Kconfig 'Old card' [Device Drivers] v2.6.12-v2.6.13", "OLD drivers/net/sub/Kconfig 'Old card' [Device Drivers › Sub] v2.6.13-"],
            history.Definitions());
    }

    [Theory]
    [InlineData("Old card (EXPERIMENTAL)", "fresh.o")]
    [InlineData("Something else", "old.o")]
    public void A_renamed_symbol_is_known_by_its_prompt_or_its_object(string prompt, string objectName)
    {
        using var source = Start()
            .Commit("net: rename", c => c.File("drivers/net/Kconfig", Config("FRESH", prompt)).File("drivers/net/Makefile", $"obj-$(CONFIG_FRESH) += {objectName}\n"))
            .Tag("v2.6.13");
        using var history = new KconfigHistory().Apply(source);

        Assert.Equal("OLD", Assert.Single(history.Changes["v2.6.13"].Added).RenamedFrom);
        Assert.Equal("FRESH", Assert.Single(history.Changes["v2.6.13"].Removed).RenamedTo);
        Assert.Equal(["RenamedFrom FRESH OLD drivers/net/Kconfig: net: rename", "RenamedTo OLD FRESH drivers/net/Kconfig: net: rename"], history.Events("v2.6.13"));
    }

    [Fact]
    public void A_symbol_whose_sources_were_renamed_was_renamed()
    {
        using var source = Start()
            .Commit("net: rename", c => c.File("drivers/net/Kconfig", Config("FRESH", "Something else")).File("drivers/net/Makefile", "obj-$(CONFIG_FRESH) += fresh.o\n").Rename("drivers/net/old.c", "drivers/net/fresh.c"))
            .Tag("v2.6.13");
        using var history = new KconfigHistory().Apply(source);

        Assert.Equal("OLD", Assert.Single(history.Changes["v2.6.13"].Added).RenamedFrom);
    }

    [Fact]
    public void A_new_driver_in_place_of_an_old_one_is_new()
    {
        using var source = Start()
            .Commit("net: replace", c => c.File("drivers/net/Kconfig", Config("OTHER", "Quite another card")).File("drivers/net/Makefile", "obj-$(CONFIG_OTHER) += other.o\n"))
            .Tag("v2.6.13");
        using var history = new KconfigHistory().Apply(source);

        Assert.Null(Assert.Single(history.Changes["v2.6.13"].Added).RenamedFrom);
        Assert.Null(Assert.Single(history.Changes["v2.6.13"].Removed).RenamedTo);
        Assert.Equal(["Removed OLD - drivers/net/Kconfig: net: replace", "Added OTHER - drivers/net/Kconfig: net: replace"], history.Events("v2.6.13").OrderBy(e => e.Split(' ')[1]));
    }

    [Fact]
    public void What_came_and_went_was_withdrawn()
    {
        using var source = Start()
            .Commit("net: try", c => c.File("drivers/net/Kconfig", Old + Config("TRIED", "Tried card")))
            .Commit("Revert \"net: try\"", c => c.File("drivers/net/Kconfig", Old))
            .Tag("v2.6.13");
        using var history = new KconfigHistory().Apply(source);

        Assert.Empty(history.Changes["v2.6.13"].Added);
        var withdrawn = Assert.Single(history.Changes["v2.6.13"].Withdrawn);
        Assert.Equal(("TRIED", "Device Drivers", "net: try", "Revert \"net: try\""), (withdrawn.Symbol, withdrawn.Menu, withdrawn.Changeset?.Subject, withdrawn.RemovedBy?.Subject));
        Assert.Equal(2, history.Events("v2.6.13").Count);
    }

    [Fact]
    public void What_was_renamed_within_its_release_is_new_by_its_last_name()
    {
        using var source = Start()
            .Commit("net: new card", c => c.File("drivers/net/Kconfig", Old + Config("FIRST", "New card")))
            .Commit("net: better name", c => c.File("drivers/net/Kconfig", Old + Config("SECOND", "New card")))
            .Tag("v2.6.13");
        using var history = new KconfigHistory().Apply(source);

        var added = Assert.Single(history.Changes["v2.6.13"].Added);
        Assert.Equal(("SECOND", null, "net: new card"), (added.Symbol, added.RenamedFrom, added.Changeset?.Subject));
        Assert.Empty(history.Changes["v2.6.13"].Withdrawn);
    }

    [Fact]
    public void What_a_merge_brings_has_no_changeset()
    {
        using var source = Start();
        source.Branch("net").Commit("net: other file").Switch("master")
            .Merge("net", "Merge net", c => c.File("drivers/net/Kconfig", Old + Config("EVIL", "Evil card"))).Tag("v2.6.13");
        using var history = new KconfigHistory().Apply(source);

        Assert.Null(Assert.Single(history.Changes["v2.6.13"].Added).Changeset);
        Assert.Equal(["Added EVIL - drivers/net/Kconfig: merge"], history.Events("v2.6.13"));
    }

    [Fact]
    public void Changed_fields_have_the_changeset_that_made_them()
    {
        using var source = Start()
            .Commit("net: as bool", c => c.File("drivers/net/Kconfig", "config OLD\n\tbool \"Old card\"\n"))
            .Commit("net: better prompt", c => c.File("drivers/net/Kconfig", "config OLD\n\tbool \"Older card\"\n"))
            .Commit("net: needs PCI", c => c.File("drivers/net/Kconfig", "config OLD\n\tbool \"Older card\"\n\tdepends on PCI\n"))
            .Tag("v2.6.13");
        using var history = new KconfigHistory().Apply(source);

        Assert.Equal(
            [
                "TypeChanged OLD - drivers/net/Kconfig: net: as bool", "PromptChanged OLD - drivers/net/Kconfig: net: better prompt",
                "DependenciesChanged OLD - drivers/net/Kconfig: net: needs PCI",
            ],
            history.Events("v2.6.13"));
    }

    [Fact]
    public void A_release_read_again_from_the_database_is_the_same()
    {
        using var source = Start()
            .Commit("net: new card", c => c.File("drivers/net/Kconfig", Old + Config("NEW", "New card"))).Tag("v2.6.13")
            .Commit("net: rename", c => c.File("drivers/net/Kconfig", Old + Config("NEWER", "New card"))).Tag("v2.6.14");
        using var history = new KconfigHistory().Apply(source);
        var (definitions, events) = (history.Definitions(), history.Events("v2.6.14"));

        history.Apply(source, from: 1, separately: true);
        history.Apply(source, from: 2);

        Assert.Equal(definitions, history.Definitions());
        Assert.Equal(events, history.Events("v2.6.14"));
    }

    [Fact]
    public void A_moved_tip_leaves_what_a_fresh_reading_gives()
    {
        using var source = Start().Commit("net: try", c => c.File("drivers/net/Kconfig", Old + Config("TRIED", "Tried card")));
        using var history = new KconfigHistory().Apply(source);
        source.Reset("v2.6.12").Commit("net: new card", c => c.File("drivers/net/Kconfig", Old + Config("NEW", "New card")));

        history.Apply(source, from: 1);

        using var fresh = new KconfigHistory().Apply(source);
        Assert.Equal(fresh.Definitions(), history.Definitions());
        Assert.DoesNotContain(history.Definitions(), d => d.StartsWith("TRIED", StringComparison.Ordinal));
    }

    [Fact]
    public void Files_that_include_each_other_end()
    {
        using var source = Start()
            .Commit("circle", c => c.File("drivers/net/Kconfig", "menu \"Net\"\nsource \"drivers/net/Kconfig\"\nsource \"arch/i386/Kconfig\"\nendmenu\n" + Old + "source \"arch/$ARCH/Kconfig\"\n"))
            .Tag("v2.6.13");
        using var history = new KconfigHistory().Apply(source);

        Assert.Equal(["OLD drivers/net/Kconfig 'Old card' [Device Drivers] v2.6.12-"], history.Definitions());
    }

    [Fact]
    public void Hostile_files_and_links_stop_nothing()
    {
        using var source = Start()
            .Commit("odd", c => c
                .File("drivers/x/Kconfig", [0, 1, 2, 0xff]).File("drivers/y/Kconfig", "../net/Kconfig"u8.ToArray(), "120000")
                .File("drivers/z/Kconfig", new string('\n', 5 << 20)).File("drivers/net/Kconfig", Old + "config \"\n\tbool \"never\nconfig END\n"))
            .Tag("v2.6.13");
        using var history = new KconfigHistory().Apply(source);

        Assert.Equal("END", Assert.Single(history.Changes["v2.6.13"].Added).Symbol);
    }
}
