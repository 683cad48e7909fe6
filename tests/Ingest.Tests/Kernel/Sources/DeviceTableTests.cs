using KernelTracker.Ingest.Kernel.Sources;
using Xunit;

namespace KernelTracker.Ingest.Tests.Kernel.Sources;

public sealed class DeviceTableTests
{
    private const string Constants = """
        #define PCI_VENDOR_ID_INTEL 0x8086
        #define PCI_DEVICE_ID_INTEL_LAN (0x1533)
        #define PCI_CLASS_STORAGE_AHCI 0x010601
        #define PCI_CLASS_NETWORK 0x0200
        #define BASE 0x40
        #define VENDOR_FOO 0x0bda
        """;

    [Theory]
    [InlineData("{ PCI_DEVICE(0x8086, 0x1533) },", "8086:1533")]
    [InlineData("{ PCI_DEVICE(PCI_VENDOR_ID_INTEL, PCI_DEVICE_ID_INTEL_LAN), .driver_data = 1 },", "8086:1533")]
    [InlineData("{ PCI_VDEVICE(INTEL, 0x2922), board_ahci },", "8086:2922")]
    [InlineData("{ PCI_DEVICE_DATA(INTEL, LAN, 0) },", "8086:1533")]
    [InlineData("{ PCI_DEVICE_SUB(0x10ec, 0x8139, 0x103c, 0x30b7) },", "10ec:8139 sub 103c:30b7")]
    [InlineData("{ PCI_DEVICE_CLASS(PCI_CLASS_STORAGE_AHCI, 0xffffff) },", "class 010601")]
    [InlineData("{ 0x8086, 0x1533, PCI_ANY_ID, PCI_ANY_ID, 0, 0, 7 },", "8086:1533")]
    [InlineData("{ PCI_VENDOR_ID_INTEL, PCI_ANY_ID, PCI_ANY_ID, PCI_ANY_ID, PCI_CLASS_NETWORK << 8, 0xffff00, 0 },", "8086:* class 0200xx")]
    [InlineData("{ .vendor = 0x8086, .device = BASE + 2, .subvendor = PCI_ANY_ID, .subdevice = (u32)~0 },", "8086:0042")]
    [InlineData("{ vendor: 0x8086, device: BASE | 0x1, subvendor: PCI_ANY_ID, subdevice: PCI_ANY_ID, },", "8086:0041")]
    [InlineData("{ 0x8086, UNKNOWN_DEVICE, PCI_ANY_ID, PCI_ANY_ID },", "")]
    [InlineData("{ 0, }, { }, { PCI_DEVICE(0, 0) }", "")]
    [InlineData("0x8086, 1, PCI_ANY_ID, PCI_ANY_ID, 0, 0, 0, 0x8086, 2, PCI_ANY_ID, PCI_ANY_ID, 0, 0, 0, 0, 0", "8086:0001; 8086:0002")]
    public void Pci_entries(string entries, string expected) => Assert.Equal(expected, Ids($"static const struct pci_device_id t[] __devinitdata = {{ {entries} }};"));

    [Theory]
    [InlineData("{ USB_DEVICE(VENDOR_FOO, 0x8179) },", "0bda:8179")]
    [InlineData("{ USB_DEVICE_VER(0x0bda, 0x8179, 0x0100, 0x0200) },", "0bda:8179")]
    [InlineData("{ USB_DEVICE_INTERFACE_CLASS(0x0bda, 0x8179, 0xff) },", "0bda:8179 if ff/*/*")]
    [InlineData("{ USB_DEVICE_AND_INTERFACE_INFO(0x0bda, 0x8179, 0xff, 0xff, 0x00), .driver_info = 3 },", "0bda:8179 if ff/ff/00")]
    [InlineData("{ USB_VENDOR_AND_INTERFACE_INFO(0x05ac, 0xff, 1, 1) },", "05ac:* if ff/01/01")]
    [InlineData("{ USB_INTERFACE_INFO(USB_CLASS_MASS_STORAGE, 6, 0x50) },", "if 08/06/50")]
    [InlineData("{ USB_DEVICE_INFO(USB_CLASS_HUB, 0, 0) },", "class 09/00/00")]
    [InlineData("{ USB_DEVICE_INTERFACE_NUMBER(0x1199, 0x68a2, 8) },", "1199:68a2")]
    [InlineData("{ .match_flags = USB_DEVICE_ID_MATCH_VENDOR | USB_DEVICE_ID_MATCH_INT_CLASS, .idVendor = 0x045e, .bInterfaceClass = 0xff },", "045e:* if ff/*/*")]
    [InlineData("{ .idVendor = 0x045e, .idProduct = 7 },", "045e:0007")]
    public void Usb_entries(string entries, string expected) => Assert.Equal(expected, Ids($"static struct usb_device_id t[] = {{ {entries} }};"));

