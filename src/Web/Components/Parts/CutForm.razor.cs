using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Asks where to cut a merge window.</summary>
public sealed partial class CutForm
{
    /// <summary>The release.</summary>
    [Parameter, EditorRequired]
    public required string Version { get; set; }

    /// <summary>What stands in the field.</summary>
    [Parameter, EditorRequired]
    public required string? Cuts { get; set; }
}
