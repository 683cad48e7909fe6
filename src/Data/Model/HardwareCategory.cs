namespace KernelTracker.Data.Model;

/// <summary>
/// The headings under which a kernel news page lists new hardware.
/// Stored as a number: append only, never renumber.
/// </summary>
public enum HardwareCategory : byte
{
    /// <summary>Hardware that no other heading fits; kept under 10 % of the records.</summary>
    Miscellaneous = 0,

    /// <summary>Codecs, sound cards, audio interfaces.</summary>
    Audio = 1,

    /// <summary>Disk and flash controllers, host adapters, card readers.</summary>
    BlockAndStorage = 2,

    /// <summary>Clock generators and controllers.</summary>
    Clock = 3,

    /// <summary>Crypto engines and hardware random-number generators.</summary>
    Crypto = 4,

    /// <summary>DMA engines, memory controllers and their error detection (EDAC).</summary>
    DmaAndMemory = 5,

    /// <summary>GPIO expanders, pin controllers.</summary>
    GpioAndPins = 6,

    /// <summary>Graphics chips, displays, frame buffers.</summary>
    Graphics = 7,

    /// <summary>Temperature, voltage and fan sensors.</summary>
    HardwareMonitoring = 8,

    /// <summary>Keyboards, mice, touchscreens, haptics.</summary>
    HumanInput = 9,

    /// <summary>I2C and SPI bus controllers and their multiplexers.</summary>
    I2cAndSpi = 10,

    /// <summary>Converters, accelerometers, light sensors and the like (IIO), data acquisition.</summary>
    IndustrialIo = 11,

    /// <summary>LEDs and backlights.</summary>
    LedsAndBacklight = 12,

    /// <summary>Cameras, tuners, demodulators, remote controls.</summary>
    Media = 13,

    /// <summary>Chips with several functions (MFD), power-management ICs.</summary>
    Multifunction = 14,

    /// <summary>Ethernet, wireless, CAN and other network adapters.</summary>
    Networking = 15,

    /// <summary>PCI and other bus bridges and host controllers.</summary>
    PciAndBuses = 16,

    /// <summary>Physical-layer devices of Ethernet, USB and others.</summary>
    Phy = 17,

    /// <summary>Batteries, chargers, fuel gauges.</summary>
    PowerSupply = 18,

    /// <summary>Real-time clocks.</summary>
    RealTimeClocks = 19,

    /// <summary>Voltage and current regulators.</summary>
    Regulators = 20,

    /// <summary>Serial ports.</summary>
    Serial = 21,

    /// <summary>Processors, systems-on-chip, boards and machines.</summary>
    SystemsAndProcessors = 22,

    /// <summary>Thermal sensors and cooling devices of the thermal framework.</summary>
    Thermal = 23,

    /// <summary>USB host, peripheral and OTG controllers, USB serial adapters and other USB gadgets.</summary>
    Usb = 24,

    /// <summary>Watchdog timers.</summary>
    Watchdog = 25,

    /// <summary>Whatever is supported by a driver in drivers/staging only.</summary>
    Staging = 26,
}
