using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>The report of a stretch as files, the same as the command line writes.</summary>
public sealed partial class ReportFiles
{
    /// <summary>The stretch.</summary>
    [Parameter, EditorRequired]
    public required ReleaseRange Range { get; set; }

    /// <summary>What else there is of it.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
