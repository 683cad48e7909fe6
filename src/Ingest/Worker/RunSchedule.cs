using Cronos;

namespace KernelTracker.Ingest.Worker;

/// <summary>When the next pass is due.</summary>
internal static class RunSchedule
{
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(6);

    /// <summary>The next moment of the schedule; after failures, not before a pause that doubles with each, up to six hours.</summary>
    /// <param name="schedule">Cron expression of five fields, in UTC.</param>
    /// <param name="now">The moment.</param>
    /// <param name="failuresInARow">Failed runs since the last good one.</param>
    /// <returns>Null when the schedule never comes again.</returns>
    public static DateTimeOffset? Next(string schedule, DateTimeOffset now, int failuresInARow)
    {
        var earliest = failuresInARow == 0 ? now : now + BackOff(failuresInARow);
        return CronExpression.Parse(schedule).GetNextOccurrence(earliest, TimeZoneInfo.Utc);
    }

    /// <summary>The pause after so many failures in a row.</summary>
    public static TimeSpan BackOff(int failuresInARow) =>
        failuresInARow > 12 ? LongestBackOff : Min(FirstBackOff * Math.Pow(2, failuresInARow - 1), LongestBackOff);

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
