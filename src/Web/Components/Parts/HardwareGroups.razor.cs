using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>The hardware of a stretch of a release under its headings, in an editor's form.</summary>
public sealed partial class HardwareGroups
{
    /// <summary>The hardware.</summary>
    [Parameter, EditorRequired]
    public required HardwareReleaseList List { get; set; }

    /// <summary>Only this heading; null for all.</summary>
    [Parameter]
    public HardwareCategory? Category { get; set; }

    private IEnumerable<HardwareGroup> Groups => List.Groups.Where(g => Category is null || g.Category == Category);

    /// <summary>Where all of it came in on one day, a mark would say nothing.</summary>
    private bool MarkNewest => List.NewestDay is not null && List.Groups.Any(g => g.Entries.Any(e => !e.IsNewest));
}
