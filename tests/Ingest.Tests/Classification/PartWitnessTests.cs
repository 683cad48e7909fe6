using FsCheck.Xunit;
using KernelTracker.Ingest.Classification;
using Xunit;

namespace KernelTracker.Ingest.Tests.Classification;

public class PartWitnessTests
{
    [Theory]
    [InlineData("Acme SMTP97xx", "ARCH_STMP97XX", "STMP97xx refers to a family of chips.", "Acme STMP97xx")]
    [InlineData("Acme MSL5005S silicon tuner", "MEDIA_TUNER_MXL5005S", "", "Acme MXL5005S silicon tuner")]
    [InlineData("NXP 925 board", "NXP_STB925", "Support for the STB925 board.", "NXP STB925 board")]
    [InlineData("ISP 1960 host controller", "USB_ISP1960_HCD", "", "ISP 1960 host controller")]
    [InlineData("DM9900A chip", "DM9900", "", "DM9900A chip")]
    [InlineData("PCM943 (i.MX95)", "MACH_PCM943", "A board with an MX95.", "PCM943 (i.MX95)")]
    [InlineData("TDA5761 tuner", "TUNER_TDA5769", "", "TDA5761 tuner")]
    [InlineData("WM8351 codec", "SND_SOC_WM8350", "For WM8350 chips.", "WM8351 codec")]
    [InlineData("support 9358 CPU", "ABC93XX_CPU_9358", "", "support ABC9358 CPU")]
    [InlineData("support 9458 CPU", "ABC93XX_CPU_9458", "", "support 9458 CPU")]
    [InlineData("No part", "NO_PART", "", "No part")]
    public void A_part_that_nothing_confirms_gives_way_to_the_one_that_was_meant(string prompt, string symbol, string help, string mended) =>
        Assert.Equal(mended, PartWitness.Mended(prompt, new HardwareEvidence { Symbol = symbol, IsNewSymbol = true, Prompt = prompt, Help = help }));

    [Fact]
    public void What_a_board_selects_is_a_witness() =>
        Assert.Equal("Acme Colibri PXA97x", PartWitness.Mended("Acme Colibri PX97x", new HardwareEvidence { Symbol = "MACH_COLIBRI", Selects = ["PXA97x"] }));

    [Property(MaxTest = 500)]
    public void Any_text_is_read(string? prompt, string? help, string? symbol) =>
        Assert.NotNull(PartWitness.Mended(prompt ?? "", new HardwareEvidence { Symbol = symbol, Help = help ?? "", Subject = prompt }));
}
