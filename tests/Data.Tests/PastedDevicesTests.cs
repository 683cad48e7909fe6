using System.Globalization;
using FsCheck.Xunit;
using KernelTracker.Data.Hardware;
using Xunit;

namespace KernelTracker.Data.Tests;

public class PastedDevicesTests
{
    [Theory]
    [InlineData("00:19.0 Ethernet controller [0200]: Intel Corporation 82579LM Gigabit Network Connection [8086:1502] (rev 04)", "Pci 8086:1502 class 020000/ffff00 = Intel Corporation 82579LM Gigabit Network Connection")]
    [InlineData("0000:00:1f.2 SATA controller [0106]: Intel Corporation 6 Series AHCI Controller [8086:1c03] (rev 04) (prog-if 01 [AHCI 1.0])", "Pci 8086:1c03 class 010601/ffffff = Intel Corporation 6 Series AHCI Controller")]
    [InlineData("00:14.0 USB controller [0c03]: Intel Corporation USB xHCI Host Controller [8086:1e31]", "Pci 8086:1e31 class 0c0330/ffffff = Intel Corporation USB xHCI Host Controller")]
    [InlineData("00:19.0 0200: 8086:1502 (rev 04)", "Pci 8086:1502 class 020000/ffff00 = 8086:1502")]
    [InlineData("00:19.0 Class 0200: 8086:1502 (rev 04)", "Pci 8086:1502 class 020000/ffff00 = 8086:1502")]
    [InlineData("00:19.0 Class 0200: 8086:1502", "Pci 8086:1502 class 020000/ffff00 = 8086:1502")]
    [InlineData("01:00.0 Ethernet controller: Intel Corporation I210 Gigabit Network Connection (rev 03)", "Pci - = Intel Corporation I210 Gigabit Network Connection [Intel Corporation I210 Gigabit Network Connection]")]
    [InlineData("00:19.0 \"Ethernet controller [0200]\" \"Intel Corporation [8086]\" \"82579LM [1502]\" -r04 -p00 \"Lenovo [17aa]\" \"Device [21ce]\"", "Pci 8086:1502 sub 17aa:21ce class 020000/ffffff = Intel Corporation 82579LM")]
    [InlineData("00:19.0 \"0200\" \"8086\" \"1502\" -r04 \"17aa\" \"21ce\"", "Pci 8086:1502 sub 17aa:21ce class 020000/ffff00 = 8086:1502")]
    [InlineData("Bus 001 Device 003: ID 0bda:8179 Realtek Semiconductor Corp. RTL8188EUS 802.11n", "Usb 0bda:8179 = Realtek Semiconductor Corp. RTL8188EUS 802.11n")]
    [InlineData("Bus 002 Device 001: ID 1d6b:0002 Linux Foundation 2.0 root hub", "Usb 1d6b:0002 class 090000/ffffff = Linux Foundation 2.0 root hub")]
    [InlineData("    |__ ID 0bda:8179", "Usb 0bda:8179 = 0bda:8179")]
    [InlineData("pci:v00008086d00001533sv0000103Csd00000003bc02sc00i00", "Pci 8086:1533 sub 103c:0003 class 020000/ffffff")]
    [InlineData("pci:v00008086d00001533sv00000000sd00000000bc02sc00i00", "Pci 8086:1533 class 020000/ffffff")]
    [InlineData("usb:v0BDAp8179d0000dc00dsc00dp00icFFiscFFipFFin00", "Usb 0bda:8179 class 000000/ffffff if ffffff")]
    [InlineData("/sys/devices/pci0000:00/0000:00:19.0/modalias:pci:v00008086d00001502sv000017AAsd000021CEbc02sc00i00", "Pci 8086:1502 sub 17aa:21ce class 020000/ffffff")]
    [InlineData("E: MODALIAS=acpi:INT33A0:PNP0C14:", "Acpi - [INT33A0|PNP0C14]")]
    [InlineData("modalias: platform:coretemp", "Platform - [coretemp]")]
    [InlineData("of:NethernetT(null)Cfsl,etsec2Cgianfar", "DeviceTree - [fsl,etsec2|gianfar|fsl,etsec2Cgianfar]")]
    [InlineData("hid:b0003g0001v000005ACp00000250", "Hid 05ac:0250")]
    [InlineData("sdio:c00v02D0d4329", "Sdio 02d0:4329")]
    [InlineData("i2c:wm8988", "I2c - [wm8988]")]
    [InlineData("spi:ads7846", "Spi - [ads7846]")]
    [InlineData("pnp:dPNP0501", "Pnp - [PNP0501]")]
    [InlineData("hdaudio:v10EC0888r00100101a01", "HdaCodec 10ec:0888")]
    [InlineData("ssb:v4243id0812rev0F", "Ssb 4243:0812")]
    [InlineData("bcma:m04BFid0812rev17cl00", "Bcma 04bf:0812")]
    [InlineData("virtio:d00000001v00001AF4", "Virtio 1af4:0001")]
    [InlineData("pcmcia:m0156c0002f06fn00pfn00pa12345678pb00000000pc00000000pd00000000", "Pcmcia 0156:0002")]
    [InlineData("amba:d00041011", "Amba 41011:-")]
    [InlineData("input:b0003v045Ep0719e0111-e0,1,2,4,14,k71,72", "Usb 045e:0719")]
    [InlineData("input:b0011v0001p0001eAB41-e0,1,4", "Input 0001:0001")]
    [InlineData("8086:1533", "- 8086:1533")]
    [InlineData("pci 8086:1533", "Pci 8086:1533")]
    [InlineData("usb:0bda:8179", "Usb 0bda:8179")]
    [InlineData("[0x8086:0x1533]", "- 8086:1533")]
    [InlineData("Wolfson WM8988", "- - [Wolfson WM8988]")]
    [InlineData("brcm,bcm53xx-spi", "- - [brcm,bcm53xx-spi]")]
    [InlineData("> 00:19.0 0200: 8086:1502", "Pci 8086:1502 class 020000/ffff00")]
    public void Reads_a_line(string line, string expected)
    {
        var read = PastedDevices.Parse(line);

        var shown = Show(Assert.Single(read.Devices));
        Assert.Equal(expected, expected.Contains(" = ", StringComparison.Ordinal) ? shown : shown.Replace($" = {read.Devices[0].Title}", "", StringComparison.Ordinal));
        Assert.Empty(read.NotUnderstood);
        Assert.Null(read.Problem);
    }

