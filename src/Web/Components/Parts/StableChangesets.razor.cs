using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Changesets of stable updates under the headings of areas, each with where it comes from, why it is there, and what became of it.</summary>
public sealed partial class StableChangesets
{
    /// <summary>The changesets, in the order shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<StableLine> Lines { get; set; }

    /// <summary>Say in which update each one is; off where all are in the same.</summary>
    [Parameter]
    public bool ShowVersion { get; set; }
}
