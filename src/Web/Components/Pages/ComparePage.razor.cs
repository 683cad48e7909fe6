using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Web.Api;
using KernelTracker.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>What lies between two moments of mainline, over as many releases as it takes.</summary>
public sealed partial class ComparePage(CompareQueries compare, WindowReader reports, PullListQueries pullLists, ReleaseQueries releases)
{
    private const int PullsAPage = 60;

    /// <summary>The two moments, from the address: "v2.6.28...v2.6.30".</summary>
    [Parameter]
    public string? Pair { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private string? To { get; set; }

    /// <summary>Page of the list of pulls.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    private string? Problem { get; set; }

    private bool IsMissing { get; set; }

    private WindowContent? Content { get; set; }

    private PageOf<PullLine>? Pulls { get; set; }

    /// <summary>Releases and candidates to choose from, newest first.</summary>
    private IReadOnlyList<string> Tags { get; set; } = [];

    protected override async Task OnInitializedAsync()
    {
        Tags = [.. (await releases.ListAsync(CancellationToken.None)).SelectMany(r =>
            r.Candidates.Select(c => c.Version).Append(r.IsReleased ? r.Version : null).OfType<string>().Reverse())];
        if (Pair is null)
        {
            // Readable moments lead to the comparison's own address before this page is asked.
            if ((From is not null || To is not null) && !MomentPair.TryParse(From, To, out _, out var wrong))
                Problem = wrong;
            return;
        }
        if (MomentPair.TryParse(Pair, out var pair, out _))
            (From, To) = (pair.From.ToString(), pair.To.ToString());
        (var range, Problem, IsMissing) = await RangeReader.ReadAsync(Pair, compare, CancellationToken.None);
        if (range is null)
            return;
        Content = await reports.ReadAsync(range, CancellationToken.None);
        Pulls = await pullLists.ListAsync(range, null, Pager.Number(PageText), PullsAPage, CancellationToken.None);
    }
}
