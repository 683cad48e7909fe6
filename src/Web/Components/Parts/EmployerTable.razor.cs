using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Employers with what their people wrote in a stretch.</summary>
public sealed partial class EmployerTable
{
    /// <summary>The employers, in the order shown.</summary>
    [Parameter, EditorRequired]
    public required IEnumerable<EmployerFigures> Employers { get; set; }

    /// <summary>What they are taken from: the stretch and its changesets, of which the shares are.</summary>
    [Parameter, EditorRequired]
    public required PeopleReport Report { get; set; }

    /// <summary>It stands beside another table: without lines.</summary>
    [Parameter]
    public bool IsCompact { get; set; }
}
