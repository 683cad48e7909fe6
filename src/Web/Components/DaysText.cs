using KernelTracker.Data.Queries;

namespace KernelTracker.Web.Components;

/// <summary>What a chart of days shows, in words: for those who read the page without pictures.</summary>
public static class DaysText
{
    /// <summary>The chart as a sentence.</summary>
    public static string Alt(RangeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Days.Count == 0
            ? "Chart without a day: nothing has come in."
            : $"Chart of changesets by day from {Say.Day(report.Days[0].Day)} to {Say.Day(report.Days[^1].Day)}: {Say.Count(report.Changesets)} in all.";
    }

    /// <summary>The busiest day; null when nothing has come in.</summary>
    public static string? Busiest(RangeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Days.MaxBy(d => d.Changesets) is { Changesets: > 0 } day
            ? $"Busiest day: {Say.Day(day.Day)} with {Say.Count(day.Changesets, "changeset")}. A changeset counts on the day it reached mainline, by the clock of whoever merged it."
            : null;
    }
}
