using System.Diagnostics;
using System.Text;
using FsCheck.Xunit;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel;
using Xunit;

namespace KernelTracker.Ingest.Tests.Kernel;

public class KconfigFileTests
{
    private static KconfigEntry One(string text) => Assert.Single(KconfigFile.Parse(text).Entries);

    [Theory]
    [InlineData("config FOO\n\tbool \"Foo support\"\n", KconfigType.Bool, "Foo support")]
    [InlineData("config FOO\n\tboolean 'Foo support'\n", KconfigType.Bool, "Foo support")]
    [InlineData("config FOO\n\ttristate \"A \\\"quoted\\\" word\" if PCI\n", KconfigType.Tristate, "A \"quoted\" word")]
    [InlineData("config FOO\n\ttristate\n\tprompt \"Foo\"\n", KconfigType.Tristate, "Foo")]
    [InlineData("config FOO\n\ttristate \"Foo\" \\\n\t\tif PCI\n", KconfigType.Tristate, "Foo")]
    [InlineData("config FOO\n\tdef_bool y\n", KconfigType.Bool, null)]
    [InlineData("config FOO\n\tdef_tristate m if BAR\n", KconfigType.Tristate, null)]
    [InlineData("config FOO\n\tint \"Number\"\n\trange 1 8\n", KconfigType.Number, "Number")]
    [InlineData("config FOO\n\thex\n", KconfigType.Hex, null)]
    [InlineData("config FOO\n\tstring \"Path\"\n", KconfigType.Text, "Path")]
    [InlineData("config FOO\n\tbool \"never ended\n", KconfigType.Bool, "never ended")]
    [InlineData("config FOO # why\r\n\tbool \"Foo\"\r\n", KconfigType.Bool, "Foo")]
    [InlineData("config FOO\n\tselect BAR\n", KconfigType.Unknown, null)]
    public void Reads_types_and_prompts(string text, KconfigType type, string? prompt)
    {
        var entry = One(text);

        Assert.Equal(("FOO", type, prompt), (entry.Symbol, entry.Type, entry.Prompt));
    }

    [Theory]
    [InlineData("---help---")]
    [InlineData("help")]
    public void Help_ends_where_less_is_indented(string keyword)
    {
        var file = KconfigFile.Parse($"config FOO\n\tbool \"Foo\"\n\t{keyword}\n\n\t  First line,\n\t    indented.\n\n        \t  config NOT_ONE\n\n\tselect BAR\nconfig NEXT\n\tbool\n");

        Assert.Equal(["FOO", "NEXT"], file.Entries.Select(e => e.Symbol));
        Assert.Equal("First line,\n  indented.\n\n      config NOT_ONE", file.Entries[0].Help.Replace("        config", "      config", StringComparison.Ordinal));
        Assert.Equal(["BAR"], file.Entries[0].Selects);
    }

    [Fact]
    public void What_stands_around_an_entry_counts_for_it()
    {
        var file = KconfigFile.Parse("""
            mainmenu "Kernel"
            menu "Network devices"
            	depends on NET && !UML
            comment "Cards"
            	depends on NEVER
            if PCI
            choice
            	prompt "Speed"
            	depends on FAST
            config TEN
            	bool "10"
            	depends on A || \
            		B
            	requires C   # old spelling
            endchoice
            source drivers/net/old/Kconfig
            endif
            source "drivers/net/arm/Kconfig"
            endmenu
            config LAST
            	bool
            """);

        var ten = file.Entries[0];
        Assert.Equal(["Network devices", "Speed"], ten.MenuPath);
        Assert.Equal(["NET && !UML", "PCI", "FAST", "A || B", "C"], ten.DependsOn);
        Assert.True(ten.IsInChoice);
        Assert.Equal(["drivers/net/old/Kconfig", "drivers/net/arm/Kconfig"], file.Sources.Select(s => s.Path));
        Assert.Equal(["NET && !UML", "PCI"], file.Sources[0].Enclosing);
        Assert.Empty(file.Entries[1].MenuPath);
        Assert.False(file.Entries[1].IsInChoice);
    }

