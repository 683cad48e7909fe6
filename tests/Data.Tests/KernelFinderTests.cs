using KernelTracker.Data.Hardware;
using KernelTracker.Data.Queries;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Data.Tests;

public sealed class KernelFinderTests : IDisposable
{
    private readonly TemporaryDatabase _database = new(HardwareHistory.Create());

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("01:00.0 0200: 8086:1533", "ExactId v3.17 IGB igb v3.17-igb-i210")]
    [InlineData("8086:1533", "ExactId v3.17 IGB igb v3.17-igb-i210")]
    // Moved to another file in v3.18, still the same driver's.
    [InlineData("8086:157b", "ExactId v3.17 IGB igb v3.17-igb-i210")]
    [InlineData("Bus 001 Device 003: ID 0bda:8179 Realtek", "ExactId v3.17 R8188EU r8188eu v3.17-r8188eu")]
    [InlineData("00:03.0 0200: 8086:100e", "ExactId v3.16 or earlier E1000 e1000 -")]
    [InlineData("00:1f.2 SATA controller [0106]: Intel AHCI Controller [8086:1c03]", "ClassDriver v3.16 or earlier SATA_AHCI ahci -")]
    [InlineData("00:1f.2 SATA controller [0106]: Intel IDE Controller [8086:1c00]", "None - - - -")]
    [InlineData("usb:v046DpC31Cd4920dc00dsc00dp00ic03isc01ip01in00", "ClassDriver v3.16 or earlier USB_HID usbhid -")]
    [InlineData("Bus 001 Device 004: ID 046d:c31c Logitech, Inc. Keyboard K120", "None - - - -")]
    [InlineData("00:00.0 Host bridge [0600]: Intel DRAM Controller [8086:0100]", "NoDriverNeeded - - - -")]
    [InlineData("acpi:INT33A0:", "ExactId v3.18 SPI_BCM53XX spi-bcm53xx v3.18-spi-bcm53xx")]
    [InlineData("acpi:PNP0501:", "ExactId v3.16 or earlier SERIAL_8250_PNP 8250_pnp -")]
    [InlineData("brcm,bcm53xx-spi", "ExactId v3.18 SPI_BCM53XX spi-bcm53xx v3.18-spi-bcm53xx")]
    [InlineData("of:NspiT(null)Cother,spiCbrcm,bcm53xx-spi", "ExactId v3.18 SPI_BCM53XX spi-bcm53xx v3.18-spi-bcm53xx")]
    [InlineData("Intel Corporation I210 Gigabit Network Connection", "ByName v3.17 IGB igb v3.17-igb-i210")]
    [InlineData("DA9034", "ByName v3.17 REGULATOR_DA903X da903x v3.17-da903x")]
    [InlineData("Evil Board 9000", "None - - - -")]
    [InlineData("dead:beef", "None - - - -")]
    public async Task Finds_the_first_release_with_a_driver(string line, string expected)
    {
        var device = Assert.Single((await FindAsync(line)).Devices);

        Assert.Equal(expected, $"{device.Basis} {device.Since ?? "-"} {device.Symbol ?? "-"} {device.Module ?? "-"} {device.Record?.Key ?? "-"}");
        Assert.NotEmpty(device.Why);
    }

    [Theory]
    [InlineData("8086:100e", "The device is supported from v3.16 or earlier.")]
    [InlineData("8086:1533\n8086:100e", "Each of the 2 devices is supported from v3.17.")]
    [InlineData("8086:1533\n8086:100e\nbrcm,bcm53xx-spi\ndead:beef\ndead:bee0", "Everything but 2 devices is supported from v3.18.")]
    [InlineData("DA9034\nlan 9420\nnothing", "Everything but 1 device is supported from v3.18.")]
    [InlineData("dead:beef", "No release up to v3.18 is known to support this device.")]
    [InlineData("00:00.0 0600: 8086:0100\ndead:beef", "1 device of 2 need no driver of their own; no release up to v3.18 is known to support the rest.")]
    [InlineData("10de:0001", "The device is supported from v3.16 or earlier. Later releases dropped 1 device.")]
    [InlineData("?", "The text names no device.")]
    public async Task Sums_the_machine_up(string text, string summary) => Assert.Equal(summary, (await FindAsync(text)).Summary);

    [Fact]
    public async Task Says_when_a_text_is_too_long()
    {
        var answer = await FindAsync(new string('x', PastedDevices.MaxLength + 1));

        Assert.NotNull(answer.Problem);
        Assert.Equal(answer.Problem, answer.Summary);
        Assert.Empty(answer.Devices);
    }

    private Task<KernelAnswer> FindAsync(string text) => new KernelFinder(_database).FindAsync(PastedDevices.Parse(text), TestContext.Current.CancellationToken);
}
