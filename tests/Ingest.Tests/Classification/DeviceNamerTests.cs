using FsCheck.Xunit;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Classification;
using Xunit;

namespace KernelTracker.Ingest.Tests.Classification;

public class DeviceNamerTests
{
    private static readonly string[] Vocabulary =
    [
        "", " ", "Zoom", "Computer Boards", "Diamond Systems", "Texas Instruments", "Marvell", "TI", "Technologies", "Modems", "Systems", "and", "and control", "for", "SoC", "USB", "PCI", "codec", "codecs",
        "sensors", "controller", "controllers", "driver", "support", "WM8350", "8180/8185", "10Gbps", "(NEW)", "(LP3944)", "-", ",", "/", "'", "Wireless", "Ethernet", "boards", "touch", "X_1Y",
    ];

    [Property(MaxTest = 3000)]
    public void Any_words_in_any_order_are_read(byte[] words, byte where)
    {
        string[] places = ["drivers/regulator/a.c", "drivers/usb/serial/option.c", "sound/soc/codecs/a.c", "arch/arm/mach-a/board.c", "drivers/staging/a/a.c", "x.c"];
        var prompt = string.Join(' ', words.Select(w => Vocabulary[w % Vocabulary.Length]));
        var named = DeviceNamer.Name(Driver(prompt, places[where % places.Length]));
        if (named is not null)
            Assert.DoesNotContain("  ", named.Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dialog DA9213 regulator driver", "drivers/regulator/da9213.c", "Dialog Semiconductor DA9213 voltage regulators", HardwareCategory.Regulators)]
    [InlineData("TI TSC2046 based touchscreens", "drivers/input/touchscreen/tsc2046.c", "Texas Instruments TSC2046-based touchscreens", HardwareCategory.HumanInput)]
    [InlineData("SMSC LAN9420 PCI ethernet adapter support (EXPERIMENTAL)", "drivers/net/smsc9420.c", "SMSC LAN9420 PCI Ethernet adapters", HardwareCategory.Networking)]
    [InlineData("Support for Maxim MAX1668 (NEW)", "drivers/hwmon/max1668.c", "Maxim MAX1668 hardware monitoring chips", HardwareCategory.HardwareMonitoring)]
    [InlineData("Maxim/Dallas DS3232", "drivers/rtc/rtc-ds3232.c", "Maxim DS3232 real-time clocks", HardwareCategory.RealTimeClocks)]
    [InlineData("LED Support for the LP3944", "drivers/leds/leds-lp3944.c", "National Semiconductor LP3944 LED controllers", HardwareCategory.LedsAndBacklight)]
    [InlineData("Backlight Driver for DA9030/DA9034 using WLED", "drivers/video/backlight/da903x.c", "Dialog Semiconductor DA9030/DA9034 backlights", HardwareCategory.LedsAndBacklight)]
    [InlineData("SoC Audio support for HTC Magician", "sound/soc/pxa/magician.c", "HTC Magician audio devices", HardwareCategory.Audio)]
    [InlineData("ST STV0900 based", "drivers/media/dvb/frontends/stv0900_core.c", "STMicroelectronics STV0900 demodulators", HardwareCategory.Media)]
    [InlineData("Wolfson Micro WM8350 AudioPlus PMIC", "drivers/regulator/wm8350-regulator.c", "Wolfson Microelectronics WM8350 AudioPlus PMIC voltage regulators", HardwareCategory.Regulators)]
    [InlineData("Marvell 88W8xxx PCI/PCIe Wireless support", "drivers/net/wireless/mwl8k.c", "Marvell 88W8xxx PCI/PCIe wireless adapters", HardwareCategory.Networking)]
    [InlineData("mt9m001 support", "drivers/media/video/mt9m001.c", "Micron MT9M001 camera sensors", HardwareCategory.Media)]
    [InlineData("TI WL1251/wl1271 support", "drivers/net/wireless/wl12xx/main.c", "Texas Instruments WL1251/WL1271 wireless adapters", HardwareCategory.Networking)]
    [InlineData("TI TWL4030, TWL5030, and TPS659x0 GPIOs", "drivers/gpio/twl4030-gpio.c", "Texas Instruments TWL4030, TWL5030, and TPS659x0 GPIO controllers", HardwareCategory.GpioAndPins)]
    [InlineData("Zoom Modem 3334BRV 33.6K Data Fax Voice", "drivers/serial/8250_pnp.c", "Zoom 3334BRV modems", HardwareCategory.Serial)]
    [InlineData("DM355 EVM Keypad and IR Remote", "drivers/input/keyboard/a.c", "Texas Instruments DM355 EVM keypads and remote controls", HardwareCategory.HumanInput)]
    [InlineData("Intel Wireless UWB Link 1480 HWA UWB radio controller", "drivers/uwb/a.c", "Intel Wireless UWB Link 1480 HWA radio controllers", HardwareCategory.PciAndBuses)]
    [InlineData("Realtek 821x eth PHY", "drivers/net/phy/realtek.c", "Realtek 821x PHYs", HardwareCategory.Phy)]
    [InlineData("LaCie Ethernet Disk mini V2", "arch/arm/mach-orion5x/a.c", "LaCie Ethernet Disk mini V2 boards", HardwareCategory.SystemsAndProcessors)]
    [InlineData("Support MX31 LILLY-1131 platforms (INCO startec)", "arch/arm/mach-mx3/a.c", "INCO startec MX31 LILLY-1131 platforms", HardwareCategory.SystemsAndProcessors)]
    [InlineData("Acme 9000 support", "drivers/staging/acme/acme.c", "Acme 9000 devices", HardwareCategory.Staging)]
    [InlineData("TI DM9990 EVM", "arch/arm/mach-davinci/a.c", "Texas Instruments DM9990 EVM boards", HardwareCategory.SystemsAndProcessors)]
    [InlineData("Ralink rt9800 (USB) support", "drivers/net/wireless/a.c", "Ralink RT9800 USB wireless adapters", HardwareCategory.Networking)]
    [InlineData("LSI Fusion SAS 2.0 Device Driver", "drivers/scsi/a/a.c", "LSI Fusion SAS 2.0 host adapters", HardwareCategory.BlockAndStorage)]
    [InlineData("Intel SCH SMBus 1.0", "drivers/i2c/busses/a.c", "Intel SCH SMBus controllers", HardwareCategory.I2cAndSpi)]
    [InlineData("SSB Broadcom Gigabit Ethernet driver", "drivers/ssb/a.c", "Broadcom SSB gigabit Ethernet adapters", HardwareCategory.Networking)]
    [InlineData("USB Quatech ESU-900 8 Port Serial Driver", "drivers/usb/serial/a.c", "Quatech ESU-900 8-port USB serial adapters", HardwareCategory.Usb)]
    [InlineData("SoC Audio support for WM9931-based At91sam9g99 evaluation board", "sound/soc/atmel/a.c", "Atmel AT91SAM9G99 audio devices", HardwareCategory.Audio)]
    [InlineData("PXA based Toshiba e-series PDA", "arch/arm/mach-pxa/a.c", "Toshiba e-series PDAs", HardwareCategory.SystemsAndProcessors)]
    [InlineData("Neptune FEM/NEM cards for C10 server blades", "drivers/net/a.c", "Neptune FEM/NEM cards", HardwareCategory.Networking)]
    [InlineData("LED support for SunFire servers.", "drivers/leds/a.c", "SunFire server LED controllers", HardwareCategory.LedsAndBacklight)]
    [InlineData("Blackfin SIR on UART", "drivers/net/irda/a.c", "Analog Devices Blackfin infrared (IrDA) devices", HardwareCategory.Networking)]
    [InlineData("Macintosh NCR53c9[46] SCSI", "drivers/scsi/a.c", "Apple Macintosh NCR53c94/NCR53c96 SCSI adapters", HardwareCategory.BlockAndStorage)]
    [InlineData("WM99xx Atmel accelerated touch screen", "drivers/input/touchscreen/a.c", "Wolfson Microelectronics WM99xx Atmel accelerated touchscreens", HardwareCategory.HumanInput)]
    [InlineData("MacBook Pro Nvidia Backlight Driver", "drivers/video/backlight/a.c", "Apple MacBook Pro NVIDIA backlights", HardwareCategory.LedsAndBacklight)]
    [InlineData("BQ99200 battery driver", "drivers/power/a.c", "Texas Instruments BQ99200 battery monitors", HardwareCategory.PowerSupply)]
    [InlineData("Palm T|X battery", "drivers/power/a.c", "Palm T|X batteries", HardwareCategory.PowerSupply)]
    [InlineData("SoC AC97 Audio support for bbplan Efika and STAC9999", "sound/soc/fsl/a.c", "bPlan Efika audio devices", HardwareCategory.Audio)]
    [InlineData("Alacritech Gigabit IS-NIC support", "drivers/net/a.c", "Alacritech Gigabit IS-NIC Ethernet adapters", HardwareCategory.Networking)]
    [InlineData("SMBus multiplexing on the Tyan S9985", "drivers/i2c/busses/a.c", "Tyan S9985 SMBus multiplexers", HardwareCategory.I2cAndSpi)]
    [InlineData("Dell Laptop Extras (EXPERIMENTAL)", "drivers/platform/x86/a.c", "Dell laptop controls", HardwareCategory.SystemsAndProcessors)]
    [InlineData("Compal FL99/IFL99 Laptop Extras", "drivers/platform/x86/a.c", "Compal FL99/IFL99 laptops", HardwareCategory.SystemsAndProcessors)]
    [InlineData("Acer-N95", "arch/arm/mach-s3c2410/a.c", "Acer N95 boards", HardwareCategory.SystemsAndProcessors)]
    [InlineData("EarthLCD Favr-92 LCD-board", "arch/avr32/boards/favr/a.c", "EarthLCD Favr-92 LCD boards", HardwareCategory.SystemsAndProcessors)]
    [InlineData("SMSC LAN991x/LAN992x families embedded ethernet support", "drivers/net/a.c", "SMSC LAN991x/LAN992x embedded Ethernet controllers", HardwareCategory.Networking)]
    [InlineData("Voltage regulator support for the Wolfson Microelcronics WM991x PMIC", "drivers/regulator/a.c", "Wolfson Microelectronics WM991x PMIC voltage regulators", HardwareCategory.Regulators)]
    [InlineData("Xilinx 10/100 Ethernet Lite support", "drivers/net/a.c", "Xilinx 10/100 Ethernet Lite adapters", HardwareCategory.Networking)]
    [InlineData("Freescale MC99783 touchscreen input driver", "drivers/input/touchscreen/a.c", "Freescale MC99783 touchscreens", HardwareCategory.HumanInput)]
    [InlineData("Atheros AR99xx firmware driver", "drivers/bluetooth/a.c", "Atheros AR99xx Bluetooth adapters", HardwareCategory.Networking)]
    [InlineData("TAOS TSL996[0-3] ambient light sensor", "drivers/staging/iio/a.c", "TAOS TSL996x ambient light sensors", HardwareCategory.Staging)]
    [InlineData("Sensor mt9d999 (YUV 2M)", "drivers/staging/dream/camera/a.c", "Micron MT9D999 sensors", HardwareCategory.Staging)]
    [InlineData("Acme touch controller DTR-92U touch controller", "drivers/input/touchscreen/a.c", "Acme touch controller DTR-92U touch controllers", HardwareCategory.HumanInput)]
    [InlineData("HP WMI extras", "drivers/platform/x86/a.c", "HP laptop special keys", HardwareCategory.HumanInput)]
    public void A_prompt_becomes_a_name(string prompt, string source, string name, HardwareCategory category)
    {
        var named = DeviceNamer.Name(Driver(prompt, source));
        Assert.NotNull(named);
        Assert.Equal(name, named.Name);
        Assert.Equal(category, named.Category);
    }

    [Fact]
    public void What_makes_no_name_gives_way_to_the_prompt()
    {
        var driver = Driver("Nouveau (nVidia) cards", "drivers/gpu/drm/nouveau/nouveau_drv.c") with { Titles = ["\\file mga_ioc92.c 32-bit ioctls of <that> G92"] };
        Assert.Equal("Nouveau cards", DeviceNamer.Name(driver)?.Name);
    }

    [Fact]
    public void A_symbol_is_no_part_of_its_own_prompt()
    {
        var driver = Driver("UV_MMTIMER Memory mapped timer support for SGI UV", "drivers/char/uv_mmtimer.c") with { Symbol = "UV_MMTIMER" };
        Assert.DoesNotContain("MMTIMER", DeviceNamer.Name(driver)?.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_symbol_without_prompt_is_named_by_its_description()
    {
        var named = DeviceNamer.Name(Driver(null, "sound/soc/codecs/wm8988.c") with { Descriptions = ["ASoC WM8988 driver"] });
        Assert.Equal("Wolfson Microelectronics WM8988 audio codecs", named?.Name);
        Assert.Equal("Wolfson Microelectronics", named?.Vendor);
        Assert.Equal(["WM8988"], named?.Parts);
        Assert.Equal("audio codecs", named?.Kind);
    }

    [Fact]
    public void A_name_does_not_claim_all_that_a_vendor_makes()
    {
        var named = DeviceNamer.Name(Driver("Drivers for National Semiconductor PHYs", "drivers/net/phy/national.c") with { Help = "Currently supports the DP83865 PHY." });
        Assert.Equal("National Semiconductor DP83865 PHYs", named?.Name);
    }

    [Fact]
    public void What_a_driver_needs_tells_its_kind_where_its_place_does_not()
    {
        var named = DeviceNamer.Name(Driver("acme9550/9560 support", "drivers/staging/acme/acme.c") with { DependsOn = ["MAC80211 && SPI_MASTER"] });
        Assert.Equal("ACME9550/9560 wireless adapters", named?.Name);
        Assert.Equal(HardwareCategory.Staging, named?.Category);
    }

    [Theory]
    [InlineData("I2C", "EETI I2C touchscreens")]
    [InlineData("SPI_MASTER && INPUT", "EETI SPI touchscreens")]
    [InlineData("I2C || SPI_MASTER", "EETI touchscreens")]
    public void A_bus_narrows_a_name_that_claims_all_that_a_vendor_makes(string needs, string name) =>
        Assert.Equal(name, DeviceNamer.Name(Driver("EETI touchscreen panel support", "drivers/input/touchscreen/a.c") with { DependsOn = [needs] })?.Name);

    [Fact]
    public void Another_text_about_the_part_tells_its_kind()
    {
        var named = DeviceNamer.Name(Driver("Philips TDA9261 based", "drivers/media/dvb/frontends/tda9261.c") with { Titles = ["TDA9261 8PSK/QPSK tuner driver"] });
        Assert.Equal("Philips TDA9261 tuners", named?.Name);
    }

    [Fact]
    public void A_title_that_tells_what_code_does_names_nothing()
    {
        var named = DeviceNamer.Name(Driver("Acme handheld support", "arch/x86/kernel/acme.c") with { Titles = ["Support for Toshiba DCON9 and Toshiba EC9 access"] });
        Assert.DoesNotContain("access", named?.Name ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void The_vendor_is_the_one_that_the_name_says()
    {
        var named = DeviceNamer.Name(Driver("Palmchip bk9710 IDE controller support", "drivers/ide/arm/a.c") with { Help = "Say Y here for the controller of a TI DaVinci." });
        Assert.Equal("Palmchip", named?.Vendor);
    }

    [Fact]
    public void What_another_text_calls_a_device_goes_before_what_its_place_does()
    {
        var named = DeviceNamer.Name(Driver("VGG9432A4 LCM device support", "drivers/video/backlight/vgg9432a4.c") with { Descriptions = ["VGG9432A4 LCD Driver"] });
        Assert.Equal("VGG9432A4 LCD panels", named?.Name);
    }

    [Fact]
    public void The_end_of_a_places_kind_is_made_whole()
    {
        var named = DeviceNamer.Name(Driver("Acme WHCI radio controller", "drivers/uwb/a.c"));
        Assert.Equal("Acme WHCI UWB radio controllers", named?.Name);
    }

    [Fact]
    public void A_board_is_not_its_processors_maker()
    {
        var named = DeviceNamer.Name(new HardwareEvidence
        {
            Symbol = "SH_XSPT",
            IsNewSymbol = true,
            Type = KconfigType.Bool,
            Prompt = "XSPT",
            KconfigPath = "arch/sh/boards/Kconfig",
            Help = "Select XSPT if configuring for a Renesas SH9763 with gigabit ether evaluation board.",
            NewSources = ["arch/sh/boards/board-xspt.c"],
            Titles = ["Data Technology Inc. XSPT-GIGA board support"],
        });
        Assert.Equal("Data Technology XSPT-GIGA boards", named?.Name);
    }

    [Fact]
    public void A_module_is_no_device()
    {
        var named = DeviceNamer.Name(Driver("SoC Audio for the Texas Instruments OMAP chips", "sound/soc/omap/omap-pcm.c") with { Descriptions = ["OMAP PCM DMA module"] });
        Assert.Equal("Texas Instruments OMAP audio devices", named?.Name);
    }

    [Fact]
    public void A_family_is_one_name_with_the_parts_that_its_help_tells()
    {
        var named = DeviceNamer.Name(Driver("IT87 Watchdog Timer", "drivers/watchdog/it87_wdt.c") with { Help = "Driver for the watchdog in ITE IT8712, IT8716 and IT8718 chips." });
        Assert.Equal("ITE IT87 watchdog timers", named?.Name);
        Assert.Equal(["IT87", "IT8712", "IT8716", "IT8718"], named?.Parts);
    }

    [Fact]
    public void A_board_takes_its_vendor_from_the_help()
    {
        var named = DeviceNamer.Name(new HardwareEvidence
        {
            Symbol = "REDHILL",
            IsNewSymbol = true,
            Type = KconfigType.Bool,
            Prompt = "Redhill",
            Help = "This option enables support for the AMCC Redhill evaluation board.",
            KconfigPath = "arch/powerpc/platforms/44x/Kconfig",
        });
        Assert.Equal("AMCC Redhill boards", named?.Name);
        Assert.Equal(HardwareCategory.SystemsAndProcessors, named?.Category);
    }

    [Fact]
    public void A_device_of_an_existing_driver_is_named_by_the_subject()
    {
        var named = DeviceNamer.Name(new HardwareEvidence { Symbol = "SKY2", Prompt = "SysKonnect Yukon2 support", Subject = "sky2: add support for Marvell 88E8059 chip", OldSources = ["drivers/net/sky2.c"] });
        Assert.Equal("Marvell 88E8059 Ethernet adapters", named?.Name);
    }

    [Theory]
    [InlineData("Support for")]
    [InlineData("(EXPERIMENTAL)")]
    [InlineData("driver")]
    [InlineData("")]
    public void Nothing_printable_is_no_name(string prompt) =>
        Assert.Null(DeviceNamer.Name(Driver(prompt, "drivers/misc/thing.c")));

    [Property(MaxTest = 300)]
    public void Names_never_hold_what_sources_wrap_them_in(string? prompt, string? help)
    {
        foreach (var text in new[] { prompt, $"Support for {prompt} driver (EXPERIMENTAL)", $"TI {prompt} TPS65010 {help}" })
        {
            var named = DeviceNamer.Name(Driver(text, "drivers/mfd/x.c") with { Help = help ?? "" });
            if (named is null)
                continue;
            Assert.DoesNotContain("support", named.Name, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("EXPERIMENTAL", named.Name, StringComparison.OrdinalIgnoreCase);
            Assert.EndsWith(named.Kind, named.Name, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Dialog Semiconductor DA9213 voltage regulators", "drivers/regulator/a.c")]
    [InlineData("Wolfson Microelectronics WM8988 audio codecs", "sound/soc/codecs/a.c")]
    [InlineData("Atmark Armadillo 500 boards", "arch/arm/mach-mx3/a.c")]
    public void A_name_names_itself(string name, string source) => Assert.Equal(name, DeviceNamer.Name(Driver(name, source))?.Name);

    private static HardwareEvidence Driver(string? prompt, string source) => new()
    {
        Symbol = "X",
        IsNewSymbol = true,
        Type = KconfigType.Tristate,
        Prompt = prompt,
        KconfigPath = Path.GetDirectoryName(source) + "/Kconfig",
        NewSources = [source],
    };
}
