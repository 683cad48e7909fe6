using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KernelTracker.Data.Model;

/// <summary>
/// The version of a stable update, or of its candidate in review: X.Y.Z after v3.0, 2.6.N.M before.
/// Ordered by series, then by number, candidates before their update.
/// </summary>
/// <param name="Series">The mainline release that the series is based on: v3.16 for v3.16.4.</param>
/// <param name="Number">Number of the update within its series, from 1.</param>
/// <param name="Candidate">N of -rcN, as in "Linux 3.16.5-rc1"; null for the update itself.</param>
public readonly partial record struct StableVersion(KernelVersion Series, int Number, int? Candidate)
    : IComparable<StableVersion>
{
    /// <summary>The update this version leads to: v3.16.5 for v3.16.5-rc1.</summary>
    public StableVersion Update => this with { Candidate = null };

    /// <summary>The series as it is customarily named: "3.16", "2.6.32".</summary>
    public string SeriesName => NameOf(Series);

    /// <summary>A series as it is customarily named: "3.16", "2.6.32".</summary>
    public static string NameOf(KernelVersion series) => series.Release.ToString()[1..];

    /// <summary>Reads a tag name or version, with or without its leading v; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out StableVersion version)
    {
        version = default;
        if (text is null || Form().Match(text) is not { Success: true } match)
            return false;
        if (!KernelVersion.TryParse(match.Groups["series"].Value, out var series)
            || !int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number == 0)
            return false;
        int? candidate = null;
        if (match.Groups["rc"].Success)
        {
            if (!int.TryParse(match.Groups["rc"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var rc) || rc == 0)
                return false;
            candidate = rc;
        }
        version = new StableVersion(series, number, candidate);
        return true;
    }

    /// <inheritdoc />
    public int CompareTo(StableVersion other)
    {
        if (Series.CompareTo(other.Series) is var bySeries && bySeries != 0)
            return bySeries;
        return Number != other.Number
            ? Number.CompareTo(other.Number)
            : (Candidate ?? int.MaxValue).CompareTo(other.Candidate ?? int.MaxValue);
    }

    /// <summary>Compares by series and number.</summary>
    public static bool operator <(StableVersion left, StableVersion right) => left.CompareTo(right) < 0;

    /// <summary>Compares by series and number.</summary>
    public static bool operator >(StableVersion left, StableVersion right) => left.CompareTo(right) > 0;

    /// <summary>Compares by series and number.</summary>
    public static bool operator <=(StableVersion left, StableVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Compares by series and number.</summary>
    public static bool operator >=(StableVersion left, StableVersion right) => left.CompareTo(right) >= 0;

    /// <summary>The tag name, with its leading v: "v3.16.4", "v2.6.32.1", "v3.16.5-rc1".</summary>
    public override string ToString()
    {
        var update = string.Create(CultureInfo.InvariantCulture, $"{Series.Release}.{Number}");
        return Candidate is { } rc ? string.Create(CultureInfo.InvariantCulture, $"{update}-rc{rc}") : update;
    }

    // Numbers reach 400 and more in longterm series ("4.4.302"); a number of four digits leaves room.
    [GeneratedRegex(@"^v?(?<series>2\.6\.[0-9]{1,3}|[3-9]\.[0-9]{1,3}|[1-9][0-9]{1,2}\.[0-9]{1,3})\.(?<number>[0-9]{1,4})(-rc(?<rc>[0-9]{1,3}))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
