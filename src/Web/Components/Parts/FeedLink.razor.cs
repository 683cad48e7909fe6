using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>A link to a feed, which feed readers find in the head of the page too. A page has one of them.</summary>
public sealed partial class FeedLink
{
    /// <summary>Where the feed is.</summary>
    [Parameter, EditorRequired]
    public required string Address { get; set; }

    /// <summary>What the feed is called.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The words of the link; "feed" when nothing is given.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private static RenderFragment Word => builder => builder.AddContent(0, "feed");
}
