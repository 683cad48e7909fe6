namespace KernelTracker.Data.Reports;

/// <summary>When something is to be expected, going by how long it took in past cycles.</summary>
/// <param name="Earliest">The day of the 10 % quantile of past lengths, rounded down, by the clock of whoever committed the stage it counts from.</param>
/// <param name="Likely">The day of their median.</param>
/// <param name="Latest">The day of the 90 % quantile, rounded up.</param>
/// <param name="Cycles">How many past cycles it stands on.</param>
public sealed record ForecastRange(DateOnly Earliest, DateOnly Likely, DateOnly Latest, int Cycles)
{
    /// <summary>Lower end of the range, as a share of past cycles.</summary>
    public const double Low = 0.1;

    /// <summary>Upper end of the range.</summary>
    public const double High = 0.9;

    /// <summary>Fewer past cycles make no range.</summary>
    public const int Fewest = 3;

    /// <summary>Whether a day lies within the range, its ends included.</summary>
    public bool Holds(DateOnly day) => Earliest <= day && day <= Latest;

    /// <summary>The range from past lengths, counted from a moment; null when there are too few.</summary>
    /// <param name="from">Where the count begins.</param>
    /// <param name="lengths">Past lengths.</param>
    internal static ForecastRange? Of(DateTimeOffset from, IReadOnlyCollection<TimeSpan> lengths)
    {
        if (lengths.Count < Fewest)
            return null;
        var days = lengths.Select(l => l.TotalDays).Order().ToList();
        var start = from.DateTime;
        return new ForecastRange(
            DateOnly.FromDateTime(start.AddDays(Math.Floor(Quantile(days, Low)))),
            DateOnly.FromDateTime(start.AddDays(Quantile(days, 0.5))),
            DateOnly.FromDateTime(start.AddDays(Math.Ceiling(Quantile(days, High)))),
            lengths.Count);
    }

    /// <summary>The quantile with linear interpolation between neighbours.</summary>
    /// <param name="sorted">Values by size, at least one.</param>
    /// <param name="share">0 for the smallest, 1 for the largest.</param>
    internal static double Quantile(IReadOnlyList<double> sorted, double share)
    {
        var place = (sorted.Count - 1) * share;
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
    }
}
