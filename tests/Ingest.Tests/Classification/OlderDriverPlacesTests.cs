using KernelTracker.Ingest.Classification;
using Xunit;

namespace KernelTracker.Ingest.Tests.Classification;

public class OlderDriverPlacesTests
{
    [Theory]
    [InlineData("sound/isa/msnd/msnd.c", "sound/oss/msnd.c", true)]
    [InlineData("sound/isa/msnd/msnd.c", "sound/oss/dmasound/a.c", false)]
    [InlineData("sound/isa/msnd/msnd.c", "sound/isa/a.c", false)]
    [InlineData("drivers/ata/pata_a.c", "drivers/ide/pci/a.c", true)]
    [InlineData("drivers/rtc/rtc-a.c", "arch/sparc64/kernel/time.c", true)]
    [InlineData("drivers/rtc/rtc-a.c", "arch/sparc64/kernel/a/time.c", false)]
    [InlineData("drivers/rtc/rtc-a.c", "arch/sparc64/kernel/setup.c", false)]
    public void Older_drivers_are_in_their_places(string path, string older, bool covers) => Assert.Equal(covers, OlderDriverPlaces.Of(path)?.Covers(older));

    [Fact]
    public void Most_drivers_have_none_before_them() => Assert.Null(OlderDriverPlaces.Of("drivers/net/a.c"));

    [Fact]
    public void A_ports_symbol_tells_the_one_before()
    {
        var place = OlderDriverPlaces.Of("drivers/ata/pata_a.c");
        Assert.Equal(["BLK_DEV_X9", "BLK_DEV_IDE_X9"], place?.Twins("PATA_X9"));
        Assert.Empty(place!.Twins("SATA_X9"));
        Assert.Empty(place.Twins(null));
    }
}
