using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>A mainline commit that a stable changeset names: a link where it is held, the id as written where it is not.</summary>
public sealed partial class UpstreamText
{
    /// <summary>Digits of an id that is shown and leads nowhere.</summary>
    private const int Digits = 12;

    /// <summary>The commit.</summary>
    [Parameter, EditorRequired]
    public required UpstreamLink Link { get; set; }

    /// <summary>Until when the days from mainline are counted; null for none.</summary>
    [Parameter]
    public DateTimeOffset? Until { get; set; }

    private string Brief => Link.Written.Length > Digits ? Link.Written[..Digits] : Link.Written;
}