    [Theory]
    [InlineData("struct of_device_id", "{ .compatible = \"fsl,mpc8349-gpio\", .data = &x }, { .name = \"gpio\" }, {}", "fsl,mpc8349-gpio")]
    [InlineData("struct acpi_device_id", "{\"INT33A0\", 0}, {\"\", 0}", "INT33A0")]
    [InlineData("struct hid_device_id", "{ HID_USB_DEVICE(0x046d, 0xc216), .driver_data = 1 }, { }", "046d:c216")]
    [InlineData("struct hid_device_id", "{ HID_BLUETOOTH_DEVICE(0x05ac, HID_ANY_ID) }, { }", "05ac:*")]
    [InlineData("struct sdio_device_id", "{ SDIO_DEVICE(0x02df, 0x9103) }, { SDIO_DEVICE_CLASS(7) }", "02df:9103; class 07")]
    [InlineData("struct i2c_device_id", "{ \"lm75\", lm75 }, { }", "lm75")]
    [InlineData("struct spi_device_id", "{ .name = \"ads7846\" }, { }", "ads7846")]
    [InlineData("struct platform_device_id", "{ \"s3c2410-i2c\", 0 }", "s3c2410-i2c")]
    [InlineData("struct pnp_device_id", "{ .id = \"PNP0B00\" }, { .id = \"\" }", "PNP0B00")]
    [InlineData("struct pnp_card_device_id", "{ .id = \"CTL0024\", .driver_data = 0, .devs = { {.id=\"CTL0031\"}, } },", "CTL0024")]
    [InlineData("struct hda_codec_preset", "{ .id = 0x10ec0269, .name = \"ALC269\", .patch = patch }, {}", "10ec:0269")]
    [InlineData("struct hda_device_id", "HDA_CODEC_ENTRY(0x10ec0269, \"ALC269\", patch), {}", "10ec:0269")]
    [InlineData("struct snd_pci_quirk", "SND_PCI_QUIRK(0x1043, 0x82a1, \"ASUS P5Q\", 3), SND_PCI_QUIRK_VENDOR(0x17aa, \"Lenovo\", 2), {}", "1043:82a1; 17aa:*")]
    [InlineData("struct ssb_device_id", "SSB_DEVICE(0x4243, 0x0812, 5), SSB_DEVTABLE_END", "4243:0812")]
    [InlineData("struct virtio_device_id", "{ 1, VIRTIO_DEV_ANY_ID }, { 0 }", "*:0001")]
    [InlineData("struct pcmcia_device_id", "PCMCIA_DEVICE_MANF_CARD(0x0101, 0x0589), PCMCIA_DEVICE_NULL", "0101:0589")]
    [InlineData("struct pcmcia_device_id", "PCMCIA_DEVICE_PROD_ID12(\"Intel\", \"PRO/Wireless\", 1, 2),", "Intel / PRO/Wireless")]
    [InlineData("struct amba_id", "{ .id = 0x00041030, .mask = 0x000fffff }, { 0, 0 }", "00041030")]
    [InlineData("struct __initdata of_device_id", "{ .compatible = \"a,b\" }", "a,b")]
    public void Entries_of_other_buses(string structure, string entries, string expected) => Assert.Equal(expected, Ids($"static const {structure} ids[] = {{ {entries} }};"));

