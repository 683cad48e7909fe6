using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Developers with most changesets.</summary>
public sealed partial class DeveloperTable
{
    /// <summary>The developers, in the order shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<DeveloperFigures> Developers { get; set; }

    /// <summary>The stretch that was counted.</summary>
    [Parameter, EditorRequired]
    public required ReleaseRange Range { get; set; }

    /// <summary>All changesets, of which the shares are.</summary>
    [Parameter, EditorRequired]
    public required int Total { get; set; }
}
