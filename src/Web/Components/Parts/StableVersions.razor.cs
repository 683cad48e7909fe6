using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Versions in a sentence, without their v, each leading to its page.</summary>
public sealed partial class StableVersions
{
    /// <summary>The versions as tags.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Versions { get; set; }
}
