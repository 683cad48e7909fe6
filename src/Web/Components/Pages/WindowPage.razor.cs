using System.Globalization;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>The merge window of a release, at any moment and between any two.</summary>
public sealed partial class WindowPage(
    ReleaseQueries releases, RangeQueries ranges, WindowReader reports, PullListQueries pullLists, TimeProvider clock)
{
    private const int PullsAPage = 60;

    /// <summary>The release, from the address.</summary>
    [Parameter, EditorRequired]
    public required string Version { get; set; }

    /// <summary>As of which moment.</summary>
    [SupplyParameterFromQuery(Name = "asOf")]
    private string? AsOf { get; set; }

    /// <summary>Since which moment.</summary>
    [SupplyParameterFromQuery(Name = "since")]
    private string? Since { get; set; }

    /// <summary>Page of the list of pulls.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    private string? Problem { get; set; }

    private bool IsMissing { get; set; }

    private ReleaseFigures? Release { get; set; }

    private RangeReport? Report { get; set; }

    private PageOf<PullLine>? Pulls { get; set; }

    private HardwareReleaseList? Hardware { get; set; }

    private NotableList? Notable { get; set; }

    private PeopleReport? People { get; set; }

    private IReadOnlyList<WindowPart> Parts { get; set; } = [];

    private ReportSummary? Summed { get; set; }

    private FlowReport? Flow { get; set; }

    private Forecast? Forecast { get; set; }

    private MainlineSummary? Summary { get; set; }

    private string Title => Report is { Range: { CutAt: { } asOf } range } && !string.IsNullOrEmpty(AsOf)
        ? $"{range.Version} merge window, as of {asOf}"
        : Heading;

    /// <summary>The moment lies after -rc1, so what is shown is more than the window.</summary>
    private bool IsBeyondWindow =>
        Release is { State: not ReleaseState.WindowOpen, WindowTime: { } end } && Report?.Range.Tip is { } tip && tip.Committed > end;

    private string Heading => Report is { Range: var range } && IsBeyondWindow
        ? range.IsWhole || range.CutAt is not { } cut ? range.Version : $"{range.Version} as of {Say.Moment(cut)}"
        : $"{Release?.Version} merge window";

    private PullFilter PullsOf => new() { Release = KernelVersion.TryParse(Release?.Version, out var version) ? version : null };

    private string? DayOfWindow => Release?.State == ReleaseState.WindowOpen && Summary?.Day is { } day
        ? Summary.UsualWindowDays is { } usual ? $"day {day} of about {Math.Max(usual, day)}" : $"day {day}"
        : null;

    /// <summary>Where a window that has closed stood at the moment asked for; null while it is open, and for more than the window.</summary>
    private string? ClosedWindow
    {
        get
        {
            if (IsBeyondWindow || Release is not { State: not ReleaseState.WindowOpen, Opened: { } opened, WindowTime: { } closed })
                return null;
            var length = Math.Max(1, (int)Math.Round((closed - opened).TotalDays));
            if (Report?.Range.Tip is not { } tip || tip.Committed >= closed)
                return $"closed on {Say.Day(closed)} after {Say.Count(length, "day")}";
            var day = Math.Max(1, (int)(tip.Committed - opened).TotalDays + 1);
            return $"day {day} of {Math.Max(length, day)}";
        }
    }

    protected override async Task OnInitializedAsync()
    {
        if (!KernelVersion.TryParse(Version, out var version))
        {
            (Problem, IsMissing) = ($"“{Version}” is not the version of a mainline release; they look like v2.6.30 or v3.18.", true);
            return;
        }
        var all = await releases.ListAsync(CancellationToken.None);
        Release = all.FirstOrDefault(r => r.Version == version.Release.ToString());
        if (!TryRead(AsOf, out var asOf) || !TryRead(Since, out var since))
            return;
        var answer = await ranges.WindowAsync(version, asOf, since, CancellationToken.None);
        (Problem, IsMissing) = (answer.Problem, answer.IsMissing);
        if (answer.Range is not { } range || Release is null)
            return;
        var content = await reports.ReadAsync(range, CancellationToken.None);
        (Report, Hardware, Notable, People) = content;
        (Summed, Flow) = (content.Summary, content.Flow);
        Summary = Release == all[0] ? MainlineSummary.Of(all, clock.GetUtcNow()) : null;
        Forecast = Summary is not null && string.IsNullOrEmpty(AsOf) ? Data.Reports.Forecast.Of(all, clock.GetUtcNow()) : null;
        Parts = WindowPart.Of(Release);
        Pulls = await pullLists.ListAsync(range, null, Pager.Number(PageText), PullsAPage, CancellationToken.None);
    }

    private bool TryRead(string? text, out Moment? moment)
    {
        moment = null;
        if (string.IsNullOrWhiteSpace(text) || Moment.TryParse(text, out moment))
            return true;
        Problem = $"“{text}” is no moment. Write {Moment.Forms}.";
        return false;
    }

    private bool IsCurrent(WindowPart part) =>
        !(string.IsNullOrEmpty(AsOf) && string.IsNullOrEmpty(Since))
        && (string.IsNullOrEmpty(AsOf) ? null : Report?.Range.AsOf)?.ToString() == part.AsOf?.ToString()
        && Report?.Range.Since?.ToString() == part.Since?.ToString();

    private string PageAddress(int page) =>
        Links.Release(Release!.Version) + "/window" + Links.Query(
            ("asOf", AsOf), ("since", Since), ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture))) + "#pulls";
}
