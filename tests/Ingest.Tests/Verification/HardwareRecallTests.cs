using KernelTracker.Data.Model;
using KernelTracker.Ingest.Verification;
using Xunit;

namespace KernelTracker.Ingest.Tests.Verification;

public sealed class HardwareRecallTests
{
    private static readonly RecalledRecord[] Records =
    [
        new("SMSC LAN911x and LAN921x Ethernet adapters", ["LAN911x", "LAN921x"], HardwareCategory.Networking),
        new("Dialog Semiconductor DA9030/DA9034 backlights", ["DA9030", "DA9034"], HardwareCategory.LedsAndBacklight),
        new("Delcom USB 7-segment LED displays", [], HardwareCategory.Usb),
        new("Openmoko GTA02/FreeRunner phones", ["GTA02"], HardwareCategory.SystemsAndProcessors),
    ];

    [Theory]
    [InlineData("Networking", "SMSC LAN9118 Ethernet controllers", true, true)]
    [InlineData("new drivers (prose)", "Dialog DA9034 backlight devices", true, true)]
    [InlineData("Sound", "DA9030 codecs", true, false)]
    [InlineData("Networking", "Delcom USB 7-segment LED displays", true, false)]
    [InlineData("Architectures/processors/systems", "Openmoko GTA02 / Freerunner phones", true, true)]
    [InlineData("Networking", "Realtek RTL8180 wireless adapters", false, false)]
    [InlineData("Miscellaneous", "several boards", false, false)]
    [InlineData("Networking", "10Gb Ethernet adapters", false, false)]
    public void A_device_is_found_by_a_part_number_or_by_its_telling_words(string heading, string device, bool found, bool fits)
    {
        var verdict = HardwareRecall.Look(new EditorsDevice("v2.6.28", heading, device), Records);
        Assert.Equal((found, fits), (verdict.Record is not null, verdict.Fits));
    }

    [Fact]
    public void Lists_are_csv_with_a_heading()
    {
        var devices = EditorsList.Read(new StringReader("release,published,category,device\n2.6.28,\"October 15, 2008\",Sound,\"Panasonic \"\"Let's Note\"\" keys\"\nv3.18,x,USB,y\n"));
        Assert.Equal([new EditorsDevice("v2.6.28", "Sound", "Panasonic \"Let's Note\" keys"), new EditorsDevice("v3.18", "USB", "y")], devices);
    }

    [Theory]
    [InlineData("2.6.28,x,y\n", "Line 1 has 3 fields")]
    [InlineData("release,published,category,device\n2.6.28,x,\"y,z\n", "Line 2 is not CSV")]
    public void A_line_of_another_form_is_named(string text, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<InvalidDataException>(() => EditorsList.Read(new StringReader(text))).Message, StringComparison.Ordinal);
}
