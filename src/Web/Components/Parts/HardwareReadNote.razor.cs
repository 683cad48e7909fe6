using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Says why a list of hardware is empty; nothing when it is not.</summary>
public sealed partial class HardwareReadNote
{
    /// <summary>The list.</summary>
    [Parameter, EditorRequired]
    public required HardwareReleaseList List { get; set; }
}
