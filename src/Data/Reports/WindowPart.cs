using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>A part of a merge window, as a weekly page would report it.</summary>
/// <param name="Number">Number of the part, from 1.</param>
/// <param name="Since">Where it begins; null for the previous release.</param>
/// <param name="AsOf">Where it ends; null for the end of the window.</param>
/// <param name="End">The day on which it ends.</param>
public sealed record WindowPart(int Number, Moment? Since, Moment? AsOf, DateOnly End)
{
    private const int Week = 7;

    /// <summary>A last part shorter than this is told with the one before.</summary>
    private const int Shortest = 3;

    /// <summary>Where the weekly parts of a window are cut.</summary>
    public static IReadOnlyList<Moment> Cuts(ReleaseFigures release) => [.. Of(release).Select(p => p.AsOf).OfType<Moment>()];

    /// <summary>The weekly parts of a window; one part when it lasted no longer than a week; none when it has no dates.</summary>
    public static IReadOnlyList<WindowPart> Of(ReleaseFigures release)
    {
        ArgumentNullException.ThrowIfNull(release);
        if (release.Opened is not { } opened || release.WindowTime is not { } closed || closed < opened)
            return [];
        var first = DateOnly.FromDateTime(opened.UtcDateTime);
        var last = DateOnly.FromDateTime(closed.UtcDateTime);
        var parts = new List<WindowPart>();
        Moment? since = null;
        for (var end = first.AddDays(Week); end.AddDays(Shortest) <= last; end = end.AddDays(Week))
        {
            var moment = Moment.EndOf(end);
            parts.Add(new WindowPart(parts.Count + 1, since, moment, end));
            since = moment;
        }
        parts.Add(new WindowPart(parts.Count + 1, since, null, last));
        return parts;
    }
}
