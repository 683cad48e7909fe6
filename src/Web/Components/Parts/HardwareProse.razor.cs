using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>
/// Devices as an editor writes them, parted as in the downloads, for names may hold commas: "A; B; C". One below the other
/// where there is room for columns, running text on a phone.
/// </summary>
public sealed partial class HardwareProse
{
    /// <summary>The devices, in the order shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<HardwareEntry> Entries { get; set; }

    /// <summary>Mark the newest ones.</summary>
    [Parameter]
    public bool MarkNewest { get; set; }
}
