using FsCheck.Xunit;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Classification;
using Xunit;

namespace KernelTracker.Ingest.Tests.Classification;

public class DeviceJudgeTests
{
    [Theory]
    [InlineData("BFIN_SIR0", KconfigType.Bool, "Blackfin SIR on UART0", "drivers/net/irda/Kconfig", null)]
    [InlineData("MMC_SDHCI_S3C_DMA", KconfigType.Bool, "DMA support on S3C SDHCI", "drivers/mmc/host/Kconfig", null)]
    [InlineData("USB_XHCI_HCD_DEBUGGING", KconfigType.Bool, "Debugging for the xHCI host controller", "drivers/usb/host/Kconfig", null)]
    [InlineData("MEDIA_SUPPORT", KconfigType.Tristate, "Multimedia support", "drivers/media/Kconfig", "drivers/media/media.c")]
    [InlineData("ATH_COMMON", KconfigType.Tristate, "Atheros Wireless Cards", "drivers/net/wireless/ath/Kconfig", "drivers/net/wireless/ath/main.c")]
    [InlineData("DM_MULTIPATH_QL", KconfigType.Tristate, "I/O Path Selector", "drivers/md/Kconfig", "drivers/md/dm-queue-length.c")]
    [InlineData("CAN_DEV", KconfigType.Tristate, "Platform CAN drivers with Netlink support", "drivers/net/can/Kconfig", "drivers/net/can/dev.c")]
    [InlineData("PPS", KconfigType.Tristate, "PPS support", "drivers/pps/Kconfig", "drivers/pps/pps.c")]
    [InlineData("MTD_TESTS", KconfigType.Tristate, "MTD tests support", "drivers/mtd/Kconfig", "drivers/mtd/tests/mtd_readtest.c")]
    [InlineData("XEN_BLKDEV_FRONTEND", KconfigType.Tristate, "Xen virtual block device support", "drivers/block/Kconfig", "drivers/block/xen-blkfront.c")]
    [InlineData("FOOFS", KconfigType.Tristate, "Foo filesystem", "fs/foofs/Kconfig", "fs/foofs/super.c")]
    [InlineData("HAVE_FOO", KconfigType.Bool, null, "arch/arm/Kconfig", null)]
    [InlineData("SERIAL_FOO_BAUD", KconfigType.Number, "Baud rate of the FOO1000", "drivers/serial/Kconfig", null)]
    public void No_device(string symbol, KconfigType type, string? prompt, string kconfig, string? source) =>
        Assert.Equal(DeviceVerdictKind.NotADevice, DeviceJudge.Judge(Evidence(symbol, type, prompt, kconfig, source)).Kind);

    [Theory]
    [InlineData("SENSORS_ADT7462", "Analog Devices ADT7462", "drivers/hwmon/Kconfig", "drivers/hwmon/adt7462.c")]
    [InlineData("CAN_KVASER_PCI", "Kvaser PCIcan cards", "drivers/net/can/Kconfig", "drivers/net/can/sja1000/kvaser_pci.c")]
    [InlineData("AB3100_CORE", "ST-Ericsson AB3100 mixed-signal circuit core functions", "drivers/mfd/Kconfig", "drivers/mfd/ab3100-core.c")]
    [InlineData("USB_TMC", "USB Test and Measurement Class support", "drivers/usb/class/Kconfig", "drivers/usb/class/usbtmc.c")]
    public void A_device(string symbol, string prompt, string kconfig, string source) =>
        Assert.Equal(DeviceVerdictKind.Device, DeviceJudge.Judge(Evidence(symbol, KconfigType.Tristate, prompt, kconfig, source)).Kind);

    [Theory]
    [InlineData("MACH_FOO", "Foo Works reference board", "arch/arm/mach-pxa/Kconfig", "arch/arm/mach-pxa/foo.c")]
    [InlineData("CPU_SUBTYPE_SH7790", "Support SH7790 processor", "arch/sh/Kconfig", "arch/sh/kernel/cpu/sh4a/setup-sh7790.c")]
    [InlineData("CPU_PXA200", null, "arch/arm/mach-mmp/Kconfig", "arch/arm/mach-mmp/pxa200.c")]
    public void A_machine(string symbol, string? prompt, string kconfig, string source) =>
        Assert.Equal(DeviceVerdictKind.Machine, DeviceJudge.Judge(Evidence(symbol, KconfigType.Bool, prompt, kconfig, source)).Kind);

    [Fact]
    public void A_board_with_a_machine_definition_may_be_called_as_options_are() =>
        Assert.Equal(DeviceVerdictKind.Machine, DeviceJudge.Judge(Evidence("MACH_OPENRD_BASE", KconfigType.Bool, "Marvell OpenRD Base Board", "arch/arm/mach-kirkwood/Kconfig", "arch/arm/mach-kirkwood/openrd_base-setup.c") with { MachineNames = ["Marvell OpenRD Base Board"] }).Kind);

    [Fact]
    public void A_codec_without_prompt_is_a_device() =>
        Assert.Equal(DeviceVerdictKind.Device, DeviceJudge.Judge(Evidence("SND_SOC_WM8988", KconfigType.Tristate, null, "sound/soc/codecs/Kconfig", "sound/soc/codecs/wm8988.c") with { Descriptions = ["ASoC WM8988 driver"] }).Kind);

    [Fact]
    public void An_option_that_adds_a_file_to_a_driver_is_no_device() =>
        Assert.Equal(DeviceVerdictKind.NotADevice, DeviceJudge.Judge(Evidence("IXGBE_DCB", KconfigType.Bool, "Data Center Bridging (DCB) Support", "drivers/net/Kconfig", "drivers/net/ixgbe/ixgbe_dcb.c") with { PartOf = "IXGBE" }).Kind);

    [Property(MaxTest = 200)]
    public void Any_text_is_judged(string? symbol, string? prompt, string? help)
    {
        var verdict = DeviceJudge.Judge(Evidence(symbol ?? "", KconfigType.Tristate, prompt, "drivers/misc/Kconfig", "drivers/misc/x.c") with { Help = help ?? "" });
        Assert.NotEmpty(verdict.Reason);
    }

    private static HardwareEvidence Evidence(string symbol, KconfigType type, string? prompt, string kconfig, string? source) => new()
    {
        Symbol = symbol,
        IsNewSymbol = true,
        Type = type,
        Prompt = prompt,
        KconfigPath = kconfig,
        NewSources = source is null ? [] : [source],
    };
}
