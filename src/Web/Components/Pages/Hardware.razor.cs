using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Api;
using KernelTracker.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>Search for hardware, or what there is when nothing is asked for.</summary>
public sealed partial class Hardware(HardwareQueries hardware)
{
    private const int APage = 25;
    private const int NewestShown = 10;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "category")]
    private string? Category { get; set; }

    [SupplyParameterFromQuery(Name = "vendor")]
    private string? Vendor { get; set; }

    [SupplyParameterFromQuery(Name = "release")]
    private string? Release { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private string? To { get; set; }

    [SupplyParameterFromQuery(Name = "bus")]
    private string? Bus { get; set; }

    [SupplyParameterFromQuery(Name = "driver")]
    private string? Driver { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    private string? Problem { get; set; }

    private HardwareFilter Filter { get; set; } = new();

    private HardwareList? List { get; set; }

    private IReadOnlyList<HardwareReleaseCount> Counts { get; set; } = [];

    private IReadOnlyList<HardwareItem> Newest { get; set; } = [];

    /// <summary>Nothing is asked for.</summary>
    private bool IsStart => Filter == new HardwareFilter() && string.IsNullOrEmpty(PageText);

    protected override async Task OnInitializedAsync()
    {
        var (filter, problem) = HardwareFilterReader.Read(Query, Category, Vendor, Release, From, To, Bus, Driver);
        Problem = problem;
        if (filter is null)
            return;
        Filter = filter;
        List = await hardware.ListAsync(filter, Pager.Number(PageText), APage, CancellationToken.None);
        if (!IsStart)
            return;
        Counts = await hardware.CountsAsync(CancellationToken.None);
        Newest = await hardware.NewestAsync(filter, NewestShown, CancellationToken.None);
    }

    /// <summary>The list limited to a value as a facet gives it.</summary>
    private string With(string? category = null, string? release = null, string? bus = null)
    {
        var filter = Filter;
        if (HardwareCategoryNames.TryParse(category, out var heading))
            filter = filter with { Category = heading };
        if (KernelVersion.TryParse(release, out var version))
            filter = filter with { From = version, To = version };
        if (DeviceBusNames.TryParse(bus, out var known))
            filter = filter with { Bus = known };
        return Links.Hardware(filter);
    }
}
