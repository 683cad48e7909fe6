using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>CVE records as a list.</summary>
public sealed partial class CveList
{
    /// <summary>The records.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<VulnerabilityLine> Records { get; set; }

    /// <summary>Say which update fixed each one, or that it is open.</summary>
    [Parameter]
    public bool ShowFixed { get; set; }
}
