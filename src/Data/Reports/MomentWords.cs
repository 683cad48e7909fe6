using System.Globalization;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>Moments and days in sentences.</summary>
public static class MomentWords
{
    /// <summary>A moment as it was asked for: "the end of 8 October 2014 UTC", "15 October 2008 17:23 UTC", "v2.6.31-rc1".</summary>
    public static string Of(Moment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return moment switch
        {
            { IsDay: true, Time: { } day } => $"the end of {ReportText.Day(DateOnly.FromDateTime(day.UtcDateTime))} UTC",
            { Time: { } time } => Of(time),
            _ => moment.ToString(),
        };
    }

    /// <summary>A moment with its offset: "9 June 2009 20:05 −0700", "… UTC" at offset 0.</summary>
    public static string Of(DateTimeOffset value)
    {
        var offset = value.Offset == TimeSpan.Zero
            ? "UTC"
            : string.Create(CultureInfo.InvariantCulture, $"{(value.Offset < TimeSpan.Zero ? '−' : '+')}{value.Offset:hhmm}");
        return $"{value.ToString("d MMMM yyyy HH:mm", CultureInfo.InvariantCulture)} {offset}";
    }
}
