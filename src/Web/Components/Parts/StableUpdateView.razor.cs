using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>A stable update, released or in preparation.</summary>
public sealed partial class StableUpdateView(StableQueries stable, StableReportQueries reports)
{
    /// <summary>Changesets or patches on a page.</summary>
    private const int PageSize = 200;

    /// <summary>Its version.</summary>
    [Parameter, EditorRequired]
    public required StableVersion Version { get; set; }

    /// <summary>The released update; null while it is not.</summary>
    [Parameter, EditorRequired]
    public required StableUpdateFigures? Update { get; set; }

    /// <summary>Where it is seen in preparation.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ReviewFigures> Reviews { get; set; }

    /// <summary>Its series.</summary>
    [Parameter, EditorRequired]
    public required StableSeriesDetails? Details { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    [SupplyParameterFromQuery(Name = "area")]
    private string? AreaText { get; set; }

    private StableReport? Report { get; set; }

    private PageOf<StableLine>? Changesets { get; set; }

    private List<(ReviewFigures Round, PageOf<ReviewPatchLine> Patches)> Rounds { get; } = [];

    private Area? Area { get; set; }

    private string Title => Version.ToString();

    private string? Before => Details?.Updates.FirstOrDefault(u => u.Number < Version.Number)?.Version;

    private string? After =>
        Details?.Updates.LastOrDefault(u => u.Number > Version.Number)?.Version
        ?? Details?.Summary.Reviews.Where(r => r.Number > Version.Number).MinBy(r => r.Number)?.Version;

    private int? DaysSince
    {
        get
        {
            var before = Update?.Previous is not { } previous ? null
                : Details?.Updates.FirstOrDefault(u => u.Version == previous)?.Time ?? (previous == Update.Base ? Details?.Summary.BaseTime : null);
            return before is { } time ? (int)Math.Round((Update!.Time - time).TotalDays) : null;
        }
    }

    protected override async Task OnInitializedAsync()
    {
        Area = AreaNames.TryParse(AreaText, out var area) ? area : null;
        if (Update is { Changesets: not null } update)
        {
            var range = StableReportQueries.RangeOf(update);
            Report = await reports.ReportAsync(range, CancellationToken.None);
            Changesets = await reports.ChangesetsAsync(range, Area, Pager.Number(PageText), PageSize, CancellationToken.None);
        }
        foreach (var round in Reviews)
            Rounds.Add((round, await stable.PatchesAsync(round, Pager.Number(PageText), PageSize, CancellationToken.None)));
    }
}
