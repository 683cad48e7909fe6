using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Changesets per release as a table with bars, newest release first.</summary>
public sealed partial class ReleaseTable
{
    /// <summary>The releases, oldest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ReleaseShare> Releases { get; set; }

    /// <summary>The query that picks these changesets from a release's list, for instance "subsystem=slab".</summary>
    [Parameter, EditorRequired]
    public required string Filter { get; set; }

    private int Most => Math.Max(1, Releases.Count == 0 ? 1 : Releases.Max(r => r.Changesets));
}
