using KernelTracker.Data.Model;

namespace KernelTracker.Data.Queries;

/// <summary>What to list of the hardware; a null means any.</summary>
public sealed record HardwareFilter
{
    /// <summary>Words, ids, a symbol, a path, a release: what the one search field takes.</summary>
    public string? Text { get; init; }

    /// <summary>Only this heading.</summary>
    public HardwareCategory? Category { get; init; }

    /// <summary>Only this vendor, in its one spelling (case does not matter).</summary>
    public string? Vendor { get; init; }

    /// <summary>Only what this release or a later one added.</summary>
    public KernelVersion? From { get; init; }

    /// <summary>Only what this release or an earlier one added.</summary>
    public KernelVersion? To { get; init; }

    /// <summary>Only what has an id of this bus.</summary>
    public DeviceBus? Bus { get; init; }

    /// <summary>Only drivers of this module name, source file, or folder: "igb", "drivers/net".</summary>
    public string? Driver { get; init; }
}

/// <summary>A value that a list can be limited to.</summary>
/// <param name="Value">The value in a URL: a category's slug, a vendor, a release, a bus (<see cref="DeviceBusNames"/>), a folder.</param>
/// <param name="Title">The value for people.</param>
/// <param name="Count">How many records the list would have with it.</param>
public sealed record HardwareFacet(string Value, string Title, int Count);

/// <summary>What a list can be limited to. Each facet is counted with all other limits in force, its own left out.</summary>
/// <param name="Categories">In the order pages list them.</param>
/// <param name="Vendors">Most records first.</param>
/// <param name="Releases">Newest first.</param>
/// <param name="Buses">Most records first.</param>
/// <param name="Drivers">Folders of drivers ("drivers/net"), most records first.</param>
public sealed record HardwareFacets(
    IReadOnlyList<HardwareFacet> Categories,
    IReadOnlyList<HardwareFacet> Vendors,
    IReadOnlyList<HardwareFacet> Releases,
    IReadOnlyList<HardwareFacet> Buses,
    IReadOnlyList<HardwareFacet> Drivers);

/// <summary>A record that was found.</summary>
/// <param name="Item">The record.</param>
/// <param name="Why">Why: "PCI id 8086:1533", "name", "Kconfig symbol IGB". Empty without a search text.</param>
public sealed record HardwareHit(HardwareItem Item, IReadOnlyList<string> Why);

/// <summary>A device id that was found and belongs to no record: older than the history, or without a nameable device.</summary>
/// <param name="Bus">What it is matched against.</param>
/// <param name="Text">The whole id.</param>
/// <param name="Label">What the source calls the device; null when nothing.</param>
/// <param name="Driver">The source file.</param>
/// <param name="Symbol">The Kconfig symbol that builds the file; null when not known.</param>
/// <param name="Module">The module it becomes part of; null when not known.</param>
/// <param name="Release">The first release that has it in this file.</param>
/// <param name="IsInitial">That release is the first of the history: "v2.6.12 or earlier".</param>
/// <param name="RemovedIn">The first release that has it there no longer; null while it is there.</param>
public sealed record HardwareIdHit(
    DeviceBus Bus, string Text, string? Label, string Driver, string? Symbol, string? Module, string Release, bool IsInitial, string? RemovedIn)
{
    /// <summary>Since when it is supported: "v2.6.30", "v2.6.12 or earlier".</summary>
    public string Since => IsInitial ? $"{Release} or earlier" : Release;
}

/// <summary>A list of hardware.</summary>
/// <param name="Hits">Records, best first when searched for, else newest first.</param>
/// <param name="Ids">Ids without a record, on the first page only.</param>
/// <param name="IdTotal">How many ids without a record match; more than <paramref name="Ids"/> holds when there are many.</param>
/// <param name="Facets">What the list can be limited to.</param>
/// <param name="ShowingFor">The text that was searched for instead, because the given one found nothing; null when it is the given one.</param>
/// <param name="IsCut">The text was longer than is searched.</param>
/// <param name="IsRead">The hardware of any release has been read.</param>
public sealed record HardwareList(
    PageOf<HardwareHit> Hits, IReadOnlyList<HardwareIdHit> Ids, int IdTotal, HardwareFacets Facets, string? ShowingFor, bool IsCut, bool IsRead);
