using KernelTracker.Data.Hardware;
using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>The id by which a driver takes a pasted device.</summary>
/// <param name="Span">The id of the driver that is best to use.</param>
/// <param name="IsExact">It names the device; false: it takes every device of its class.</param>
/// <param name="Why">The same for people.</param>
/// <param name="FirstReleaseId">The first release in which any driver takes the device.</param>
/// <param name="IsInitial">That is the first release of the history.</param>
/// <param name="RemovedReleaseId">The first release in which none takes it any more; null while one does.</param>
internal sealed record DeviceIdMatch(DeviceIdSpan Span, bool IsExact, string Why, int FirstReleaseId, bool IsInitial, int? RemovedReleaseId);

/// <summary>The device ids that may take some pasted devices: read at once, then matched in memory.</summary>
internal sealed class DeviceIdLookup
{
    /// <summary>Buses on which a driver may take devices by class.</summary>
    private static readonly DeviceBus[] WithClasses = [DeviceBus.Pci, DeviceBus.Usb];

    /// <summary>A bare "hhhh:hhhh" is looked for on these.</summary>
    private static readonly DeviceBus[] Usual = [DeviceBus.Pci, DeviceBus.Usb, DeviceBus.Hid, DeviceBus.Sdio, DeviceBus.HdaCodec];

    private readonly ILookup<(DeviceBus Bus, int? Vendor), DeviceIdSpan> _numeric;
    private readonly ILookup<string, DeviceIdSpan> _named;

    private DeviceIdLookup(IEnumerable<DeviceId> rows)
    {
        var spans = DeviceIdSpans.Of(rows);
        _numeric = spans.Where(s => s.First.Name is null).ToLookup(s => (s.First.Bus, s.First.Vendor));
        _named = spans.Where(s => s.First.Name is not null).ToLookup(s => s.First.Name!, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Reads the ids; one query for each bus, one for names, one for class drivers.</summary>
    public static async Task<DeviceIdLookup> ReadAsync(TrackerContext context, IReadOnlyList<PastedDevice> devices, CancellationToken cancellation)
    {
        var rows = new List<DeviceId>();
        var wanted =
            from device in devices
            where device.Vendor is not null
            from bus in Buses(device)
            group device by bus;
        foreach (var group in wanted)
        {
            var bus = group.Key;
            var vendors = group.Select(d => d.Vendor!.Value).Distinct().ToList();
            var products = group.Where(d => d.Device is not null).Select(d => d.Device!.Value).Distinct().ToList();
            var ids = context.DeviceIds.Where(d => d.Bus == bus && d.Vendor != null && EF.Parameter(vendors).Contains(d.Vendor.Value));
            rows.AddRange(await ids.Where(d => d.Device != null && EF.Parameter(products).Contains(d.Device.Value)).ToListAsync(cancellation));
            rows.AddRange(await ids.Where(d => d.Device == null).ToListAsync(cancellation));
        }
        if (devices.Any(d => d.Bus is { } bus && WithClasses.Contains(bus)))
            rows.AddRange(await context.DeviceIds.Where(d => WithClasses.Contains(d.Bus) && d.Vendor == null && d.Class != null).ToListAsync(cancellation));
        var names = devices.SelectMany(d => d.Names).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (names.Count > 0)
            rows.AddRange(await context.DeviceIds.Where(d => d.Name != null && EF.Parameter(names).Contains(d.Name)).ToListAsync(cancellation));
        return new DeviceIdLookup(rows.DistinctBy(r => r.Id));
    }

    /// <summary>By what a device is taken; null when by nothing.</summary>
    public DeviceIdMatch? Best(PastedDevice device)
    {
        var found = (device.Vendor is null ? Named(device) : Numeric(device)).ToList();
        if (found.Count == 0)
            return null;
        // The driver to use is one that is still there; of several the one that names the device, then the oldest.
        var best = found.OrderBy(m => m.Span.Last.RemovedReleaseId is null ? 0 : 1).ThenByDescending(m => m.IsExact)
            .ThenBy(m => m.Span.First.IsInitial ? 0 : 1).ThenBy(m => m.Span.First.AddedReleaseId).ThenBy(m => m.Span.First.Id).First();
        var first = found.Select(m => m.Span.First).OrderBy(f => f.IsInitial ? 0 : 1).ThenBy(f => f.AddedReleaseId).First();
        return new DeviceIdMatch(
            best.Span, best.IsExact, Why(best.Span.Last, best.IsExact), first.AddedReleaseId, first.IsInitial,
            found.Exists(m => m.Span.Last.RemovedReleaseId is null) ? null : found.Max(m => m.Span.Last.RemovedReleaseId));
    }

    private static DeviceBus[] Buses(PastedDevice device) => device.Bus is { } bus ? [bus] : Usual;

    private IEnumerable<(DeviceIdSpan Span, bool IsExact)> Named(PastedDevice device) =>
        from name in device.Names
        from span in _named[name]
        where device.Bus is null || span.First.Bus == device.Bus || (IsFirmware(device.Bus.Value) && IsFirmware(span.First.Bus))
        select (span, true);

    /// <summary>Drivers that match PNP ids take the same ids from ACPI.</summary>
    private static bool IsFirmware(DeviceBus bus) => bus is DeviceBus.Acpi or DeviceBus.Pnp;

    private IEnumerable<(DeviceIdSpan Span, bool IsExact)> Numeric(PastedDevice device) =>
        from bus in Buses(device)
        from span in _numeric[(bus, device.Vendor)].Concat(_numeric[(bus, null)])
        let id = span.First
        where Takes(id, device)
        select (span, id.Device is not null);

    private static bool Takes(DeviceId id, PastedDevice device)
    {
        if (id.Device is not null && id.Device != device.Device)
            return false;
        if (id.SubVendor is not null && device.SubVendor is not null && id.SubVendor != device.SubVendor)
            return false;
        if (id.SubDevice is not null && device.SubDevice is not null && id.SubDevice != device.SubDevice)
            return false;
        if (id.Class is not { } @class)
            return id.Vendor is not null;
        var mask = id.ClassMask ?? Modalias.WholeClass;
        if (id.IsInterfaceClass)
            return device.InterfaceClasses.Count == 0 ? id.Device is not null : device.InterfaceClasses.Any(c => (c & mask) == (@class & mask));
        // A class that the text does not tell decides only for ids that name nothing else.
        if (device.Class is not { } own || (mask & ~device.ClassMask) != 0)
            return id.Device is not null;
        return (own & mask) == (@class & mask);
    }

    private static string Why(DeviceId id, bool isExact) =>
        isExact ? $"{id.Bus.Title()} id {id.Text}"
        : id.Class is null ? $"any {id.Bus.Title()} device of the vendor ({id.Text})"
        : $"any {id.Bus.Title()} device of its class ({id.Text})";
}
