using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>The one search field of the hardware pages; limits that are in force stay.</summary>
public sealed partial class HardwareForm
{
    /// <summary>What is listed now.</summary>
    [Parameter]
    public HardwareFilter Filter { get; set; } = new();

    private IEnumerable<(string Name, string? Value)> Kept => Links.Parameters(Filter).Where(p => p.Name != "q" && p.Value is not null);
}
