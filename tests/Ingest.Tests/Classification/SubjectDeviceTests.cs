using FsCheck.Xunit;
using KernelTracker.Ingest.Classification;
using Xunit;

namespace KernelTracker.Ingest.Tests.Classification;

public class SubjectDeviceTests
{
    [Theory]
    [InlineData("V4L/DVB (11827): em28xx: add support for Terratec Grabby AV350", "Terratec Grabby AV350")]
    [InlineData("[WATCHDOG] Add W83697HF watchdog driver", "W83697HF watchdog")]
    [InlineData("sky2: add support for 88E8071 chip", "88E8071 chip")]
    [InlineData("ARM: add support for the Foobar2440 board", "Foobar2440 board")]
    [InlineData("hwmon: (fschmd) Add support for the FSC Syleus200 chip", "FSC Syleus200 chip")]
    [InlineData("phy: Add support for Marvell 88E1118 PHY", "Marvell 88E1118 PHY")]
    public void A_subject_that_adds_a_device(string subject, string text) => Assert.Equal(text, SubjectDevice.Read(subject)?.Text);

    [Theory]
    [InlineData("e1000e: add support for ethtool offline tests")]
    [InlineData("net: add support for multiple queues")]
    [InlineData("Fix support for WM8990 on the Foo board")]
    [InlineData("i2c: convert ADV7170 to the new API")]
    [InlineData("x86: add smp_mb() before sending IPIs")]
    [InlineData("Revert \"add support for the WM8990 codec\"")]
    [InlineData("ath5k: support LEDs on Acer Aspire One netbook")]
    [InlineData("md: support bitmaps on RAID10 arrays larger than 2 terabytes")]
    [InlineData("")]
    public void A_subject_that_adds_none(string subject) => Assert.Null(SubjectDevice.Read(subject));

    [Property(MaxTest = 200)]
    public void Any_subject_is_read(string? subject) => _ = SubjectDevice.Read($"driver: add support for {subject}")?.Text.Length;
}
