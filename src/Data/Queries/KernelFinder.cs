using KernelTracker.Data.Hardware;
using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>How sure it is that a kernel supports a device.</summary>
public enum SupportBasis
{
    /// <summary>Nothing found.</summary>
    None = 0,

    /// <summary>A driver names the device's id.</summary>
    ExactId = 1,

    /// <summary>A driver takes every device of its class.</summary>
    ClassDriver = 2,

    /// <summary>A record has that name; the text gave no id.</summary>
    ByName = 3,

    /// <summary>Nothing found, and nothing needed: every kernel deals with bridges to the processor or to memory.</summary>
    NoDriverNeeded = 4,
}

/// <summary>What is known about support of a pasted device.</summary>
/// <param name="Device">The device.</param>
/// <param name="Name">The best name known: of the record, else of the source, else as pasted.</param>
/// <param name="Basis">How sure it is.</param>
/// <param name="Why">The same for people: "PCI id 8086:1533", "any device of PCI class 0106", "name".</param>
/// <param name="Release">The first release that supports it; null when none does.</param>
/// <param name="IsInitial">That release is the first of the history: it or an earlier one.</param>
/// <param name="RemovedIn">The first release that supports it no longer; null while one does.</param>
/// <param name="Symbol">The Kconfig symbol to enable, without CONFIG_; null when not known.</param>
/// <param name="Driver">The driver's source file; null when not known.</param>
/// <param name="Module">The module; null when not known.</param>
/// <param name="Record">The record; null when there is none.</param>
public sealed record DeviceSupport(
    PastedDevice Device, string Name, SupportBasis Basis, string Why, string? Release, bool IsInitial, string? RemovedIn,
    string? Symbol, string? Driver, string? Module, HardwareLink? Record)
{
    /// <summary>Since when: "v2.6.30", "v2.6.12 or earlier"; null when no release is known to support it.</summary>
    public string? Since => Release is not null && IsInitial ? $"{Release} or earlier" : Release;
}

/// <summary>Which kernel a machine needs.</summary>
/// <param name="Devices">Its devices, in the order pasted.</param>
/// <param name="NotUnderstood">Lines that name no device.</param>
/// <param name="Needed">The first release that supports every device that any release supports; null when there is none.</param>
/// <param name="Summary">One sentence: "Everything but 2 devices is supported from v2.6.28."</param>
/// <param name="Problem">Why the text was not read, for the reader; null when it was.</param>
/// <param name="Newest">The newest release whose hardware has been read; null when none has.</param>
public sealed record KernelAnswer(
    IReadOnlyList<DeviceSupport> Devices, IReadOnlyList<PastedLine> NotUnderstood, string? Needed, string Summary, string? Problem, string? Newest);

