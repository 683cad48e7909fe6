using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Devices as running text, as an editor lists them: "A, B, and C".</summary>
public sealed partial class HardwareProse
{
    /// <summary>The devices, in the order shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<HardwareEntry> Entries { get; set; }

    /// <summary>Mark the newest ones.</summary>
    [Parameter]
    public bool MarkNewest { get; set; }

    /// <summary>Names that hold commas themselves are parted by semicolons.</summary>
    private string Mark => Entries.Any(e => e.Item.Name.Contains(',', StringComparison.Ordinal)) ? ";" : ",";

    /// <summary>What stands before a device.</summary>
    private string Before(int index) => index switch
    {
        0 => "",
        _ when index < Entries.Count - 1 => Mark + " ",
        1 when Mark == "," => " and ",
        _ => Mark + " and ",
    };
}
