using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>Every release with its figures and candidates.</summary>
public sealed partial class Releases(ReleaseQueries releases)
{
    private const string NewestFirst = "-version";

    /// <summary>The order of the table: a column, "-" before it for descending.</summary>
    [SupplyParameterFromQuery(Name = "sort")]
    private string? Sort { get; set; }

    [CascadingParameter]
    private SiteState? State { get; set; }

    private IReadOnlyList<ReleaseFigures> All { get; set; } = [];

    private string Order => string.IsNullOrEmpty(Sort) ? NewestFirst : Sort;

    private ReleaseFigures? First => All.LastOrDefault(r => r.IsReleased);

    private ReleaseFigures? Last => All.FirstOrDefault(r => r.IsReleased);

    private string Alt => All.Where(r => r.Previous is not null).MaxBy(r => r.Changesets) is { } largest
        ? $"Chart of changesets by release; the largest is {largest.Version} with {Say.Count(largest.Changesets)}."
        : "Chart without a release.";

    protected override async Task OnInitializedAsync() => All = await releases.ListAsync(CancellationToken.None);
}
