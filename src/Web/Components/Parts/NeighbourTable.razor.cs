using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>What a tree gave to others, or took from them.</summary>
public sealed partial class NeighbourTable
{
    /// <summary>What the table is about.</summary>
    [Parameter, EditorRequired]
    public required string Heading { get; set; }

    /// <summary>The other trees; nothing is shown for none.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<TreeNeighbour> Neighbours { get; set; }
}
