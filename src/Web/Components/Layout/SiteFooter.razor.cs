using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Layout;

/// <summary>How fresh the data is, and where to check it.</summary>
public sealed partial class SiteFooter
{
    /// <summary>The published state; null while there is none.</summary>
    [Parameter, EditorRequired]
    public required SiteState? State { get; set; }
}