    [Theory]
    [InlineData("#define FOO(vend, dev) .vendor = vend, .device = dev\nstatic struct pci_device_id t[] = { { FOO(0x8086, 1) } };", "8086:0001")]
    [InlineData("#define CDC(v, p) \\\n { USB_DEVICE(v, p), .driver_info = 1 }\nstatic struct usb_device_id t[] = { CDC(0x1234, 0x0001), CDC(0x1234, 2) };", "1234:0001; 1234:0002")]
    [InlineData("#define ID(x) { PCI_DEVICE(0x8086, x) }, { PCI_DEVICE(0x8087, x) }\nstatic struct pci_device_id t[] = { ID(5), };", "8086:0005; 8087:0005")]
    [InlineData("#define V(n) PCI_VENDOR_ID_##n\nstatic struct pci_device_id t[] = { { PCI_DEVICE(V(INTEL), 1) } };", "8086:0001")]
    [InlineData("#define PCI_DEVICE_DATA(ops) .driver_data = (ulong)(ops)\nstatic struct pci_device_id t[] = { { PCI_DEVICE(0x1814, 0x0101), PCI_DEVICE_DATA(&ops) } };", "1814:0101")]
    [InlineData("#if 0\nstatic struct pci_device_id t[] = { { PCI_DEVICE(1, 1) } };\n#else\nstatic struct pci_device_id t[] = { { PCI_DEVICE(1, 2) } };\n#endif", "0001:0002")]
    [InlineData("#ifdef A\nstatic struct pci_device_id t[] __a = {\n#else\nstatic struct pci_device_id t[] __b = {\n#endif\n{ PCI_DEVICE(1, 2) } };", "0001:0002")]
    [InlineData("static struct pci_device_id t[] = { { PCI_DEVICE(1, 2) },\n#ifdef B\n{ PCI_DEVICE(1, 3) },\n#endif\n};", "0001:0002; 0001:0003")]
    [InlineData("enum { VENDOR = 0x0d8c, PRODUCT = 0x000e };\nstatic struct usb_device_id t[] = { { USB_DEVICE(VENDOR, PRODUCT) } };", "0d8c:000e")]
    [InlineData("static DEFINE_PCI_DEVICE_TABLE(tbl) = { { PCI_DEVICE(1, 2) } };", "0001:0002")]
    [InlineData("static struct pcmcia_driver d = { .id_table = (struct pcmcia_device_id []) { PCMCIA_DEVICE_MANF_CARD(1, 2), } };", "0001:0002")]
    [InlineData("static int probe(struct pci_dev *d, const struct pci_device_id *id) { return 0; }", "")]
    [InlineData("static struct pci_device_id t[] = { /* { PCI_DEVICE(1, 2) }, */ { PCI_DEVICE(1, 3) } }; // { PCI_DEVICE(1, 4) }", "0001:0003")]
    [InlineData("char *s = \"struct pci_device_id t[] = { { PCI_DEVICE(1, 2) } };\";", "")]
    [InlineData("static struct pci_device_id t[] = { [0] = { PCI_DEVICE(1, 2) }, [5] = { PCI_DEVICE(1, 3) } };", "0001:0002; 0001:0003")]
    [InlineData("#define G(v, s) (u32)(((v) >> (s)) & 0xFFFF ?: PCI_ANY_ID)\nstatic struct pci_device_id t[] = { { G(0x900512345678ull, 32), G(0x900512345678ull, 16), PCI_ANY_ID, PCI_ANY_ID } };", "9005:1234")]
    public void Shapes_of_single_drivers(string source, string expected) => Assert.Equal(expected, Ids(source));

