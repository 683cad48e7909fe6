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
    [InlineData("V4L/DVB (12272): cx23885: add card Magic-Pro ProHDTV Extreme 2", "Magic-Pro ProHDTV Extreme 2")]
    [InlineData("V4L/DVB (13407): Add Prof 7301 PCI DVB-S2 card", "Prof 7301 PCI DVB-S2")]
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
    [InlineData("igb: Add full support for 82580 devices")]
    [InlineData("sky2: 88E8059 support")]
    [InlineData("powerpc/8272ads: Add CPM USB Gadget card")]
    [InlineData("")]
    public void A_subject_that_adds_none(string subject) => Assert.Null(SubjectDevice.Read(subject));

    [Theory]
    [InlineData("igb: Add full support for 82580 devices", "E1000_DEV_ID_82580_COPPER", "82580 devices")]
    [InlineData("e1000e: enable new 82567V-3 device", "E1000_DEV_ID_ICH8_82567V_3", "82567V-3 device")]
    [InlineData("sky2: 88E8059 support", "88E8059", "88E8059")]
    [InlineData("USB: option: TELIT UC864G support", "TELIT_PRODUCT_UC864G", "TELIT UC864G")]
    [InlineData("[SCSI] mpt2sas: New device SAS2208 support is added", "MPI2_MFGPAGE_DEVID_SAS2208_1", "SAS2208")]
    [InlineData("V4L/DVB (13347): cx23885: add digital television support for Hauppauge WinTV-HVR1290", "0070:8551", "Hauppauge WinTV-HVR1290")]
    [InlineData("V4L/DVB (12951): em28xx: add Reddo DVB-C USB TV Box", "eb1a:2870", "Reddo DVB-C USB TV")]
    [InlineData("hwmon: (f71882fg) Add support for the f71889fg (version 2)", "SIO_F71889_ID", "f71889fg")]
    [InlineData("USB: ftdi_sio: add Matrix Orbital LK204 VID/PID", "MTXORB_VID", "Matrix Orbital LK204")]
    [InlineData("cx88: add Pinnacle USB device id", "eb1a:2870", null)]
    [InlineData("wacom: add more tablets", "WACOM", null)]
    [InlineData("ALSA: hda - Quanta IL1 support", "103c:30b7", null)]
    public void A_subject_is_clearer_with_the_ids_that_come_along(string subject, string id, string? text) => Assert.Equal(text, SubjectDevice.Read(subject, [id])?.Text);

    [Property(MaxTest = 200)]
    public void Any_subject_is_read(string? subject) => _ = SubjectDevice.Read($"driver: add support for {subject}")?.Text.Length;
}
