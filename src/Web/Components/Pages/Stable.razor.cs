using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>The stable series with their newest updates and what is in review.</summary>
public sealed partial class Stable(StableQueries stable)
{
    private const string Example =
        """
        { "Tracker": { "Trees": [
            { "Name": "mainline", "Url": "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git" },
            { "Name": "stable", "Kind": "Stable", "Url": "https://git.kernel.org/pub/scm/linux/kernel/git/stable/linux.git" }
        ] } }
        """;

    private static readonly (string Heading, string Id, SeriesState[] States)[] Groups =
    [
        ("Maintained series", "maintained", [SeriesState.Maintained]),
        ("Ended and quiet series", "ended", [SeriesState.Ended, SeriesState.Quiet]),
    ];

    [CascadingParameter]
    private SiteState? State { get; set; }

    private IReadOnlyList<StableSeriesSummary> Series { get; set; } = [];

    private StableSummary? Summary { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Series = await stable.ListAsync(CancellationToken.None);
        Summary = StableSummary.Of(Series);
    }
}
