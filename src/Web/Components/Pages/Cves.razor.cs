using System.Globalization;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Api;
using KernelTracker.Web.Components.Parts;
using KernelTracker.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>The kernel's CVE records by year and by what they mean for a series.</summary>
public sealed partial class Cves(VulnerabilityQueries queries)
{
    private const int PageSize = 100;

    [SupplyParameterFromQuery(Name = "year")]
    private string? YearText { get; set; }

    [SupplyParameterFromQuery(Name = "series")]
    private string? SeriesText { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    private string? StateText { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    private string? Problem { get; set; }

    private bool IsMissing { get; set; }

    private VulnerabilityFilter Filter { get; set; } = new();

    private PageOf<VulnerabilityLine>? List { get; set; }

    private IReadOnlyList<(int Year, int Count)> Years { get; set; } = [];

    private IReadOnlyList<(string Series, SeriesState State, int Open, int Fixed)> Series { get; set; } = [];

    private string Words
    {
        get
        {
            var series = Filter.Series is { } wanted ? StableVersion.NameOf(wanted) : null;
            var state = (series, Filter.IsOpen) switch
            {
                (null, _) => null,
                (_, true) => $"open in {series}",
                (_, false) => $"fixed in {series}",
                _ => $"that concern {series}",
            };
            return string.Join(", ", new[] { Filter.Year is { } year ? $"of {year.ToString(CultureInfo.InvariantCulture)}" : null, state }.OfType<string>());
        }
    }

    protected override async Task OnInitializedAsync()
    {
        Years = await queries.YearsAsync(CancellationToken.None);
        if (Years.Count == 0)
        {
            (Problem, IsMissing) = ("No vulnerability records are tracked here.", true);
            return;
        }
        (var filter, Problem) = VulnerabilityFilterReader.Read(YearText, SeriesText, StateText);
        if (filter is null)
            return;
        Filter = filter;
        Series = await queries.SeriesAsync(CancellationToken.None);
        List = await queries.ListAsync(Filter, Pager.Number(PageText), PageSize, CancellationToken.None);
    }

    private static KernelVersion? Named(string series) => SeriesName.TryParse(series, out var version) ? version : null;
}