    [Theory]
    [InlineData("drivers/net/a.c", "if (of_device_is_compatible(np, \"fsl,etsec2\")) x();", "fsl,etsec2")]
    [InlineData("drivers/irqchip/a.c", "IRQCHIP_DECLARE(foo, \"arm,cortex-a9-gic\", init);", "arm,cortex-a9-gic")]
    [InlineData("drivers/clk/a.c", "CLK_OF_DECLARE(foo, \"fixed,clock\", init);", "fixed,clock")]
    [InlineData("drivers/usb/storage/unusual_devs.h", "UNUSUAL_DEV(  0x03ee, 0x6901, 0x0000, 0x0100,\n\"Mitsumi\",\n\"USB FDD\",\nUS_SC_DEVICE, US_PR_DEVICE, NULL, US_FL_SINGLE_LUN ),", "03ee:6901")]
    [InlineData("sound/usb/quirks-table.h", "{\n\tUSB_DEVICE_VENDOR_SPEC(0x0582, 0x0000),\n.driver_info = (unsigned long) & (const struct q) { .ifnum = 1 }\n},", "0582:0000 if ff/*/*")]
    [InlineData("include/drm/drm_pciids.h", "#define radeon_PCI_IDS \\\n{0x1002, 0x3150, PCI_ANY_ID, PCI_ANY_ID, 0, 0, CHIP_RV380}, \\\n{0x1002, 0x3151, PCI_ANY_ID, PCI_ANY_ID, 0, 0, 0}, \\\n{0, 0, 0}\n", "1002:3150; 1002:3151")]
    [InlineData("drivers/staging/rt2870/rt2870.h", "#define RT2870_USB_DEVICES \\\n{ \\\n{USB_DEVICE(0x148F,0x2770)}, /* Ralink */ \\\n{ } }\n", "148f:2770")]
    public void Ids_outside_tables(string path, string source, string expected) => Assert.Equal(expected, Ids(source, path));

    [Theory]
    [InlineData("{ PCI_DEVICE(1, 2) }, /* Fast Card */", "Fast Card")]
    [InlineData("{ PCI_DEVICE(1, 2), 0 },\t// Fast Card", "Fast Card")]
    [InlineData("/* Fast Card */\n{ PCI_DEVICE(1, 2) },", "Fast Card")]
    [InlineData("{ /* Fast Card */ PCI_DEVICE(1, 2) },", "Fast Card")]
    [InlineData("{ PCI_DEVICE(9, 9) }, /* another */\n{ PCI_DEVICE(1, 2) },", null)]
    [InlineData("/* Cards */\n\n{ PCI_DEVICE(1, 2) },", null)]
    [InlineData("{ PCI_DEVICE(1, 2) }, /* terminating entry */", null)]
    [InlineData("/* { PCI_DEVICE(1, 3) }, */\n{ PCI_DEVICE(1, 2) },", null)]
    public void Comments_label_entries(string entries, string? expected)
    {
        var facts = Read($"static struct pci_device_id t[] = {{\n{entries}\n}};", "drivers/a.c");

        var fact = facts.Ids.Single(i => i.Match.Text == "0001:0002");
        Assert.Equal(expected, fact.Label);
        Assert.Equal("t", fact.Table);
    }

    [Fact]
    public void Strings_and_constants_name_devices()
    {
        var quirk = Read("static struct snd_pci_quirk q[] = { SND_PCI_QUIRK(0x1043, 0x82a1, \"ASUS P5Q\", 3) };", "sound/a.c");
        var pci = Read("static struct pci_device_id t[] = { { PCI_VDEVICE(INTEL, PCI_DEVICE_ID_INTEL_LAN) } };", "drivers/a.c");

        Assert.Equal("ASUS P5Q", Assert.Single(quirk.Ids).Label);
        Assert.Equal("PCI_VENDOR_ID_INTEL PCI_DEVICE_ID_INTEL_LAN", Assert.Single(pci.Ids).Constants);
    }

    private static string Ids(string source, string path = "drivers/a.c") => string.Join("; ", Read(source, path).Ids.Select(i => i.Match.Text));

    private static SourceFacts Read(string source, string path) => SourceFacts.Read(path, $"{Constants}\n{source}", NoHeaders.Instance);
}
