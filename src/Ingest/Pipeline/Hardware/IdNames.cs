using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Names of PCI and USB devices from the lists that distributions install.</summary>
/// <param name="Pci">PCI names.</param>
/// <param name="Usb">USB names.</param>
/// <param name="Problem">What is missing, for the reader; null when both lists are there.</param>
internal sealed record IdNames(IdList Pci, IdList Usb, string? Problem)
{
    /// <summary>Reads pci.ids and usb.ids.</summary>
    /// <param name="folder">Where they are; null for where distributions install them.</param>
    public static IdNames Load(string? folder) => throw new NotImplementedException(folder);
}
