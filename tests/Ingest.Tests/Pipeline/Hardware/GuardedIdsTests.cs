using KernelTracker.Ingest.Pipeline.Hardware;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline.Hardware;

public sealed class GuardedIdsTests
{
    private const string Symbol = "TOUCHSCREEN_USB_ZYTRONIC";

    [Theory]
    [InlineData("#ifdef CONFIG_TOUCHSCREEN_USB_ZYTRONIC\na\n#endif\nb\n", "a\n")]
    [InlineData("# if defined(CONFIG_TOUCHSCREEN_USB_ZYTRONIC) || defined(CONFIG_TOUCHSCREEN_USB_ZYTRONIC_MODULE)\na\n#else\nb\n#endif\nc\n", "a\n")]
    [InlineData("#ifdef CONFIG_TOUCHSCREEN_USB_ZYTRONIC\na\n#ifdef CONFIG_PM\nb\n#else\nc\n#endif\nd\n#endif\n#ifdef CONFIG_TOUCHSCREEN_USB_ZYTRONIC\ne\n#endif\n", "a\nb\nc\nd\ne\n")]
    [InlineData("#ifndef CONFIG_TOUCHSCREEN_USB_ZYTRONIC\na\n#endif\n", "")]
    [InlineData("#ifdef CONFIG_TOUCHSCREEN_USB_ZYTRONIC_OLD\na\n#endif\n", "")]
    [InlineData("#endif\n#else\n#ifdef CONFIG_TOUCHSCREEN_USB_ZYTRONIC", "")]
    [InlineData("a\n", "")]
    public void Blocks_that_hang_on_a_symbol(string source, string blocks) => Assert.Equal(blocks, GuardedIds.Blocks(source, Symbol));

    [Fact]
    public void An_option_that_adds_an_id_to_a_table_is_a_record_of_its_own()
    {
        const string Entry = "config TOUCHSCREEN_USB_COMPOSITE\n\ttristate \"USB Touchscreen Driver\"\n";
        static string Table(string more) => $"static struct usb_device_id usbtouch_devices[] = {{\n\t{{USB_DEVICE(0x3823, 0x0001)}},\n{more}\t{{}}\n}};\n";
        using var history = TestHistory.Create().Commit("Linux 2.6.12", c => c
                .File("Kconfig", "source \"drivers/input/touchscreen/Kconfig\"\n").File("drivers/input/touchscreen/Kconfig", Entry)
                .File("drivers/input/touchscreen/Makefile", "obj-$(CONFIG_TOUCHSCREEN_USB_COMPOSITE) += usbtouchscreen.o\n").File("drivers/input/touchscreen/usbtouchscreen.c", Table("")))
            .Tag("v2.6.12")
            .Commit("Input: usbtouchscreen - support Zytronic capacitive touchscreen", c => c
                .File("drivers/input/touchscreen/Kconfig", $"{Entry}config {Symbol}\n\tdefault y\n\tbool \"Zytronic controller\" if EMBEDDED\n\tdepends on TOUCHSCREEN_USB_COMPOSITE\nconfig TOUCHSCREEN_USB_TUNING\n\tbool \"Slow mode\"\n")
                .File("drivers/input/touchscreen/usbtouchscreen.c", Table($"#ifdef CONFIG_{Symbol}\n\t{{USB_DEVICE(0x14c8, 0x0003), .driver_info = DEVTYPE_ZYTRONIC}},\n#endif\n")))
            .Tag("v2.6.13");
        using var data = new IngestedHistory();
        data.Ingest(history.Path);
        using var context = data.Open();
        var record = Assert.Single(context.HardwareAdditions);
        Assert.Equal((Symbol, "drivers/input/touchscreen/usbtouchscreen.c"), (record.Symbol, record.Driver));
        Assert.StartsWith("Zytronic ", record.Name, StringComparison.Ordinal);
        Assert.Equal(0x14c8, Assert.Single(context.DeviceIds, i => i.AdditionId == record.Id).Vendor);
    }
}
