using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>The newest updates of the maintained series and what is next, as one sentence with links.</summary>
public sealed partial class StableSentence
{
    /// <summary>What the sentence says.</summary>
    [Parameter, EditorRequired]
    public required StableSummary Summary { get; set; }

    /// <summary>It opens a page.</summary>
    [Parameter]
    public bool IsLede { get; set; }

    private IReadOnlyList<IGrouping<DateOnly, StableUpdateFigures>> Days => Summary.Days;
}
