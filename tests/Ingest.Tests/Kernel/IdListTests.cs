using KernelTracker.Ingest.Kernel;
using KernelTracker.Ingest.Pipeline.Hardware;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Ingest.Tests.Kernel;

public sealed class IdListTests
{
    private const string List = "# a comment\n\n1234  Foo Corporation\n\t0001  Foo Card\n\t\t4321 0002  Foo Card Special\n\tzzzz  broken\n"
        + "12  no vendor\n\t0002  of none\nabcd  Bar\n\t0001  Bar Card\nC 03  Display controller\n\t00  VGA compatible controller\n\t\t00  VGA controller\n";

    [Fact]
    public void Names_by_number()
    {
        var list = IdList.Parse(List);

        Assert.Equal(2, list.VendorCount);
        Assert.Equal("Foo Corporation", list.Vendor(0x1234));
        Assert.Equal("Foo Card", list.Device(0x1234, 1));
        Assert.Null(list.Device(0x1234, 2));
        Assert.Equal("Foo Card Special", list.Subsystem(0x1234, 1, 0x4321, 2));
        Assert.Equal("Bar Card", list.Device(0xabcd, 1));
        Assert.Equal("VGA compatible controller", list.Class(0x030000));
        Assert.Equal("Display controller", list.Class(0x038000));
        Assert.Null(list.Class(0x010000));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\t\t")]
    [InlineData("\t0001  orphan\n\t\t0001 0002  orphan")]
    [InlineData("C \nC 0\n1234\n1234 \n\t0001")]
    [InlineData("1234  A\n\t0001  B\n\t\t0001\n\t\t0001 00")]
    public void Broken_lists_are_read(string text) => Assert.Null(IdList.Parse(text).Subsystem(1, 1, 1, 2));

    [Fact]
    public void A_folder_may_hold_one_list_only()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("pci.ids"), List);

        var names = IdNames.Load(folder.Path);

        Assert.Equal("Foo Card", names.Pci.Device(0x1234, 1));
        Assert.Equal(0, names.Usb.VendorCount);
        Assert.Contains("usb.ids", names.Problem, StringComparison.Ordinal);
    }
}
