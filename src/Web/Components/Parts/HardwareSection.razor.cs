using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>The part of a report that lists the newly supported hardware.</summary>
public sealed partial class HardwareSection
{
    /// <summary>The hardware.</summary>
    [Parameter, EditorRequired]
    public required HardwareReleaseList List { get; set; }
}
