using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>What became of an addition: withdrawn, removed, out of staging; nothing when it simply stayed.</summary>
public sealed partial class HardwareFate
{
    /// <summary>The addition.</summary>
    [Parameter, EditorRequired]
    public required HardwareItem Item { get; set; }
}
