using KernelTracker.Data;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>The PCI and USB ids of the drivers that the release before had, by kind of driver.</summary>
internal sealed class KnownIds
{
    private readonly HashSet<(DeviceBus Bus, string Text, string Place)> _ids;
    private readonly HashSet<(DeviceBus Bus, string Text, string Path)> _classes;
    private readonly HashSet<(string Device, string Path)> _devices;

    /// <param name="context">The database, read up to the release before.</param>
    /// <param name="releaseId">The release.</param>
    public KnownIds(TrackerContext context, int releaseId)
    {
        var rows =
            from id in context.DeviceIds
            join path in context.Paths on id.PathId equals path.Id
            where (id.Bus == DeviceBus.Pci || id.Bus == DeviceBus.Usb)
                && id.AddedReleaseId < releaseId && (id.RemovedReleaseId == null || id.RemovedReleaseId >= releaseId)
            select new { id.Bus, id.Text, path.Name, IsDevice = id.Device != null, IsClass = id.Vendor == null && id.Class != null };
        var known = rows.ToList();
        _ids = [.. known.Where(r => r.IsDevice).Select(r => (r.Bus, r.Text, Place(r.Name)))];
        _devices = [.. known.Where(r => r.IsDevice && r.Text.Length >= 9 && r.Text[4] == ':').Select(r => (r.Text[5..9], r.Name))];
        _classes = [.. known.Where(r => r.IsClass).Select(r => (r.Bus, r.Text, r.Name))];
    }

    /// <summary>Whether an id tells one device from another: classes and names do not.</summary>
    public static bool Counts(DeviceBus bus, int? device) => bus is DeviceBus.Pci or DeviceBus.Usb && device is not null;

    /// <summary>Whether a driver of the same kind as the file had the id.</summary>
    public bool Has(DeviceBus bus, string text, string path) => _ids.Contains((bus, text, Place(path)));

    /// <summary>Whether a driver had the id that a chip is called after: EM2860 is xxxx:2860.</summary>
    public bool HasNumber(string part, string path) =>
        part.Length > 5 && part[..^4].All(char.IsAsciiLetter) && part[^4..].All(char.IsAsciiDigit) && _devices.Contains((part[^4..], path));

    /// <summary>Whether the driver was for the whole class of a device: an id of its own only tells a quirk of it.</summary>
    public bool HasClass(DeviceId id, string path) =>
        id is { IsInterfaceClass: true, Device: not null } && id.Text.IndexOf(" if ", StringComparison.Ordinal) is > 0 and var at && _classes.Contains((id.Bus, id.Text[(at + 1)..], path));

    /// <summary>
    /// Drivers of one kind share the first two folders: one chip's network and memory controllers have different drivers
    /// for one id. The old and the new drivers for disk controllers are one kind; those in staging are among themselves.
    /// </summary>
    private static string Place(string path) =>
        string.Join('/', path.Split('/').Take(2)) is var place && place == "drivers/ide" ? "drivers/ata" : place;
}
