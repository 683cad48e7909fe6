using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>A release: figures, days, areas, trees, candidates, developers, pulls.</summary>
public sealed partial class ReleasePage(
    ReleaseQueries releases, RangeQueries ranges, WindowQueries windows, PullListQueries pullLists, HardwareQueries hardwareLists, NotableQueries notableLists, PeopleQueries peopleQueries,
    StableQueries stableQueries, VulnerabilityQueries vulnerabilities)
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

    private PeopleReport? People { get; set; }

    private StableSeriesDetails? Stable { get; set; }

    private IReadOnlyList<VulnerabilityLine> Vulnerabilities { get; set; } = [];

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
        Release = await releases.FindAsync(version, CancellationToken.None);
        Report = await windows.ReportAsync(range, CancellationToken.None);
        Pulls = await pullLists.ListAsync(range, null, Pager.Number(PageText), PullsAPage, CancellationToken.None);
        Hardware = await hardwareLists.ReleaseListAsync(range, null, CancellationToken.None);
        Notable = await notableLists.OfRangeAsync(range, CancellationToken.None);
        People = await peopleQueries.ReportAsync(range, new ChangesetFilter(), CancellationToken.None);
        Stable = await stableQueries.SeriesAsync(version.Release, CancellationToken.None);
        Vulnerabilities = await vulnerabilities.OfReleaseAsync(version.Release, CancellationToken.None);
    }

    private static string Lede(ReleaseFigures release, RangeReport report)
    {
        var days = release.Days is { } d ? $" in {Say.Count(d, "day")}" : "";
        var weight = report.Areas.Count > 0 ? $" The weight is on {Say.Area(report.Areas[0].Area)}, with {Say.Share(report.Areas[0].Changesets, report.Changesets)} of the changesets." : "";
        return release.IsReleased
            ? $"{Say.Count(report.Changesets, "changeset")} by {Say.Count(report.Developers, "developer")}{days}.{weight}"
            : $"{Say.Count(report.Changesets, "changeset")} by {Say.Count(report.Developers, "developer")} so far{days}.{weight}";
    }
}
