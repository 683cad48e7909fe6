using KernelTracker.Data.Queries;
using KernelTracker.Web.Api;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>How the changesets of a release reached mainline, tree by tree, at every depth of merges.</summary>
public sealed partial class FlowPage(RangeQueries ranges, FlowQueries flows)
{
    /// <summary>The release, from the address.</summary>
    [Parameter, EditorRequired]
    public required string Version { get; set; }

    private string? Problem { get; set; }

    private bool IsMissing { get; set; }

    private FlowReport? Flow { get; set; }

    protected override async Task OnInitializedAsync()
    {
        (var range, Problem, IsMissing) = await RangeReader.ReadAsync(Version, null, null, ranges.FindAsync, CancellationToken.None);
        if (range is not null)
            Flow = await flows.ReadAsync(range, CancellationToken.None);
    }
}
