namespace KernelTracker.Data.Queries;

/// <summary>Dates as git stores them: UTC seconds and an offset in minutes.</summary>
public static class GitTime
{
    /// <summary>DateTimeOffset allows 14 hours; commits may claim more.</summary>
    private const int WidestOffset = 14 * 60;

    /// <summary>Seconds that <see cref="DateTimeOffset"/> can hold with any offset.</summary>
    private static readonly long Earliest = DateTimeOffset.MinValue.AddDays(1).ToUnixTimeSeconds();

    private static readonly long Latest = DateTimeOffset.MaxValue.AddDays(-1).ToUnixTimeSeconds();

    /// <summary>The moment in the commit's own offset; an impossible offset is read as the widest possible one.</summary>
    public static DateTimeOffset At(long seconds, int offsetMinutes) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, Earliest, Latest))
            .ToOffset(TimeSpan.FromMinutes(Math.Clamp(offsetMinutes, -WidestOffset, WidestOffset)));

    /// <summary>The calendar day in the commit's own offset.</summary>
    public static DateOnly Day(long seconds, int offsetMinutes) => DateOnly.FromDateTime(At(seconds, offsetMinutes).DateTime);
}
