using KernelTracker.Web.Charts;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>A chart as a picture in three sizes, with its figures in a table.</summary>
public sealed partial class Chart
{
    /// <summary>Address of the picture, without its size.</summary>
    [Parameter, EditorRequired]
    public required string Source { get; set; }

    /// <summary>What the picture shows, in a sentence that holds its main point.</summary>
    [Parameter, EditorRequired]
    public required string Alt { get; set; }

    /// <summary>The table with the figures; null where the page has it below the chart, and the caption says so.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Height of the picture at its full width of 960 pixels.</summary>
    [Parameter]
    public int Height { get; set; } = ChartSize.Wide.Height;

    /// <summary>What to see in it.</summary>
    [Parameter]
    public string? Caption { get; set; }

    private string Address(string? size) =>
        size is null ? Source : Source + (Source.Contains('?') ? "&" : "?") + "size=" + size;
}
