using KernelTracker.Data.Model;

namespace KernelTracker.Tests.Support;

/// <summary>
/// A small history with hardware: v3.16 (the first: ids older than the history), v3.17 (three additions, one withdrawn),
/// and an open v3.18 window (two additions).
/// </summary>
public static class HardwareHistory
{
    /// <summary>A name that tries to be markup, a formula and a line of its own.</summary>
    public const string HostileName = "=Evil <b>|*9x*|</b>, \"boards\"";

    public static TrackerDataBuilder Create() => new TrackerDataBuilder()
        .At("2014-08-03T15:25:02-07:00")
        .Direct("Linux 3.16", "Linus Chain", Area.BuildSystem)
        .Tag("v3.16")
        .At("2014-08-05T10:00:00-07:00")
        .Pull("davem/net-next", "Networking updates for 3.17",
            new ChangesetSpec("igb: Add support for I210"),
            new ChangesetSpec("net: add rtl8188eu driver"))
        .At("2014-08-07T10:00:00-07:00")
        .Pull("broonie/regulator", "Regulators for 3.17",
            new ChangesetSpec("regulator: Add DA9034 driver"),
            new ChangesetSpec("arch: add an evil board"))
        .At("2014-08-16T10:00:00-07:00")
        .Direct("Linux 3.17-rc1", "Linus Chain", Area.BuildSystem)
        .Tag("v3.17-rc1")
        .At("2014-08-20T10:00:00-07:00")
        .Direct("Revert \"arch: add an evil board\"", "Ben Two")
        .At("2014-10-05T12:23:04-07:00")
        .Direct("Linux 3.17", "Linus Chain", Area.BuildSystem)
        .Tag("v3.17")
        .At("2014-10-07T10:00:00-04:00")
        .Pull("gregkh/usb", "USB for 3.18", new ChangesetSpec("ethernet: add SMSC LAN9420"))
        .At("2014-10-08T10:00:00-04:00")
        .Pull("jic23/iio", "IIO for 3.18", new ChangesetSpec("spi: add Broadcom bcm53xx controller"))
        .Hardware(new("Intel I210 gigabit Ethernet adapters", HardwareCategory.Networking, "igb: Add support for I210")
        {
            Key = "v3.17-igb-i210",
            Vendor = "Intel",
            Kind = "gigabit Ethernet adapters",
            Parts = ["I210", "82576"],
            Symbol = "IGB",
            Module = "igb",
            Driver = "drivers/net/ethernet/intel/igb/igb_main.c",
            Prompt = "Intel(R) 82575/82576 PCI-Express Gigabit Ethernet support",
            Help = "This driver supports gigabit adapters.",
            Ids =
            [
                new(DeviceBus.Pci, "8086:1533") { Label = "I210 copper" },
                new(DeviceBus.Pci, "8086:157b") { RemovedIn = "v3.18" },
            ],
        })
        .Hardware(new("Realtek RTL8188EU wireless adapters", HardwareCategory.Staging, "net: add rtl8188eu driver")
        {
            Vendor = "Realtek",
            OtherVendors = "Realtek Semiconductor",
            Kind = "wireless adapters",
            Parts = ["RTL8188EU"],
            Symbol = "R8188EU",
            Module = "r8188eu",
            Driver = "drivers/staging/rtl8188eu/os_dep/usb_intf.c",
            Ids = [new(DeviceBus.Usb, "0bda:8179")],
        })
        .Hardware(new("Dialog Semiconductor DA903x regulators", HardwareCategory.Regulators, "regulator: Add DA9034 driver")
        {
            Vendor = "Dialog Semiconductor",
            Kind = "regulators",
            Parts = ["DA903x", "MT9M-111"],
            Symbol = "REGULATOR_DA903X",
            Module = "da903x",
            Driver = "drivers/regulator/da903x.c",
        })
        .Hardware(new(HostileName, HardwareCategory.SystemsAndProcessors, "arch: add an evil board")
        {
            Kind = "boards",
            Basis = AdditionBasis.Machine,
            RemovedBy = "Revert \"arch: add an evil board\"",
        })
        .Hardware(new("SMSC LAN9420 Ethernet adapters", HardwareCategory.Networking, "ethernet: add SMSC LAN9420")
        {
            Vendor = "SMSC",
            Parts = ["LAN9420"],
            Symbol = "SMSC9420",
            Module = "smsc9420",
            Driver = "drivers/net/ethernet/smsc/smsc9420.c",
            Ids = [new(DeviceBus.Pci, "1055:e420")],
        })
        .Hardware(new("Broadcom BCM53xx SPI controllers", HardwareCategory.I2cAndSpi, "spi: add Broadcom bcm53xx controller")
        {
            Vendor = "Broadcom",
            Symbol = "SPI_BCM53XX",
            Module = "spi-bcm53xx",
            Driver = "drivers/spi/spi-bcm53xx.c",
            Ids = [new(DeviceBus.DeviceTree, "brcm,bcm53xx-spi"), new(DeviceBus.Acpi, "INT33A0")],
        })
        .DeviceId(new(DeviceBus.Pci, "8086:100e") { Release = "v3.16", IsInitial = true, RemovedIn = "v3.17", Driver = "drivers/net/e1000.c", Symbol = "E1000", Module = "e1000" })
        .DeviceId(new(DeviceBus.Pci, "8086:100e") { Release = "v3.17", Driver = "drivers/net/ethernet/intel/e1000/e1000_main.c", Symbol = "E1000", Module = "e1000" })
        .DeviceId(new(DeviceBus.Pci, "8086:157b") { Release = "v3.18", Driver = "drivers/net/ethernet/intel/igb/igb_new.c", Symbol = "IGB", Module = "igb" })
        .DeviceId(new(DeviceBus.Pci, "class 010601") { Release = "v3.16", IsInitial = true, Driver = "drivers/ata/ahci.c", Class = 0x010601, ClassMask = 0xffffff, Symbol = "SATA_AHCI", Module = "ahci" })
        .DeviceId(new(DeviceBus.Usb, "if 03/*/*") { Release = "v3.16", IsInitial = true, Driver = "drivers/hid/usbhid/hid-core.c", Class = 0x030000, ClassMask = 0xff0000, IsInterfaceClass = true, Symbol = "USB_HID", Module = "usbhid" })
        .DeviceId(new(DeviceBus.Pci, "10de:0001") { Release = "v3.16", IsInitial = true, RemovedIn = "v3.18", Driver = "drivers/char/old.c" })
        .DeviceId(new(DeviceBus.Pnp, "PNP0501") { Release = "v3.16", IsInitial = true, Driver = "drivers/tty/serial/8250/8250_pnp.c", Symbol = "SERIAL_8250_PNP", Module = "8250_pnp" });
}
