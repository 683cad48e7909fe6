using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>The trees that mainline was fed from, each figure leading to its changesets.</summary>
public sealed partial class TreeTable
{
    /// <summary>The trees, in the order shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<TreeFigures> Trees { get; set; }

    /// <summary>The stretch that was counted.</summary>
    [Parameter, EditorRequired]
    public required ReleaseRange Range { get; set; }

    /// <summary>All changesets, of which the shares are.</summary>
    [Parameter, EditorRequired]
    public required int Total { get; set; }

    /// <summary>How many are shown at once; the rest is folded.</summary>
    [Parameter]
    public int Shown { get; set; } = 15;
}
