using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>What changesets are about, each figure leading to them.</summary>
public sealed partial class AreaTable
{
    /// <summary>The areas, in the order shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<AreaFigures> Areas { get; set; }

    /// <summary>The stretch that was counted.</summary>
    [Parameter, EditorRequired]
    public required ReleaseRange Range { get; set; }

    /// <summary>All changesets, of which the shares are.</summary>
    [Parameter, EditorRequired]
    public required int Total { get; set; }

    /// <summary>How many parts of each area are shown; the rest is summed up in a line.</summary>
    [Parameter]
    public int PartsShown { get; set; }
}
