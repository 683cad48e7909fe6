using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Api;
using KernelTracker.Web.Components.Parts;
using KernelTracker.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>What came between two versions of a series, as one report.</summary>
public sealed partial class StableBetween(StableQueries stable, StableReportQueries reports)
{
    /// <summary>Changesets or patches on a page.</summary>
    private const int PageSize = 200;

    /// <summary>The series, from the address.</summary>
    [Parameter, EditorRequired]
    public required string Series { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private string? To { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    [SupplyParameterFromQuery(Name = "area")]
    private string? AreaText { get; set; }

    private string? Problem { get; set; }

    private bool IsMissing { get; set; }

    private Area? Area { get; set; }

    private StableReport? Report { get; set; }

    private PageOf<StableLine>? Changesets { get; set; }

    private PageOf<ReviewPatchLine>? Patches { get; set; }

    private IReadOnlyList<string> Versions { get; set; } = [];

    protected override async Task OnInitializedAsync()
    {
        var answer = await StableRangeReader.ReadAsync(Series, From, To, reports, CancellationToken.None);
        (Problem, IsMissing) = (answer.Problem, answer.IsMissing);
        if (answer.Range is not { } range)
            return;
        Area = AreaNames.TryParse(AreaText, out var area) ? area : null;
        Report = await reports.ReportAsync(range, CancellationToken.None);
        Changesets = await reports.ChangesetsAsync(range, Area, Pager.Number(PageText), PageSize, CancellationToken.None);
        Patches = range.Review is { } review ? await stable.PatchesAsync(review, Pager.Number(PageText), PageSize, CancellationToken.None) : null;
        if (SeriesName.TryParse(Series, out var series) && await stable.SeriesAsync(series, CancellationToken.None) is { } details)
            Versions = details.Versions;
    }
}
