using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Values that a list can be limited to, each a link, with how many records it leaves.</summary>
public sealed partial class FacetList
{
    /// <summary>Values shown at once; the others are one key press away.</summary>
    private const int Shown = 8;

    /// <summary>What the values are.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The values.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<HardwareFacet> Facets { get; set; }

    /// <summary>The value that is in force; null for none.</summary>
    [Parameter]
    public string? Current { get; set; }

    /// <summary>The list limited to a value.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string> Address { get; set; }
}
