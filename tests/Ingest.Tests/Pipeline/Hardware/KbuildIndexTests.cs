using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Pipeline.Hardware;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline.Hardware;

public sealed class KbuildIndexTests : IDisposable
{
    private readonly TestHistory _source = TestHistory.Create().Commit("tree", c => c
        .File("drivers/Makefile", "obj-y += net/\nobj-$(CONFIG_SND) += snd/\n")
        .File("drivers/net/Makefile", "obj-$(CONFIG_CARD) += card.o\nobj-$(CONFIG_ATH) += ath/\nobj-y += core.o\n")
        .File("drivers/net/ath/Makefile", "ath-y := main.o sub/low.o\nath-$(CONFIG_ATH_DEBUG) += debug.o\nobj-$(CONFIG_ATH) += ath.o\n")
        .File("drivers/snd/Makefile", "snd-objs := $(snd-y)\nsnd-y := core.o\nobj-y += snd.o loop.o\nloop-objs := loop.o\n")
        .File("arch/arm/Makefile", "machine-$(CONFIG_ARCH_PXA) := pxa\ncore-$(CONFIG_MACH_FAR) += arch/arm/far/\n")
        .File("arch/arm/mach-pxa/Makefile", "obj-y += time.o\n").File("arch/arm/mach-pxa/time.c", "")
        .File("arch/arm/far/Makefile", "obj-y += away.o\n").File("arch/arm/far/Kbuild", "obj-y += near.o\n")
        .File("arch/sh/Makefile", "machdir-$(CONFIG_SH_FAST) += mach-fast\nmachdir-y += mach-common\n")
        .File("arch/sh/boards/mach-fast/Makefile", "obj-y += setup.o\n").File("arch/sh/boards/mach-fast/setup.c", "")
        .File("sound/usb/Makefile", "obj-$(CONFIG_SND_USB) += snd-usb.o\nsnd-usb-objs := mixer.o audio.o\n")
        .File("sound/usb/mixer.c", "").File("sound/usb/audio.c", "#include \"quirks.h\"\n").File("sound/usb/quirks.h", "").File("drivers/net/card.h", "")
        .File("drivers/pci/Makefile", "obj-$(CONFIG_MACH_A) += ops.o\nobj-$(CONFIG_MACH_B) += ops.o\n").File("drivers/pci/ops.c", "")
        .File("drivers/net/card.c", "#include \"card.h\"\n").File("drivers/net/core.c", "#include \"card.h\"\n")
        .File("drivers/net/ath/main.c", "").File("drivers/net/ath/sub/low.S", "").File("drivers/net/ath/debug.c", "")
        .File("drivers/snd/core.c", "").File("arch/arm/far/near.c", ""));

    [Theory]
    [InlineData("drivers/net/card.c", "CARD card CARD")]
    [InlineData("drivers/net/core.c", " core ")]
    [InlineData("drivers/net/ath/main.c", "ATH ath ATH")]
    [InlineData("drivers/net/ath/debug.c", "ATH_DEBUG ath ATH")]
    [InlineData("drivers/net/ath/sub/low.S", "ATH ath ATH")]
    [InlineData("drivers/snd/core.c", "SND snd SND")]
    [InlineData("arch/arm/mach-pxa/time.c", "ARCH_PXA time ARCH_PXA")]
    [InlineData("arch/arm/far/near.c", "MACH_FAR near MACH_FAR")]
    [InlineData("arch/sh/boards/mach-fast/setup.c", "SH_FAST setup SH_FAST")]
    [InlineData("arch/arm/far/away.c", null)]
    [InlineData("drivers/net/unknown.c", null)]
    [InlineData("drivers/snd/.c", null)]
    [InlineData("README", null)]
    public void Finds_what_builds_a_source(string path, string? build)
    {
        using var opened = new Opened(_source);

        var found = opened.Index.Of(path);

        Assert.Equal(build, found is null ? null : $"{found.Symbol} {found.Module} {found.ModuleSymbol}");
    }

    [Theory]
    [InlineData("CARD", "drivers/net/card.c", "card")]
    [InlineData("ATH", "drivers/net/ath/debug.c drivers/net/ath/main.c drivers/net/ath/sub/low.S", "ath")]
    [InlineData("ATH_DEBUG", "drivers/net/ath/debug.c", "ath")]
    [InlineData("SND", "drivers/snd/core.c", "loop snd")]
    [InlineData("SH_FAST", "arch/sh/boards/mach-fast/setup.c", "setup")]
    [InlineData("NOTHING", "", "")]
    public void Finds_what_a_symbol_builds(string symbol, string sources, string modules)
    {
        using var opened = new Opened(_source);

        var built = opened.Index.Built(symbol);

        Assert.Equal((sources, modules), (string.Join(' ', built.Sources), string.Join(' ', built.Modules)));
    }

    [Theory]
    [InlineData("MACH_A", "MACH_A")]
    [InlineData("MACH_B", "MACH_B")]
    [InlineData("MACH_C", "MACH_A")]
    public void Of_several_symbols_that_build_a_source_the_one_asked_for_is_told(string preferred, string symbol)
    {
        using var opened = new Opened(_source);
        Assert.Equal(symbol, opened.Index.Of("drivers/pci/ops.c", preferred)?.ModuleSymbol);
    }

    [Theory]
    [InlineData("sound/usb/quirks.h", "SND_USB")]
    [InlineData("drivers/net/card.h", null)]
    [InlineData("sound/usb/other.h", null)]
    [InlineData("sound/usb/audio.c", null)]
    public void A_header_belongs_to_the_driver_that_includes_it(string path, string? symbol)
    {
        using var opened = new Opened(_source);
        Assert.Equal(symbol, opened.Index.OfHeader(path)?.Symbol);
    }

    public void Dispose() => _source.Dispose();

    private sealed class Opened : IDisposable
    {
        private readonly GitRepository _repository;
        private readonly TreeText _texts;

        public Opened(TestHistory source)
        {
            _repository = GitRepository.Open(source.Path);
            _texts = new TreeText(_repository);
            Index = new KbuildIndex(_texts);
            Index.Open(_texts.TreeOf(source.Head));
        }

        public KbuildIndex Index { get; }

        public void Dispose()
        {
            _texts.Dispose();
            _repository.Dispose();
        }
    }
}
