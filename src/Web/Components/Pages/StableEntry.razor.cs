using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>A stable series ("3.16") or a stable update ("v3.16.4"), released or in preparation.</summary>
public sealed partial class StableEntry(StableQueries stable)
{
    /// <summary>What is asked for, from the address.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    private string? Problem { get; set; }

    private StableSeriesDetails? Series { get; set; }

    private StableVersion? Version { get; set; }

    private StableUpdateFigures? Update { get; set; }

    private IReadOnlyList<ReviewFigures> Reviews { get; set; } = [];

    private StableSeriesDetails? Details { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (StableVersion.TryParse(Name, out var version))
        {
            version = version.Update;
            Update = await stable.FindAsync(version, CancellationToken.None);
            Reviews = await stable.ReviewsAsync(version, CancellationToken.None);
            Details = await stable.SeriesAsync(version.Series, CancellationToken.None);
            if (Update is null && Reviews.Count == 0)
                Problem = Details is null ? $"No tracked tree holds a stable series {version.SeriesName}." : $"The series {version.SeriesName} has no update {version}, neither released nor in preparation.";
            else
                Version = version;
            return;
        }
        if (SeriesName.TryParse(Name, out var series))
        {
            Series = await stable.SeriesAsync(series, CancellationToken.None);
            Problem = Series is null ? $"No tracked tree holds a stable series {StableVersion.NameOf(series)}." : null;
            return;
        }
        Problem = $"“{Name}” is neither a stable series, such as 3.16, nor a stable update, such as v3.16.4.";
    }
}
