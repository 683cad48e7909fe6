namespace KernelTracker.Ingest.Kernel;

/// <summary>
/// Names of vendors, devices and subsystems by number, from a list in the format of pci.ids and usb.ids: vendor lines,
/// devices behind one tab, subsystems behind two, then sections such as "C" for classes.
/// </summary>
internal sealed class IdList
{
    /// <summary>A list that knows no name.</summary>
    public static IdList Empty { get; } = new();

    /// <summary>Reads a list; lines that it does not understand it skips.</summary>
    public static IdList Parse(string text) => throw new NotImplementedException(text);

    /// <summary>The name of a vendor; null when not listed.</summary>
    public string? Vendor(int vendor) => throw new NotImplementedException($"{vendor}");

    /// <summary>The name of a device; null when not listed.</summary>
    public string? Device(int vendor, int device) => throw new NotImplementedException($"{vendor} {device}");

    /// <summary>The name of a subsystem; null when not listed.</summary>
    public string? Subsystem(int vendor, int device, int subVendor, int subDevice) =>
        throw new NotImplementedException($"{vendor} {device} {subVendor} {subDevice}");
}
