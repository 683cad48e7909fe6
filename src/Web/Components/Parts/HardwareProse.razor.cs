using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Devices as running text, parted as in the downloads, for names may hold commas: "A; B; C".</summary>
public sealed partial class HardwareProse
{
    /// <summary>The devices, in the order shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<HardwareEntry> Entries { get; set; }

    /// <summary>Mark the newest ones.</summary>
    [Parameter]
    public bool MarkNewest { get; set; }
}
