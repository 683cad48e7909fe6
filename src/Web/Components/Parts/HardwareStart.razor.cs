using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>What the hardware page offers before anything is asked for.</summary>
public sealed partial class HardwareStart
{
    private static readonly (string Text, string Meaning)[] Examples =
    [
        ("realtek wireless", "words in any order: names, part numbers, vendors; misspelt vendors too"),
        ("wm8988", "a part number, or its beginning"),
        ("8086:1533", "a PCI or USB id as lspci -nn and lsusb print it"),
        ("usb 0bda:8179", "the same, on one bus only"),
        ("brcm,bcm53xx-spi", "a device-tree compatible"),
        ("INT33A0", "an ACPI id"),
        ("CONFIG_IGB", "a configuration option, with or without CONFIG_"),
        ("drivers/net/", "a driver's source file or folder"),
    ];

    /// <summary>How much each release added, newest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<HardwareReleaseCount> Counts { get; set; }

    /// <summary>What all hardware can be limited to.</summary>
    [Parameter, EditorRequired]
    public required HardwareFacets Facets { get; set; }

    /// <summary>The newest additions.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<HardwareItem> Newest { get; set; }

    private static HardwareCategory? Category(HardwareFacet facet) => HardwareCategoryNames.TryParse(facet.Value, out var known) ? known : null;
}
