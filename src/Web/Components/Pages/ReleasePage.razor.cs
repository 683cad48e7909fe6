using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>A release: figures, days, areas, trees, candidates, developers, pulls.</summary>
public sealed partial class ReleasePage(
    ReleaseQueries releases, RangeQueries ranges, WindowReader reports, PullListQueries pullLists,
    StableQueries stableQueries, VulnerabilityQueries vulnerabilities, TimeProvider clock)
{
    private const int PullsAPage = 60;

    /// <summary>As many CVE records are shown unfolded.</summary>
    private const int Unfolded = 10;

    /// <summary>The release, from the address.</summary>
    [Parameter, EditorRequired]
    public required string Version { get; set; }

    /// <summary>Page of the list of pulls.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    private string? Problem { get; set; }

    private ReleaseFigures? Release { get; set; }

    private RangeReport? Report { get; set; }

    private PageOf<PullLine>? Pulls { get; set; }

    private HardwareReleaseList? Hardware { get; set; }

    private NotableList? Notable { get; set; }

    private ReportSummary? Summary { get; set; }

    private FlowReport? Flow { get; set; }

    private Forecast? Forecast { get; set; }

    private PeopleReport? People { get; set; }

    private StableSeriesDetails? Stable { get; set; }

    private IReadOnlyList<VulnerabilityLine> Vulnerabilities { get; set; } = [];

    private PullFilter PullsOf => new() { Release = KernelVersion.TryParse(Release?.Version, out var version) ? version : null };

    private string? Standing => Release switch
    {
        { IsReleased: true } release => Say.Day(release.Time),
        { NewestCandidate: { } candidate } => candidate.Version,
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        if (!KernelVersion.TryParse(Version, out var version))
        {
            Problem = $"“{Version}” is not the version of a mainline release; they look like v2.6.30 or v3.18.";
            return;
        }
        var answer = await ranges.WholeAsync(version, CancellationToken.None);
        Problem = answer.Problem;
        if (answer.Range is not { } range)
            return;
        var all = await releases.ListAsync(CancellationToken.None);
        Release = all.FirstOrDefault(r => r.Version == range.Version);
        var content = await reports.ReadAsync(range, CancellationToken.None);
        (Report, Hardware, Notable, People) = content;
        (Summary, Flow) = (content.Summary, content.Flow);
        Pulls = await pullLists.ListAsync(range, null, Pager.Number(PageText), PullsAPage, CancellationToken.None);
        Forecast = Release == all[0] ? Data.Reports.Forecast.Of(all, clock.GetUtcNow()) : null;
        Stable = await stableQueries.SeriesAsync(version.Release, CancellationToken.None);
        Vulnerabilities = await vulnerabilities.OfReleaseAsync(version.Release, CancellationToken.None);
    }
}
