using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Developers with what they wrote in a stretch and for whom they worked.</summary>
public sealed partial class PersonTable
{
    /// <summary>The developers, in the order shown.</summary>
    [Parameter, EditorRequired]
    public required IEnumerable<PersonFigures> People { get; set; }

    /// <summary>What they are taken from: the stretch and the sums of which shares are told.</summary>
    [Parameter, EditorRequired]
    public required PeopleReport Report { get; set; }

    /// <summary>The order is by changed lines: shares are of those.</summary>
    [Parameter]
    public bool ByLines { get; set; }

    /// <summary>It stands beside another: the figure of its order only.</summary>
    [Parameter]
    public bool IsCompact { get; set; }

    /// <summary>All are new: no need to mark each.</summary>
    [Parameter]
    public bool AllNew { get; set; }
}
