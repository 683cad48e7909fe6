using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Api;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>The hardware that a release newly supports, as of any moment and between any two.</summary>
public sealed partial class ReleaseHardware(RangeQueries ranges, HardwareQueries hardware)
{
    /// <summary>The release, from the address.</summary>
    [Parameter, EditorRequired]
    public required string Version { get; set; }

    /// <summary>Only this heading.</summary>
    [SupplyParameterFromQuery(Name = "category")]
    private string? CategoryText { get; set; }

    /// <summary>As of which moment.</summary>
    [SupplyParameterFromQuery(Name = "asOf")]
    private string? AsOf { get; set; }

    /// <summary>Since which moment.</summary>
    [SupplyParameterFromQuery(Name = "since")]
    private string? Since { get; set; }

    /// <summary>"table" for tables instead of running text.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    private string? View { get; set; }

    private string? Problem { get; set; }

    private bool IsMissing { get; set; }

    private HardwareCategory? Category { get; set; }

    private HardwareReleaseList? List { get; set; }

    private bool IsTable => View == "table";

    private HardwareFilter OfRelease { get; set; } = new();

    protected override async Task OnInitializedAsync()
    {
        var (category, wrong) = HardwareFilterReader.Category(CategoryText);
        if (wrong is not null)
        {
            Problem = wrong;
            return;
        }
        Category = category;
        var (range, problem, isMissing) = await RangeReader.ReadAsync(Version, AsOf, Since, ranges.FindAsync, CancellationToken.None);
        (Problem, IsMissing) = (problem, isMissing);
        if (range is null)
            return;
        // All headings, whichever is shown: the page counts them.
        List = await hardware.ReleaseListAsync(range, null, CancellationToken.None);
        if (KernelVersion.TryParse(range.Version, out var version))
            OfRelease = new HardwareFilter { From = version, To = version, Category = category };
    }

    private string Address(HardwareCategory? category) =>
        Links.ReleaseHardware(List!.Range.Version, category, List.Range.AsOf, List.Range.Since, IsTable ? "table" : null);

    private static string Heading(ReleaseRange range) =>
        $"New hardware in {range.Version}" + (range.CutAt is { } asOf ? $", as of {Say.Moment(asOf)}" : "");

    private static string Lede(HardwareReleaseList list)
    {
        var range = list.Range;
        var since = range.Since is { } moment ? $"new since {Say.Moment(moment)}" : $"that {range.Previous} did not support";
        var soFar = range.State == ReleaseState.Released || range.AsOf is not null ? "" : " so far";
        return $"{Say.Count(list.Count, "addition")}{soFar} in {Say.Count(list.Groups.Count, "category", "categories")}: devices, or families of devices with one driver, {since}.";
    }
}