    [Theory]
    [InlineData("user@host:~$ lspci -nn")]
    [InlineData("!?")]
    [InlineData("Here is what my machine has; it does not boot any more since the update of last week.")]
    [InlineData("pci:v8086")]
    [InlineData("cpu:type:x86,ven0000fam0006mod003A:feature:,0000,0001")]
    [InlineData("a=b")]
    public void Says_what_it_does_not_understand(string line)
    {
        var read = PastedDevices.Parse("\n" + line);

        Assert.Empty(read.Devices);
        Assert.Equal([new PastedLine(2, line)], read.NotUnderstood);
    }

    [Fact]
    public void Indented_lines_belong_to_the_device_above()
    {
        var read = PastedDevices.Parse(
            "00:19.0 Ethernet controller [0200]: Intel Corporation 82579LM [8086:1502] (rev 04)\r\n"
            + "\tSubsystem: Lenovo Device [17aa:21ce]\r\n\tKernel driver in use: e1000e\r\n\tKernel modules: e1000e\r\n"
            + "00:1a.0 0c03: 8086:1c2d (rev 04)\n\tSubsystem: 17aa:21cf\n\tFlags: bus master, medium devsel, latency 0, IRQ 16\n");

        Assert.Equal(["8086:1502 17aa:21ce", "8086:1c2d 17aa:21cf"], read.Devices.Select(d => $"{d.Vendor:x4}:{d.Device:x4} {d.SubVendor:x4}:{d.SubDevice:x4}"));
        Assert.Empty(read.NotUnderstood);
    }

    [Fact]
    public void Blocks_of_lspci_vmm_are_devices()
    {
        var read = PastedDevices.Parse(
            "Slot:\t00:19.0\nClass:\tEthernet controller [0200]\nVendor:\tIntel Corporation [8086]\nDevice:\t82579LM [1502]\n"
            + "SVendor:\tLenovo [17aa]\nSDevice:\tDevice [21ce]\nRev:\t04\nProgIf:\t00\n\n"
            + "Device:\t00:1a.0\nClass:\t0c03\nVendor:\t8086\nDevice:\t1c2d\nProgIf:\t20\n");

        Assert.Equal(
            ["Pci 8086:1502 sub 17aa:21ce class 020000/ffffff = Intel Corporation 82579LM", "Pci 8086:1c2d class 0c0320/ffffff = 8086:1c2d"],
            read.Devices.Select(Show));
        Assert.Empty(read.NotUnderstood);
    }

