using KernelTracker.Data.Queries;
using KernelTracker.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>Search over configuration symbols, and what each release did to them in numbers.</summary>
public sealed partial class Kconfig(KconfigSearch search, KconfigQueries queries)
{
    private const int PageSize = 50;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    private PageOf<KconfigHit>? Hits { get; set; }

    private IReadOnlyList<KconfigRelease> Releases { get; set; } = [];

    protected override async Task OnInitializedAsync()
    {
        Releases = await queries.ReleasesAsync(CancellationToken.None);
        if (!string.IsNullOrWhiteSpace(Query))
            Hits = await search.FindAsync(Query, Pager.Number(PageText), PageSize, CancellationToken.None);
    }
}
