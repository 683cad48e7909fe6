using KernelTracker.Data.Hardware;

namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>A device id in a table of a driver.</summary>
/// <param name="Match">What it matches.</param>
/// <param name="Label">What the source calls the device: a product string or a comment; null when nothing.</param>
/// <param name="Constants">The names of the constants of its numbers: "PCI_VENDOR_ID_INTEL PCI_DEVICE_ID_INTEL_82576"; null when they are plain.</param>
/// <param name="Table">The table's variable; empty when it has no name.</param>
internal sealed record DeviceIdFact(DeviceMatch Match, string? Label, string? Constants, string Table);

/// <summary>A machine or board that a source defines.</summary>
/// <param name="Key">What tells it from others in the same file: the machine type, vector, or first compatible.</param>
/// <param name="Name">Its name as the source has it: "SHMIN", "OMAP3 Beagle Board".</param>
/// <param name="Compatible">Its device-tree compatible; null when it has none.</param>
internal sealed record MachineFact(string Key, string Name, string? Compatible);

/// <summary>What a source file says of hardware.</summary>
/// <param name="Ids">The device ids of its tables, each once, in order.</param>
/// <param name="Machines">The machines it defines, in order.</param>
/// <param name="Descriptions">Its MODULE_DESCRIPTION texts, in order.</param>
/// <param name="Title">The sentence of its first comment that says what it is; null when none does.</param>
internal sealed record SourceFacts(
    IReadOnlyList<DeviceIdFact> Ids, IReadOnlyList<MachineFact> Machines, IReadOnlyList<string> Descriptions, string? Title)
{
    /// <summary>What a file says that has nothing to say.</summary>
    public static SourceFacts None { get; } = new([], [], [], null);

    /// <summary>
    /// Reads C sources and headers, device-tree sources and bindings (text and YAML) of any age, told apart by path. What
    /// it does not understand it skips; it never fails.
    /// </summary>
    /// <param name="path">Path from the top of the tree.</param>
    /// <param name="text">The content.</param>
    /// <param name="headers">What the headers that it includes define.</param>
    public static SourceFacts Read(string path, string text, IHeaderMacros headers) => SourceFormats.Of(path) switch
    {
        SourceFormat.C => new CSourceReader(path, text, headers).Read(),
        SourceFormat.DeviceTree => DeviceTreeFile.Read(text),
        SourceFormat.BindingText => BindingFile.ReadText(text),
        SourceFormat.BindingYaml => BindingFile.ReadYaml(text),
        _ => None,
    };
}
