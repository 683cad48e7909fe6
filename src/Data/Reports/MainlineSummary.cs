using System.Globalization;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>Where mainline stands, in a sentence and in the figures behind it.</summary>
/// <param name="Newest">The newest release, perhaps still in the making.</param>
/// <param name="Released">The newest tagged release; null without any.</param>
/// <param name="Day">Day of the window or of the cycle at <paramref name="Reference"/>, from 1; null once released.</param>
/// <param name="UsualWindowDays">Median length of the last ten merge windows in days; null without any.</param>
/// <param name="Reference">The moment to which <paramref name="Day"/> refers.</param>
/// <param name="IsLive">The reference is the present; false for a history that ends in the past, where it is the tip's date.</param>
public sealed record MainlineSummary(
    ReleaseFigures Newest, ReleaseFigures? Released, int? Day, int? UsualWindowDays, DateTimeOffset Reference, bool IsLive)
{
    /// <summary>A tree without a commit for so long is an archive: counting its days on would mislead.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(14);

    private const int WindowsForUsual = 10;

    /// <summary>Sums up; null without a release.</summary>
    /// <param name="releases">Every release, newest first.</param>
    /// <param name="now">The present.</param>
    public static MainlineSummary? Of(IReadOnlyList<ReleaseFigures> releases, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(releases);
        if (releases.Count == 0)
            return null;
        var newest = releases[0];
        var isLive = now - newest.Time <= Quiet;
        var reference = isLive ? now : newest.Time;
        int? day = newest.IsReleased || newest.Opened is not { } opened ? null
            : Math.Max(1, (int)(reference - opened).TotalDays + 1);
        return new MainlineSummary(newest, releases.FirstOrDefault(r => r.IsReleased), day, Usual(releases), reference, isLive);
    }

    /// <summary>The state as a sentence or two, without markup.</summary>
    public string Sentence
    {
        get
        {
            var released = Released is { } r ? $"{r.Version} was released on {Date(r.Time)}" : null;
            var state = Newest.State switch
            {
                ReleaseState.WindowOpen => $"the {Newest.Version} merge window is open{DayOfWindow}",
                ReleaseState.Stabilizing when Newest.NewestCandidate is { } rc =>
                    $"{Newest.Version} is being stabilized: {rc.Version} came out on {Date(rc.Time)}",
                _ => null,
            };
            var text = (released, state) switch
            {
                (not null, not null) => $"{released}; {state}.",
                _ => $"{released ?? state ?? Newest.Version}.",
            };
            return Newest.IsReleased ? text
                : IsLive ? text + (DayOfCycle is { } live ? $" Today is {live}." : "")
                : $"{text} This history ends on {Date(Newest.Time)}{(DayOfCycle is { } last ? ", " + last : "")}.";
        }
    }

    private string DayOfWindow => Day is { } day
        ? UsualWindowDays is { } usual ? Invariant($", day {day} of about {Math.Max(usual, day)}") : Invariant($", day {day}")
        : "";

    private string? DayOfCycle => Newest.State == ReleaseState.Stabilizing && Day is { } day ? Invariant($"day {day} of the cycle") : null;

    private static int? Usual(IReadOnlyList<ReleaseFigures> releases)
    {
        var lengths = releases
            .Where(r => r is { State: not ReleaseState.WindowOpen, Opened: not null, WindowTime: not null })
            .Take(WindowsForUsual)
            .Select(r => (r.WindowTime!.Value - r.Opened!.Value).TotalDays)
            .Order().ToList();
        return lengths.Count == 0 ? null : (int)Math.Round(lengths[lengths.Count / 2]);
    }

    private static string Date(DateTimeOffset time) => time.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
