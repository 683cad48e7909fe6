using KernelTracker.Data.Queries;
using KernelTracker.Web.Charts;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>How a stretch reached mainline: a picture with its table.</summary>
public sealed partial class FlowSection
{
    /// <summary>The flow.</summary>
    [Parameter, EditorRequired]
    public required FlowReport Flow { get; set; }

    private int FlowHeight => FlowChart.Of(Flow, ChartSize.Wide).Size.Height;
}
