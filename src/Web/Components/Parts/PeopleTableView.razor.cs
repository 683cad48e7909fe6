using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Some rows of one table of people.</summary>
public sealed partial class PeopleTableView
{
    /// <summary>The table.</summary>
    [Parameter, EditorRequired]
    public required PeopleTable Table { get; set; }

    /// <summary>What is told.</summary>
    [Parameter, EditorRequired]
    public required PeopleReport Report { get; set; }

    /// <summary>Rows left out at the beginning.</summary>
    [Parameter]
    public int Skip { get; set; }

    /// <summary>It stands beside another table.</summary>
    [Parameter]
    public bool IsCompact { get; set; }

    /// <summary>The most rows.</summary>
    [Parameter]
    public int Take { get; set; } = int.MaxValue;
}
