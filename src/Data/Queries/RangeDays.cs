namespace KernelTracker.Data.Queries;

/// <summary>Sums a chain by day.</summary>
public static class RangeDays
{
    /// <summary>The days with intake, oldest first.</summary>
    public static IReadOnlyList<DayFigures> Of(ReleaseRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        var days = new List<DayFigures>();
        var total = 0;
        foreach (var day in range.Chain.GroupBy(c => c.Day).OrderBy(g => g.Key))
        {
            var count = day.Sum(c => c.Changesets);
            total += count;
            days.Add(new DayFigures(day.Key, count, total));
        }
        return days;
    }
}
