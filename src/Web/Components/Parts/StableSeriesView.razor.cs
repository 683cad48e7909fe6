using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>A stable series: where it stands, every update over time.</summary>
public sealed partial class StableSeriesView
{
    /// <summary>The series.</summary>
    [Parameter, EditorRequired]
    public required StableSeriesDetails Details { get; set; }

    private StableSeriesSummary Series => Details.Summary;

    private string Feed => Links.StableFeed(Series.Name);

    private string Lede
    {
        get
        {
            if (Details.Updates.Count == 0)
                return "No update yet.";
            var counted = Details.Updates.Where(u => u.Changesets is not null).ToList();
            var span = Details.Updates is [var newest, .., var oldest]
                ? $"{Say.Count(Details.Updates.Count, "update")} from {oldest.Version} of {Say.Day(oldest.Time)} to {newest.Version} of {Say.Day(newest.Time)}"
                : $"One update, {Details.Updates[0].Version} of {Say.Day(Details.Updates[0].Time)}";
            return counted.Count == 0
                ? span + "; their changesets are not known."
                : $"{span}: {Say.Count(counted.Sum(u => (long)u.Changesets!), "changeset")}{(counted.Count == Details.Updates.Count ? "" : counted.Count == 1 ? $" in {counted[0].Version}, the only one whose changesets are known" : $" in the {Say.Count(counted.Count)} whose changesets are known")}.";
        }
    }

    private string ChartAlt => Details.Updates.Where(u => u.Changesets is not null).MaxBy(u => u.Changesets) is { } largest
        ? $"Chart of changesets by update of {Series.Name}; the largest is {largest.Version} with {Say.Count(largest.Changesets!.Value)}."
        : $"Chart of the updates of {Series.Name}: the changesets of none are known.";
}