/// <summary>Answers "which kernel do I need?".</summary>
public sealed class KernelFinder(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>PCI classes (class and subclass) that need no driver: host and ISA bridges, RAM, memory controllers, interrupt controllers, timers.</summary>
    private static readonly int[] Driverless = [0x0500, 0x0580, 0x0600, 0x0601, 0x0604, 0x0800, 0x0801, 0x0802, 0x0803, 0x0880];

    /// <summary>Looks up what a text names. Nothing of it is stored or logged.</summary>
    public async Task<KernelAnswer> FindAsync(PastedDevices pasted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pasted);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var newest = await (
            from reading in context.HardwareReadings
            join release in context.Releases on reading.ReleaseId equals release.Id
            orderby release.Id descending
            select release.Version).FirstOrDefaultAsync(cancellation);
        if (pasted.Devices.Count == 0)
            return new KernelAnswer([], pasted.NotUnderstood, null, pasted.Problem ?? "The text names no device.", pasted.Problem, newest);

        var ids = await DeviceIdLookup.ReadAsync(context, pasted.Devices, cancellation);
        var names = await DeviceNameLookup.ReadAsync(context, pasted.Devices.Where(d => d.Vendor is null && ids.Best(d) is null), cancellation);
        var chosen = pasted.Devices.Select(d => (Device: d, Match: ids.Best(d))).ToList();
        var records = (await HardwareRows.ReadAsync(
            context,
            [.. chosen.Select(c => c.Match?.Span.AdditionId).OfType<int>().Concat(names.Values).Distinct()],
            cancellation)).ToDictionary(r => r.Id, r => r.Item);
        var drivers = await DriverNames.ReadAsync(context, chosen.Where(c => c.Match is not null).Select(c => c.Match!.Span.Last.PathId), cancellation);
        var releases = await context.Releases.ToDictionaryAsync(r => r.Id, r => r.Version, cancellation);

        var devices = chosen.ConvertAll(c =>
            c.Match is { } match ? Supported(c.Device, match)
            : names.TryGetValue(c.Device, out var named) && records.TryGetValue(named, out var record) ? ByName(c.Device, record)
            : Unknown(c.Device));
        var needed = chosen
            .Where(c => c.Match is { IsInitial: false }).Select(c => c.Match!.FirstReleaseId)
            .Concat(devices.Where(d => d.Basis == SupportBasis.ByName && KernelVersion.TryParse(d.Release, out _))
                .Select(d => KernelVersion.TryParse(d.Release, out var version) ? version.SortKey : 0))
            .DefaultIfEmpty().Max();
        var initial = devices.Find(d => d.IsInitial)?.Since;
        var first = needed > 0 ? releases[needed] : initial;
        return new KernelAnswer(devices, pasted.NotUnderstood, first, Summary(devices, first, newest), null, newest);

        DeviceSupport Supported(PastedDevice device, DeviceIdMatch match)
        {
            var driver = drivers[match.Span.Last.PathId];
            var record = match.Span.AdditionId is { } id ? records.GetValueOrDefault(id) : null;
            return new DeviceSupport(
                device,
                record?.Name ?? match.Span.Last.Label ?? device.Title,
                match.IsExact ? SupportBasis.ExactId : SupportBasis.ClassDriver,
                match.Why,
                releases[match.FirstReleaseId],
                match.IsInitial,
                match.RemovedReleaseId is { } removed ? releases[removed] : null,
                record?.Symbol ?? driver.Symbol,
                driver.Path,
                record?.Module ?? driver.Module,
                record?.Link);
        }
    }

    private static DeviceSupport ByName(PastedDevice device, HardwareItem record) => new(
        device, record.Name, SupportBasis.ByName, "name", record.Release.Version, false, record.RemovedIn,
        record.Symbol, record.Driver, record.Module, record.Link);

    private static DeviceSupport Unknown(PastedDevice device)
    {
        if (device is { Bus: DeviceBus.Pci, Class: { } @class } && Driverless.Contains(@class >> 8))
            return new DeviceSupport(device, device.Title, SupportBasis.NoDriverNeeded, "needs no driver of its own", null, false, null, null, null, null, null);
        var why = device switch
        {
            { Bus: DeviceBus.Usb, InterfaceClasses.Count: 0 } =>
                "no driver names this id; one for its class may take it, which lsusb -v or the modalias would tell",
            { Vendor: null, Bus: DeviceBus.Pci } => "no record has this name; lspci -nn would tell the id",
            { Vendor: null, Bus: null } => "no record and no id has this name",
            _ => "no driver names this id",
        };
        return new DeviceSupport(device, device.Title, SupportBasis.None, why, null, false, null, null, null, null, null);
    }

    private static string Summary(List<DeviceSupport> devices, string? needed, string? newest)
    {
        var unknown = devices.Count(d => d.Basis == SupportBasis.None);
        var gone = devices.Count(d => d.RemovedIn is not null);
        var until = newest is null ? "" : $" up to {newest}";
        var text = needed is null
            ? unknown == devices.Count
                ? $"No release{until} is known to support {(devices.Count == 1 ? "this device" : "any of these devices")}."
                : $"{Counted(devices.Count - unknown)} of {devices.Count} need no driver of their own; no release{until} is known to support the rest."
            : unknown == 0
                ? $"{(devices.Count == 1 ? "The device" : $"Each of the {devices.Count} devices")} is supported from {needed}."
                : $"Everything but {Counted(unknown)} is supported from {needed}.";
        return gone == 0 ? text : $"{text} Later releases dropped {Counted(gone)}.";
    }

    private static string Counted(int devices) => devices == 1 ? "1 device" : $"{devices} devices";
}