    [Fact]
    public void Descriptors_of_lsusb_tell_classes()
    {
        var read = PastedDevices.Parse(
            "Bus 001 Device 004: ID 046d:c31c Logitech, Inc. Keyboard K120\nDevice Descriptor:\n  bLength                18\n"
            + "  bDeviceClass            0 (Defined at Interface level)\n    Interface Descriptor:\n"
            + "      bInterfaceClass         3 Human Interface Device\n      bInterfaceSubClass      1 Boot Interface Subclass\n      bInterfaceProtocol      1 Keyboard\n"
            + "      bInterfaceClass         3 Human Interface Device\n      bInterfaceSubClass      0 No Subclass\nDevice Status:     0x0000\n");

        Assert.Equal("Usb 046d:c31c class 000000/ffffff if 030101,030000 = Logitech, Inc. Keyboard K120", Show(Assert.Single(read.Devices)));
        Assert.Empty(read.NotUnderstood);
    }

    [Fact]
    public void A_device_named_twice_is_one_with_the_classes_of_both()
    {
        var read = PastedDevices.Parse("usb:v046DpC31Cd4920dc00dsc00dp00ic03isc01ip01in00\nusb:v046DpC31Cd4920dc00dsc00dp00ic03isc00ip00in01\n");

        Assert.Equal([0x030101, 0x030000], Assert.Single(read.Devices).InterfaceClasses);
    }

    [Fact]
    public void Limits_are_stated()
    {
        Assert.Contains("256 KB", PastedDevices.Parse(new string('x', PastedDevices.MaxLength + 1)).Problem, StringComparison.Ordinal);
        Assert.Contains("5,000 lines", PastedDevices.Parse(string.Concat(Enumerable.Repeat("!\n", PastedDevices.MaxLines + 1))).Problem, StringComparison.Ordinal);
        Assert.Contains(
            "1,000 devices",
            PastedDevices.Parse(string.Join('\n', Enumerable.Range(0, PastedDevices.MaxDevices + 1).Select(i => $"8086:{i:x4}"))).Problem,
            StringComparison.Ordinal);
    }

    [Property(MaxTest = 500)]
    public bool Any_text_is_read(string? text)
    {
        var read = PastedDevices.Parse(text);
        return read.Problem is not null || (read.Devices.All(d => d.Line > 0) && read.NotUnderstood.All(l => l.Text.Trim().Length > 0));
    }

    [Property(MaxTest = 500)]
    public bool Any_text_between_the_marks_of_listings_is_read(string? some, string? other, uint number)
    {
        var marks = new[] { $"00:1f.{number % 9} {some}: {other} [{number:x8}]", $"Slot:\t{some}\nDevice:\t{other}", $"\tSubsystem: {some}", $"00:00.0 \"{some}\" \"{other}\" \"", $"pci:v{number:x8}d{some}", $"of:N{some}T{other}C", $"  bInterfaceClass {number} {some}", $"Bus 1 Device 2: ID {some}:{other}" };
        return PastedDevices.Parse(string.Join('\n', marks)).Problem is null;
    }

    [Theory]
    [InlineData("00:00.0 ", "[8086:")]
    [InlineData("00:00.0 ", ": ")]
    [InlineData("00:00.0 \"", "\" \"")]
    [InlineData("of:NxT", "C")]
    [InlineData("pnp:", "dPNP0501")]
    [InlineData("acpi:", "A:")]
    [InlineData("", "  bInterfaceClass 1\n")]
    [InlineData("", "\n")]
    [InlineData("Slot:\t00:00.0\n", "Vendor: a [8086]\n")]
    public void Reading_takes_time_in_proportion_to_the_text(string start, string repeated)
    {
        var text = start + string.Concat(Enumerable.Repeat(repeated, (PastedDevices.MaxLength - start.Length) / repeated.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        PastedDevices.Parse(text);

        // A machine under load takes some ten milliseconds; what is not linear takes minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), watch.Elapsed.ToString("c", CultureInfo.InvariantCulture));
    }

    private static string Show(PastedDevice d) =>
        $"{d.Bus?.ToString() ?? "-"} {(d.Vendor is null ? "-" : $"{d.Vendor:x4}:{(d.Device is null ? "-" : $"{d.Device:x4}")}")}"
        + (d.SubVendor is null ? "" : $" sub {d.SubVendor:x4}:{d.SubDevice:x4}")
        + (d.Class is null ? "" : $" class {d.Class:x6}/{d.ClassMask:x6}")
        + (d.InterfaceClasses.Count == 0 ? "" : $" if {string.Join(',', d.InterfaceClasses.Select(c => c.ToString("x6", CultureInfo.InvariantCulture)))}")
        + $" = {d.Title}"
        + (d.Names.Count == 0 ? "" : $" [{string.Join('|', d.Names)}]");
}
