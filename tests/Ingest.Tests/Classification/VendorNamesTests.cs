using FsCheck.Xunit;
using KernelTracker.Ingest.Classification;
using Xunit;

namespace KernelTracker.Ingest.Tests.Classification;

public class VendorNamesTests
{
    [Theory]
    [InlineData("TI TPS65010", "Texas Instruments")]
    [InlineData("a Wolfson Micro codec", "Wolfson Microelectronics")]
    [InlineData("ST Microelectronics tuner", "STMicroelectronics")]
    [InlineData("freescale mpc5200", "Freescale")]
    public void A_vendor_in_a_text(string text, string vendor) => Assert.Equal(vendor, Assert.Single(VendorNames.Find(text)).Vendor);

    [Theory]
    [InlineData("Microelcronics", "Microelectronics", true)]
    [InlineData("Tehnology", "Technology", true)]
    [InlineData("MICROELECTRONICS", "Microelectronics", true)]
    [InlineData("Microcode", "Microelectronics", false)]
    [InlineData("Instrument", "Instruments", true)]
    [InlineData("Devces", "Devices", false)]
    [InlineData("Electronics", "Microelectronics", false)]
    [InlineData("", "Microelectronics", false)]
    public void A_slip_of_the_pen(string word, string meant, bool isSlip) => Assert.Equal(isSlip, VendorNames.IsSlip(word, meant));

    [Theory]
    [InlineData("a sharp image")]
    [InlineData("dialog box")]
    [InlineData("STARTI")]
    [InlineData("ti")]
    public void Words_of_everyday_English_are_no_vendors(string text) => Assert.Empty(VendorNames.Find(text));

    [Theory]
    [InlineData("WM8988", "Wolfson Microelectronics")]
    [InlineData("MAX77693", "Maxim")]
    [InlineData("DA9030", "Dialog Semiconductor")]
    [InlineData("LAN911x", "SMSC")]
    [InlineData("STMPE811", "STMicroelectronics")]
    [InlineData("XYZZY1", null)]
    [InlineData("", null)]
    public void Part_numbers_tell_the_vendor(string part, string? vendor) => Assert.Equal(vendor, VendorNames.OfPart(part));

    [Fact]
    public void Every_vendor_is_found_by_all_its_spellings()
    {
        foreach (var vendor in VendorNames.All)
        {
            foreach (var spelling in VendorNames.Variants(vendor).Append(vendor))
                Assert.Contains(VendorNames.Find($"the {spelling} chip"), m => m.Vendor == vendor);
        }
    }

    [Property(MaxTest = 200)]
    public void Mentions_lie_within_the_text(string? text)
    {
        foreach (var mention in VendorNames.Find(text ?? ""))
            Assert.InRange(mention.End, 1, text!.Length);
    }
}
