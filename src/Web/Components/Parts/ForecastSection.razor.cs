using KernelTracker.Data.Reports;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>What is to be expected of the release in the making.</summary>
public sealed partial class ForecastSection
{
    /// <summary>The forecast.</summary>
    [Parameter, EditorRequired]
    public required Forecast Forecast { get; set; }
}
