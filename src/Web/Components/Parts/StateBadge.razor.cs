using KernelTracker.Data.Model;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Where a release stands, in a few words.</summary>
public sealed partial class StateBadge
{
    /// <summary>Where it stands.</summary>
    [Parameter, EditorRequired]
    public required ReleaseState State { get; set; }

    /// <summary>More words, such as "day 3 of about 14"; null for none.</summary>
    [Parameter]
    public string? More { get; set; }

    private string Text => State switch
    {
        ReleaseState.WindowOpen => "window open",
        ReleaseState.Stabilizing => "stabilizing",
        _ => "released",
    } + (More is null ? "" : " · " + More);
}
