using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Lines added and removed, or that they are not counted yet.</summary>
public sealed partial class Lines
{
    /// <summary>Lines added; null until counted.</summary>
    [Parameter, EditorRequired]
    public required long? Added { get; set; }

    /// <summary>Lines removed; null until counted.</summary>
    [Parameter, EditorRequired]
    public required long? Removed { get; set; }
}
