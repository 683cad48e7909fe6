using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;

namespace KernelTracker.Web.Components.Pages;

/// <summary>When the release in the making is to be expected, and how well the rule did on past ones.</summary>
public sealed partial class ForecastPage(ReleaseQueries releases, TimeProvider clock)
{
    private Forecast? Forecast { get; set; }

    private IReadOnlyList<ForecastTrials> Record { get; set; } = [];

    protected override async Task OnInitializedAsync()
    {
        var all = await releases.ListAsync(CancellationToken.None);
        Forecast = Data.Reports.Forecast.Of(all, clock.GetUtcNow());
        Record = ForecastRecord.Of(all);
    }

    private static string Verdict(ForecastTrial trial) => trial.DaysOff switch
    {
        0 => "yes",
        < 0 => $"no, {Say.Count(-trial.DaysOff, "day")} early",
        _ => $"no, {Say.Count(trial.DaysOff, "day")} late",
    };
}
