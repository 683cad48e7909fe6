using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;

namespace KernelTracker.Web.Components.Pages;

/// <summary>Where mainline stands, its merge window, the latest releases.</summary>
public sealed partial class Home(ReleaseQueries releases, RangeQueries ranges, WindowQueries windows, HardwareQueries hardware, StableQueries stableQueries, TimeProvider clock)
{
    private const int Shown = 8;
    private const int LatestShown = 6;
    private const int HardwareShown = 10;

    private IReadOnlyList<ReleaseFigures> Releases { get; set; } = [];

    private MainlineSummary? Summary { get; set; }

    private Forecast? Forecast { get; set; }

    private RangeReport? Report { get; set; }

    private StableSummary? Stable { get; set; }

    private IReadOnlyList<HardwareEntry> NewHardware { get; set; } = [];

    protected override async Task OnInitializedAsync()
    {
        Releases = await releases.ListAsync(CancellationToken.None);
        Summary = MainlineSummary.Of(Releases, clock.GetUtcNow());
        Forecast = Data.Reports.Forecast.Of(Releases, clock.GetUtcNow());
        if (Summary is { Newest.Version: var newest } && KernelVersion.TryParse(newest, out var version)
            && (await ranges.WindowAsync(version, null, null, CancellationToken.None)).Range is { } range)
            Report = await windows.ReportAsync(range, CancellationToken.None);
        Stable = StableSummary.Of(await stableQueries.ListAsync(CancellationToken.None));
        NewHardware = [.. (await hardware.NewestAsync(new HardwareFilter(), HardwareShown, CancellationToken.None)).Select(i => new HardwareEntry(i, IsNewest: false))];
    }
}
