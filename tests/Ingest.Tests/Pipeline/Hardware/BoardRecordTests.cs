using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline.Hardware;

/// <summary>Which boards and systems-on-chip become records, and which symbols are parts of them.</summary>
public sealed class BoardRecordTests
{
    private const string Machine = "arch/arm/mach-old/old.c";

    private static string Bool(string symbol, string prompt, string more = "") => $"config {symbol}\n\tbool \"{prompt}\"\n{more}\n";

    private static string Start(string key, string name) => $"MACHINE_START({key}, \"{name}\")\nMACHINE_END\n";

    private static string Chosen(string entries) => $"choice\n\tprompt \"Board\"\n{entries}endchoice\n";

    private static TestHistory Base() => TestHistory.Create().Commit("Linux 2.6.12", c => c.File("Kconfig", "source \"arch/arm/Kconfig\"\n").File("arch/arm/Kconfig", "").File(Machine, Start("OLD", "Acme Old board"))
        .File("sound/usb/Kconfig", "config SND_USB_AUDIO\n\ttristate \"USB Audio/MIDI driver\"\n").File("sound/usb/Makefile", "obj-$(CONFIG_SND_USB_AUDIO) += usbaudio.o\n")
        .File("sound/usb/usbaudio.c", "#include \"usbquirks.h\"\n").File("sound/usb/usbquirks.h", "")).Tag("v2.6.12");

    private static List<string> Names(TestHistory history)
    {
        using var data = new IngestedHistory();
        data.Ingest(history.Tag("v2.6.13").Path);
        using var context = data.Open();
        return [.. context.HardwareAdditions.OrderBy(a => a.Symbol).Select(a => $"{a.Symbol}: {a.Name}")];
    }

    [Fact]
    public void Systems_on_chip_that_share_a_source_are_records_each()
    {
        using var history = Base().Commit("ARM: add the DA850 and the DA830", c => c
            .File("arch/arm/Kconfig", Bool("ARCH_DAVINCI_DA830", "DA830/OMAP-L137 based system") + Bool("ARCH_DAVINCI_DA850", "DA850/OMAP-L138 based system"))
            .File("arch/arm/mach-davinci/Makefile", "obj-$(CONFIG_ARCH_DAVINCI_DA830) += da830.o devices-da8xx.o\nobj-$(CONFIG_ARCH_DAVINCI_DA850) += da850.o devices-da8xx.o\n")
            .File("arch/arm/mach-davinci/da830.c", "").File("arch/arm/mach-davinci/da850.c", "").File("arch/arm/mach-davinci/devices-da8xx.c", ""));
        Assert.Collection(Names(history), n => Assert.Contains("DA830", n, StringComparison.Ordinal), n => Assert.Contains("DA850", n, StringComparison.Ordinal));
    }

