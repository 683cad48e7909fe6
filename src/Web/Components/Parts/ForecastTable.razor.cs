using KernelTracker.Data.Reports;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Each stage to come with its range of days.</summary>
public sealed partial class ForecastTable
{
    /// <summary>The forecast.</summary>
    [Parameter, EditorRequired]
    public required Forecast Forecast { get; set; }

    private List<(string What, string? Note, ForecastRange Range)> Rows
    {
        get
        {
            var rows = new List<(string, string?, ForecastRange)>();
            // -rc1 is the close of the window.
            if (Forecast.WindowClose is { } close)
                rows.Add(("Window closes with -rc1", null, close));
            foreach (var candidate in Forecast.Candidates.Skip(Forecast.WindowClose is null ? 0 : 1))
                rows.Add((candidate.Version, candidate.Had < candidate.Of ? $"{candidate.Had} of the last {candidate.Of} cycles had one" : null, candidate.Range));
            if (Forecast.Release is { } release)
                rows.Add((Forecast.Version, null, release));
            return rows;
        }
    }
}
