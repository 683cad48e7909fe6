using System.Collections.Frozen;

namespace KernelTracker.Data.Model;

/// <summary>How areas are written for people and in URLs.</summary>
public static class AreaNames
{
    private static readonly (Area Area, string Title, string Slug)[] Names =
    [
        (Area.Architecture, "Architecture-specific", "architecture"),
        (Area.CoreKernel, "Core kernel", "core"),
        (Area.MemoryManagement, "Memory management", "mm"),
        (Area.FilesystemsAndBlock, "Filesystems and block I/O", "filesystems"),
        (Area.Networking, "Networking", "networking"),
        (Area.DeviceDrivers, "Device drivers", "drivers"),
        (Area.DeviceDriverInfrastructure, "Device-driver infrastructure", "driver-infrastructure"),
        (Area.Virtualization, "Virtualization and containers", "virtualization"),
        (Area.Security, "Security-related", "security"),
        (Area.TracingAndTools, "Tracing, debugging and tools", "tools"),
        (Area.Documentation, "Documentation", "documentation"),
        (Area.BuildSystem, "Build system", "build"),
        (Area.Miscellaneous, "Miscellaneous", "misc"),
    ];

    private static readonly FrozenDictionary<Area, (string Title, string Slug)> ByArea =
        Names.ToFrozenDictionary(n => n.Area, n => (n.Title, n.Slug));

    private static readonly FrozenDictionary<string, Area> BySlug =
        Names.ToFrozenDictionary(n => n.Slug, n => n.Area, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every area, in the order pages list them.</summary>
    public static IReadOnlyList<Area> All { get; } = [.. Names.Select(n => n.Area)];

    /// <summary>The area's name as a heading, for instance "Filesystems and block I/O".</summary>
    public static string Title(this Area area) => ByArea[area].Title;

    /// <summary>The area in the middle of a sentence: "device drivers", "architecture-specific code", "the core kernel".</summary>
    public static string InSentence(this Area area)
    {
        var title = area.Title();
        var words = char.ToLowerInvariant(title[0]) + title[1..];
        return area switch
        {
            Area.Architecture or Area.Security or Area.Miscellaneous => words + " code",
            Area.CoreKernel or Area.BuildSystem => "the " + words,
            _ => words,
        };
    }

    /// <summary>The area's name in a URL, for instance "filesystems".</summary>
    public static string Slug(this Area area) => ByArea[area].Slug;

    /// <summary>Reads a slug; false when there is no such area.</summary>
    public static bool TryParse(string? slug, out Area area) => BySlug.TryGetValue(slug ?? "", out area);
}
