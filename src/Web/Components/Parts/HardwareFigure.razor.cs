using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>How much hardware a stretch of a release newly supports, among the headline figures.</summary>
public sealed partial class HardwareFigure
{
    /// <summary>The hardware.</summary>
    [Parameter, EditorRequired]
    public required HardwareReleaseList List { get; set; }
}
