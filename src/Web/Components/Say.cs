using System.Globalization;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;

namespace KernelTracker.Web.Components;

/// <summary>How figures and dates are written on pages.</summary>
public static class Say
{
    /// <summary>A count with thousands separated: 2,936.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count with its noun: "1 changeset", "2,936 changesets".</summary>
    public static string Count(long value, string one, string? many = null) =>
        $"{Count(value)} {(value == 1 ? one : many ?? one + 's')}";

    /// <summary>A share in whole percent; "&lt; 1 %" rather than a false zero, a no-break space before the sign.</summary>
    public static string Share(long part, long whole)
    {
        if (whole == 0 || part == 0)
            return "0\u00a0%";
        var percent = 100.0 * part / whole;
        if (percent < 1)
            return "<\u00a01\u00a0%";
        // 99.7 is not "100 %" as long as something is missing.
        var rounded = part < whole ? Math.Min(99, Math.Round(percent)) : 100;
        return rounded.ToString(CultureInfo.InvariantCulture) + "\u00a0%";
    }

    /// <summary>A share with one decimal, where most are below a hundredth: "2.7 %", "&lt; 0.1 %".</summary>
    public static string FineShare(long part, long whole)
    {
        if (whole == 0 || part == 0)
            return "0\u00a0%";
        var percent = 100.0 * part / whole;
        return percent < 0.05 ? "<\u00a00.1\u00a0%" : percent.ToString("0.0", CultureInfo.InvariantCulture) + "\u00a0%";
    }

    /// <summary>An area in the middle of a sentence: "device drivers", "architecture-specific code", "filesystems and block I/O".</summary>
    public static string Area(Area area) => area.InSentence();

    /// <summary>A day: "9 June 2009".</summary>
    public static string Day(DateTimeOffset value) => value.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day: "9 June 2009".</summary>
    public static string Day(DateOnly value) => value.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day in a table: "9 Jun 2009".</summary>
    public static string ShortDay(DateOnly value) => value.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A moment as it was asked for: "the end of 8 October 2014 UTC", "15 October 2008 17:23 UTC", "v2.6.31-rc1".</summary>
    public static string Moment(Moment? moment) => moment is null ? "" : MomentWords.Of(moment);

    /// <summary>A moment with its offset: "9 June 2009 20:05 −0700", "… UTC" at offset 0.</summary>
    public static string Moment(DateTimeOffset value) => MomentWords.Of(value);
}
