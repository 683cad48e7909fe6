using System.Text;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Names of PCI and USB devices from the lists that distributions install.</summary>
/// <param name="Pci">PCI names.</param>
/// <param name="Usb">USB names.</param>
/// <param name="Problem">What is missing, for the reader; null when both lists are there.</param>
internal sealed record IdNames(IdList Pci, IdList Usb, string? Problem)
{
    /// <summary>Knows no name.</summary>
    public static IdNames None { get; } = new(IdList.Empty, IdList.Empty, null);

    // Debian's packages pci.ids and usb.ids; Fedora's hwdata, and lists that are updated in place.
    private static readonly string[] UsualFolders = ["/usr/share/misc", "/usr/share/hwdata", "/var/lib/usbutils"];

    /// <summary>Reads pci.ids and usb.ids; a list that is not there is empty.</summary>
    /// <param name="folder">Where they are; null for where distributions install them.</param>
    public static IdNames Load(string? folder)
    {
        string[] folders = string.IsNullOrWhiteSpace(folder) ? UsualFolders : [folder];
        var problems = new List<string>();
        var pci = Read(folders, "pci.ids", problems);
        var usb = Read(folders, "usb.ids", problems);
        return new IdNames(pci, usb, problems.Count == 0 ? null : string.Join(' ', problems));
    }

    private static IdList Read(string[] folders, string name, List<string> problems)
    {
        foreach (var file in folders.Select(f => Path.Combine(f, name)).Where(File.Exists))
        {
            try
            {
                return IdList.Parse(File.ReadAllText(file, Encoding.UTF8));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add($"{file} cannot be read: {e.Message}");
            }
        }
        problems.Add($"There is no {name} in {string.Join(", ", folders)}; devices of which the sources give only numbers stay without a name. "
            + $"Install the package {name} (or hwdata), or set Tracker:IdLists to its folder.");
        return IdList.Empty;
    }
}