    [Fact]
    public void A_board_whose_processor_is_known_is_a_record_by_its_folder()
    {
        using var history = Base().Commit("sh: add Ecovec24", c => c
            .File("arch/sh/Kconfig", Bool("SH_ECOVEC", "EcoVec", "\thelp\n\t  Renesas \"R0P7724LC0011/21RL (EcoVec)\" support.\n"))
            .File("arch/sh/Makefile", "machdir-$(CONFIG_SH_ECOVEC) += mach-ecovec24\n").File("arch/sh/boards/mach-ecovec24/Makefile", "obj-y := setup.o\n")
            .File("arch/sh/boards/mach-ecovec24/setup.c", "static struct sh_machine_vector mv_ecovec __initmv = {\n\t.mv_name = \"R0P7724 (EcoVec)\",\n};\n"));
        Assert.StartsWith("SH_ECOVEC: ", Assert.Single(Names(history)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_only_board_of_a_platform_and_what_is_to_be_chosen_of_it_are_the_platform()
    {
        using var history = Base().Commit("ARM: add bcmring", c => c
            .File("arch/arm/Kconfig", Bool("ARCH_BCMRING", "Broadcom BCMRING", "\thelp\n\t  Support for the Broadcom BCMRING platform.\n") + Chosen(Bool("ARCH_FPGA11107", "FPGA11107", "\tdepends on ARCH_BCMRING\n")))
            .File("arch/arm/Makefile", "machine-$(CONFIG_ARCH_BCMRING) := bcmring\n").File("arch/arm/mach-bcmring/Makefile", "obj-y := arch.o\n").File("arch/arm/mach-bcmring/arch.c", Start("BCMRING", "BCMRING")));
        Assert.StartsWith("ARCH_BCMRING: Broadcom BCMRING", Assert.Single(Names(history)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_board_to_be_chosen_by_its_number_is_no_part_of_another()
    {
        using var history = Base().Commit("sh: RSK+ 7201 board support", c => c
            .File("arch/sh/Kconfig", Bool("SH_RSK", "Renesas Starter Kit") + "if SH_RSK\n" + Chosen(Bool("SH_RSK7201", "RSK7201")) + "endif\n")
            .File("arch/sh/Makefile", "machdir-$(CONFIG_SH_RSK) += mach-rsk\n").File("arch/sh/boards/mach-rsk/Makefile", "obj-y := setup.o\n")
            .File("arch/sh/boards/mach-rsk/setup.c", "static struct sh_machine_vector mv_rsk __initmv = {\n\t.mv_name = \"RSK+\",\n};\n"));
        Assert.Contains("SH_RSK7201: Renesas RSK7201 boards", Names(history));
    }

    [Fact]
    public void Of_two_boards_in_the_place_of_one_the_other_is_new()
    {
        using var history = TestHistory.Create().Commit("Linux 2.6.12", c => c
            .File("Kconfig", "source \"arch/avr32/Kconfig\"\n").File("arch/avr32/Kconfig", Chosen(Bool("BOARD_ATNGW100", "ATNGW100 Network Gateway")))
            .File("arch/avr32/Makefile", "core-$(CONFIG_BOARD_ATNGW100) += arch/avr32/boards/atngw100/\n").File("arch/avr32/boards/atngw100/Makefile", "obj-y += setup.o\n").File("arch/avr32/boards/atngw100/setup.c", "")).Tag("v2.6.12")
            .Commit("avr32: add support for ATNGW100 mkII board", c => c
                .File("arch/avr32/Kconfig", Chosen(Bool("BOARD_ATNGW100_MKI", "ATNGW100 Network Gateway") + Bool("BOARD_ATNGW100_MKII", "ATNGW100 mkII Network Gateway")) + "config BOARD_ATNGW100_COMMON\n\tbool\n")
                .File("arch/avr32/Makefile", "core-$(CONFIG_BOARD_ATNGW100_COMMON) += arch/avr32/boards/atngw100/\n"));
        Assert.StartsWith("BOARD_ATNGW100_MKII: ", Assert.Single(Names(history)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_board_that_depends_on_a_new_processor_is_no_part_of_it()
    {
        using var history = Base().Commit("sh: SH7201 and its board", c => c
            .File("arch/sh/Kconfig", Bool("CPU_SUBTYPE_SH7201", "Support SH7201 processor") + Chosen(Bool("SH_RSK7201", "RSK7201", "\tdepends on CPU_SUBTYPE_SH7201\n")))
            .File("arch/sh/kernel/cpu/sh2a/Makefile", "obj-$(CONFIG_CPU_SUBTYPE_SH7201) += setup-sh7201.o\n").File("arch/sh/kernel/cpu/sh2a/setup-sh7201.c", ""));
        Assert.Equal(2, Names(history).Count);
    }

    [Fact]
    public void A_table_in_a_header_tells_of_a_device()
    {
        using var history = Base()
            .Commit("sound: usb-audio: add Roland UA-1G support", c => c.File("sound/usb/usbquirks.h", "static struct usb_device_id usb_audio_ids[] = {\n\t{ USB_DEVICE(0x0582, 0x00e6) },\n\t{ }\n};\n"))
            .Commit("USB: add Nikon D300 camera to unusual_devs", c => c.File("drivers/usb/storage/unusual_devs.h", "UNUSUAL_DEV(0x04b0, 0x041a, 0x0100, 0x0100, \"NIKON\", \"NIKON DSC D300\", US_SC_DEVICE, US_PR_DEVICE, NULL, US_FL_FIX_CAPACITY),\n"));
        Assert.Equal("SND_USB_AUDIO: Roland UA-1G USB audio interfaces", Assert.Single(Names(history)));
    }
}
