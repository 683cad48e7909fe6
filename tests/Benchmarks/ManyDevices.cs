using System.Globalization;
using KernelTracker.Data.Model;
using KernelTracker.Tests.Support;

namespace KernelTracker.Benchmarks;

/// <summary>An invented history with as many devices as a real one has.</summary>
internal static class ManyDevices
{
    private const int Releases = 20;
    private const int AdditionsOfRelease = 200;
    private const int IdsOfAddition = 5;
    private const int InitialIds = 40_000;

    private static readonly (string Name, int Id)[] Vendors =
        [("Intel", 0x8086), ("Realtek", 0x10ec), ("Broadcom", 0x14e4), ("NVIDIA", 0x10de), ("Dialog Semiconductor", 0x1a2b), ("Texas Instruments", 0x104c)];

    private static readonly (string Kind, HardwareCategory Category)[] Kinds =
        [("gigabit adapters", HardwareCategory.Networking), ("regulators", HardwareCategory.Regulators), ("codecs", HardwareCategory.Audio), ("USB adapters", HardwareCategory.Usb)];

    public static TrackerDataBuilder Create()
    {
        var data = new TrackerDataBuilder().At("2005-06-17T12:00:00-07:00").Direct("Linux 2.6.12", "Linus Chain", Area.BuildSystem).Tag("v2.6.12");
        for (var i = 0; i < InitialIds; i++)
        {
            data.DeviceId(new DeviceIdSpec(i % 3 == 0 ? DeviceBus.Usb : DeviceBus.Pci, Id(Vendors[i % Vendors.Length].Id, i))
            {
                Release = "v2.6.12",
                IsInitial = true,
                Driver = Invariant($"drivers/old/driver{i / 40}.c"),
                Symbol = Invariant($"OLD_{i / 40}"),
            });
        }
        for (var release = 0; release < Releases; release++)
        {
            for (var i = 0; i < AdditionsOfRelease; i++)
                data.Direct(Invariant($"drv: add device {release}-{i}"), Invariant($"Developer {i % 50}"), Area.DeviceDrivers);
            data.Tag(Invariant($"v2.6.{13 + release}"));
            for (var i = 0; i < AdditionsOfRelease; i++)
                data.Hardware(Addition(release, i));
        }
        return data;
    }

    private static HardwareSpec Addition(int release, int number)
    {
        var serial = (release * AdditionsOfRelease) + number;
        var (vendor, id) = Vendors[serial % Vendors.Length];
        var (kind, category) = Kinds[serial % Kinds.Length];
        var part = Invariant($"{vendor[..2].ToUpperInvariant()}{9000 + serial}");
        return new HardwareSpec($"{vendor} {part} {kind}", category, Invariant($"drv: add device {release}-{number}"))
        {
            Key = Invariant($"v2.6.{13 + release}-drv{serial}"),
            Vendor = vendor,
            Kind = kind,
            Parts = [part, Invariant($"X{serial}")],
            Symbol = Invariant($"DRV_{serial}"),
            Module = Invariant($"drv{serial}"),
            Driver = Invariant($"drivers/net/drv{serial}/main.c"),
            Prompt = $"{vendor} {part} support",
            Help = $"Say Y here for the {kind} by {vendor}. To compile this driver as a module choose M; it is called drv. If unsure, say N.",
            Ids = [.. Enumerable.Range(0, IdsOfAddition).Select(i => new DeviceIdSpec(i == 0 ? DeviceBus.Usb : DeviceBus.Pci, Id(id, (serial * IdsOfAddition) + i)))],
        };
    }

    private static string Id(int vendor, int device) => Invariant($"{vendor:x4}:{device & 0xffff:x4}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
