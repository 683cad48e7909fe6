using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>The headline figures of a stretch, each leading to its evidence, with the command that reproduces them.</summary>
public sealed partial class RangeFigures
{
    /// <summary>What was counted.</summary>
    [Parameter, EditorRequired]
    public required RangeReport Report { get; set; }

    /// <summary>More figures, after the first.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The page with the lists of pulls and developers; empty when it is this one.</summary>
    [Parameter]
    public string Details { get; set; } = "";

    [CascadingParameter]
    private SiteState? State { get; set; }
}
