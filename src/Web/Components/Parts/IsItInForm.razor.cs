using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Asks which series have a changeset.</summary>
public sealed partial class IsItInForm
{
    /// <summary>What was asked.</summary>
    [Parameter]
    public string? Question { get; set; }
}