    [Fact]
    public void What_hangs_on_a_menuconfig_is_below_it()
    {
        var file = KconfigFile.Parse("""
            menuconfig WIRELESS
            	bool "Wireless LAN"
            config CARD
            	tristate "Card"
            	depends on PCI && WIRELESS
            config OTHER
            	bool "Other"
            config LATE
            	bool "Late"
            	depends on WIRELESS
            if WIRELESS
            config INSIDE
            	bool "Inside"
            rsource "sub/Kconfig"
            endif
            """);

        Assert.Equal(["", "Wireless LAN", "", "", "Wireless LAN"], file.Entries.Select(e => string.Join('/', e.MenuPath)));
        Assert.True(file.Entries[0].IsMenuConfig);
        Assert.Equal((true, "Wireless LAN"), (file.Sources[0].IsRelative, file.Sources[0].MenuPath[0]));
    }

    [Fact]
    public void Defaults_are_those_of_the_symbol_in_their_order()
    {
        var file = KconfigFile.Parse("""
            choice
            	prompt "Preemption"
            	default PREEMPT_NONE
            config PREEMPT_NONE
            	bool "None"
            endchoice
            config HZ
            	int
            	default 100 if HZ_100
            	default "250"	# else
            config FOO
            	def_tristate m if PCI
            	default
            """);

        Assert.Equal(["", "100 if HZ_100|\"250\"", "m if PCI"], file.Entries.Select(e => string.Join('|', e.Defaults)));
    }

    [Fact]
    public void Modern_lines_do_no_harm()
    {
        var file = KconfigFile.Parse("""
            cc-option = $(success,$(CC) -Werror $(1))
            $(error-if,$(x),no "menu" here)
            config FOO
            	def_bool $(cc-option,-mfoo)
            	imply BAR
            	select BAZ if PCI
            	transitional
            osource "$(srctree)/x/Kconfig"
            """);

        Assert.Equal(["BAZ if PCI"], Assert.Single(file.Entries).Selects);
        Assert.Equal(["$(cc-option,-mfoo)"], file.Entries[0].Defaults);
        Assert.Equal("$(srctree)/x/Kconfig", Assert.Single(file.Sources).Path);
    }

    [Theory]
    [InlineData("endmenu\nendif\nendchoice\nconfig FOO\n")]
    [InlineData("menu\nif\nchoice\nconfig FOO")]
    [InlineData("config\nsource\nhelp\nprompt\ndepends on\nconfig FOO\n\\")]
    public void Unbalanced_files_keep_their_entries(string text) => Assert.Equal("FOO", One(text).Symbol);

    [Fact]
    public void Nul_characters_are_made_visible() => Assert.Equal("a\uFFFDb", One("config FOO\n\tbool \"a\0b\"\n").Prompt);

    [Property]
    public void Reads_anything(string? text) => Assert.NotNull(KconfigFile.Parse(text ?? ""));

    [Property]
    public void Reads_any_lines(int seed)
    {
        string[] lines = ["config A", "menuconfig B", "menu \"x", "endmenu", "if A && B", "endif", "choice", "endchoice", "\thelp", "\t  text", "\tdepends on A \\", "\tbool \"p\"", "source \"K\"", "", "comment 'c'"];
        var random = new Random(seed);
        Assert.NotNull(KconfigFile.Parse(string.Join('\n', Enumerable.Range(0, 60).Select(_ => lines[random.Next(lines.Length)]))));
    }

    [Theory]
    [InlineData("if A\nmenu \"m\"\n\tdepends on B\n")]
    [InlineData("config A\n\tdepends on B \\\n")]
    [InlineData("menuconfig A\n\tbool \"x\"\nif A\n")]
    [InlineData("config A\n\thelp\n\t  x\n\n\n")]
    [InlineData("endif\n")]
    [InlineData("config A\n\tdepends on A && A && A && A\n")]
    [InlineData("\"")]
    public void Large_hostile_files_take_no_longer_than_their_length(string piece)
    {
        var text = new StringBuilder(10 << 20).Insert(0, piece, (4 << 20) / piece.Length).ToString();
        var clock = Stopwatch.StartNew();

        KconfigFile.Parse(text);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"It took {clock.Elapsed}.");
    }
}
