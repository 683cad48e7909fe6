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
    [InlineData("MSM_SMD", KconfigType.Bool, "MSM Shared Memory Driver (SMD)", "drivers/staging/dream/Kconfig", "drivers/staging/dream/smd/smd.c")]
    [InlineData("MSM_ONCRPCROUTER", KconfigType.Bool, "MSM ONCRPC router support", "drivers/staging/dream/Kconfig", "drivers/staging/dream/smd/smd_rpcrouter.c")]
    [InlineData("SCLP_ASYNC", KconfigType.Tristate, "Support for Call Home via Asynchronous SCLP Records", "drivers/s390/char/Kconfig", "drivers/s390/char/sclp_async.c")]
    [InlineData("BLK_DEV_DRBD", KconfigType.Tristate, "DRBD Distributed Replicated Block Device support", "drivers/block/drbd/Kconfig", "drivers/block/drbd/drbd_main.c")]
    [InlineData("IIO_SW_RING", KconfigType.Tristate, "Industrial I/O lock free software ring", "drivers/staging/iio/Kconfig", "drivers/staging/iio/ring_sw.c")]
    [InlineData("VGA_ARB", KconfigType.Bool, "VGA Arbitration", "drivers/gpu/vga/Kconfig", "drivers/gpu/vga/vgaarb.c")]
    [InlineData("LEDS_REGULATOR", KconfigType.Tristate, "REGULATOR driven LED support", "drivers/leds/Kconfig", "drivers/leds/leds-regulator.c")]
    [InlineData("OMAP3_EMU", KconfigType.Bool, "OMAP3 debugging peripherals", "arch/arm/mach-omap2/Kconfig", "arch/arm/mach-omap2/emu.c")]
    [InlineData("PPC_BOOK3E_64", KconfigType.Bool, "Embedded processors", "arch/powerpc/platforms/Kconfig.cputype", "arch/powerpc/kernel/exceptions-64e.S")]
    [InlineData("MATOM", KconfigType.Bool, "Intel Atom", "arch/x86/Kconfig.cpu", null)]
    [InlineData("ATH_MISC", KconfigType.Tristate, "Wireless core support", "drivers/net/wireless/Kconfig", "drivers/net/wireless/core.c")]
    [InlineData("HAVE_FOO", KconfigType.Bool, null, "arch/arm/Kconfig", null)]
    [InlineData("SERIAL_FOO_BAUD", KconfigType.Number, "Baud rate of the FOO1000", "drivers/serial/Kconfig", null)]
    public void No_device(string symbol, KconfigType type, string? prompt, string kconfig, string? source) =>
        Assert.Equal(DeviceVerdictKind.NotADevice, DeviceJudge.Judge(Evidence(symbol, type, prompt, kconfig, source)).Kind);

    [Theory]
    [InlineData("SENSORS_ADT7462", "Analog Devices ADT7462", "drivers/hwmon/Kconfig", "drivers/hwmon/adt7462.c")]
    [InlineData("CAN_KVASER_PCI", "Kvaser PCIcan cards", "drivers/net/can/Kconfig", "drivers/net/can/sja1000/kvaser_pci.c")]
    [InlineData("AB3100_CORE", "ST-Ericsson AB3100 mixed-signal circuit core functions", "drivers/mfd/Kconfig", "drivers/mfd/ab3100-core.c")]
    [InlineData("SPI_DESIGNWARE", "DesignWare SPI controller core support", "drivers/spi/Kconfig", "drivers/spi/dw_spi.c")]
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
    public void A_driver_with_PCI_ids_is_for_a_device_even_a_virtual_one() =>
        Assert.Equal(DeviceVerdictKind.Device, DeviceJudge.Judge(Evidence("DRM_VMWGFX", KconfigType.Tristate, "DRM driver for VMware Virtual GPU", "drivers/gpu/drm/Kconfig", "drivers/gpu/drm/vmwgfx/vmwgfx_drv.c") with { Buses = [DeviceBus.Pci] }).Kind);

    [Theory]
    [InlineData("MOUSE_PS2_SENTELIC", "Sentelic Finger Sensing Pad PS/2 protocol extension", "drivers/input/mouse/sentelic.c", true)]
    [InlineData("MOUSE_PS2_EXTRA", "Extra PS/2 protocol extension", "drivers/input/mouse/other.c", false)]
    [InlineData("FOO_MOUSE", "Mouse of Foo", "drivers/input/mouse/mouse.c", false)]
    public void A_part_of_a_driver_is_a_device_when_its_source_is_called_as_its_prompt_begins(string symbol, string prompt, string source, bool isDevice) =>
        Assert.Equal(isDevice, DeviceJudge.Judge(Evidence(symbol, KconfigType.Bool, prompt, "drivers/input/mouse/Kconfig", source) with { PartOf = "MOUSE_PS2" }).Kind == DeviceVerdictKind.Device);

    [Fact]
    public void An_option_with_ids_of_its_own_in_a_driver_is_a_device() =>
        Assert.Equal(DeviceVerdictKind.Device, DeviceJudge.Judge(Evidence("TOUCHSCREEN_USB_ZYTRONIC", KconfigType.Bool, "Zytronic controller", "drivers/input/touchscreen/Kconfig", null) with { HasOwnIds = true }).Kind);

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
