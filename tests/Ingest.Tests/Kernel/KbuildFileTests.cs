using System.Diagnostics;
using System.Text;
using FsCheck.Xunit;
using KernelTracker.Ingest.Kernel;
using Xunit;

namespace KernelTracker.Ingest.Tests.Kernel;

public class KbuildFileTests
{
    [Theory]
    [InlineData("obj-$(CONFIG_FOO) += foo.o bar.o", "obj|FOO|foo.o,bar.o")]
    [InlineData("obj-${CONFIG_FOO}+=foo.o", "obj|FOO|foo.o")]
    [InlineData("obj-y := a.o b/ # c.o", "obj||a.o,b/")]
    [InlineData("obj-m = a.o", "obj||a.o")]
    [InlineData("lib-y += memcpy.o", "lib||memcpy.o")]
    [InlineData("snd-soc-wm8988-objs := wm8988.o", "snd-soc-wm8988||wm8988.o")]
    [InlineData("ath9k-y += a.o \\\n\tb.o \\\n\tc.o", "ath9k||a.o,b.o,c.o")]
    [InlineData("ath9k-$(CONFIG_ATH9K_DEBUGFS) += debug.o", "ath9k|ATH9K_DEBUGFS|debug.o")]
    [InlineData("obj-$(subst m,y,$(CONFIG_FOO)) += foo.o", "obj|FOO|foo.o")]
    [InlineData("xfs-$(CONFIG_QUOTA) += $(addprefix quota/, a.o b.o)", "xfs|QUOTA|quota/a.o,quota/b.o")]
    [InlineData("sis-objs := $(sis-y) x.o", "sis||$(sis-y),x.o")]
    [InlineData("ifdef CONFIG_X\nobj-y += a.o\nelse\nobj-y += b.o\nendif", "obj||a.o", "obj||b.o")]
    [InlineData("machine-$(CONFIG_ARCH_PXA) := pxa", "machine|ARCH_PXA|pxa")]
    [InlineData("machdir-$(CONFIG_SH_ECOVEC) += mach-ecovec24", "machdir|SH_ECOVEC|mach-ecovec24")]
    [InlineData("WLNAME := h2_cs\n$(WLNAME)-y := sta.o\nobj-m += $(WLNAME).o", "h2_cs||sta.o", "obj||h2_cs.o")]
    [InlineData("N := a\nelse\nN = b\nendif\nobj-m += $(N).o x.o\n${N}-y += c.o", "obj||a.o,b.o,x.o", "a||c.o", "b||c.o")]
    [InlineData("OBJS := a.o b.o -DX $(src)\nfoo-objs := $(OBJS) $(OTHER)", "foo||a.o,b.o,$(OTHER)")]
    [InlineData("CONFIG_FOO := m\nobj-$(CONFIG_FOO) += foo.o", "obj|FOO|foo.o")]
    [InlineData("CFLAGS_foo.o := -DX=y\nEXTRA_CFLAGS += -I$(src)\n$(obj)/x: y\n\tobj-y += recipe.o\nifeq ($(CONFIG_X),y)")]
    [InlineData("obj-$(VAR) += x.o\nobj-y +=\n= x.o\n\\")]
    public void Reads_lists(string text, params string[] rules) =>
        Assert.Equal(rules, KbuildFile.Parse(text).Rules.Select(r => $"{r.Goal}|{r.Symbol}|{string.Join(',', r.Items)}"));

    [Property]
    public void Reads_anything(string? text) => Assert.NotNull(KbuildFile.Parse(text ?? ""));

    [Theory]
    [InlineData("obj-y += $(")]
    [InlineData("a \\\n")]
    [InlineData("obj-$(CONFIG_A) += a.o\n")]
    [InlineData("A += a.o b.o\nobj-y += $(A)$(A)\n")]
    public void Large_hostile_files_take_no_longer_than_their_length(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, (4 << 20) / piece.Length).ToString();
        var clock = Stopwatch.StartNew();

        KbuildFile.Parse(text);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"It took {clock.Elapsed}.");
    }
}
