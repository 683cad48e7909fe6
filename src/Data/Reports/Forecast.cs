using System.Globalization;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>A candidate that is to come.</summary>
/// <param name="Version">Its tag: "v3.18-rc3".</param>
/// <param name="Range">When it is to be expected.</param>
/// <param name="Had">How many of the last cycles had a candidate of that number.</param>
/// <param name="Of">How many cycles that is.</param>
public sealed record CandidateForecast(string Version, ForecastRange Range, int Had, int Of);

/// <summary>
/// When the release in the making is to be expected, from the dates of past cycles alone: the time from the stage that
/// was reached last to the one to come, as the last ten cycles took it that had both.
/// </summary>
/// <param name="Version">The release.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Stage">The stage it has reached, as in a sentence: "the opening of the window", "-rc3".</param>
/// <param name="Reference">The moment the forecast is made at.</param>
/// <param name="IsLive">The reference is the present; false for a history that ends in the past, where it is the tip's date.</param>
/// <param name="WindowClose">When -rc1 closes the window; null when it is out, or no forecast can be made.</param>
/// <param name="Candidates">The next candidates, as far as half of the past cycles had them.</param>
/// <param name="Release">When it is released; null when it takes longer than past cycles, or there are too few of them.</param>
/// <param name="IsOverdue">What comes next is later than past cycles let it be expected.</param>
public sealed record Forecast(
    string Version, ReleaseState State, string Stage, DateTimeOffset Reference, bool IsLive,
    ForecastRange? WindowClose, IReadOnlyList<CandidateForecast> Candidates, ForecastRange? Release, bool IsOverdue)
{
    /// <summary>The rule in words.</summary>
    public const string Rule =
        "From the stage that the cycle has reached, the time to the next one as the last ten cycles took it that had both: "
        + "the range is their 10 % to 90 % quantiles, the likely day their median. Cycles that were past that stage sooner than this one do not count.";

    private const int MostCandidates = 3;

    /// <summary>The forecast; null when nothing is in the making.</summary>
    /// <param name="releases">Every release, newest first.</param>
    /// <param name="now">The present.</param>
    public static Forecast? Of(IReadOnlyList<ReleaseFigures> releases, DateTimeOffset now)
    {
        if (MainlineSummary.Of(releases, now) is not { Newest: { IsReleased: false } making } summary
            || !KernelVersion.TryParse(making.Version, out var version))
            return null;
        var past = new CycleHistory(releases.Skip(1));
        var stage = making.NewestCandidate is { } newest ? CycleStage.Candidate(newest.Number) : CycleStage.Opening;
        if (stage.Of(making) is not { } passed)
            return null;
        var candidates = new List<CandidateForecast>();
        for (var number = stage.Number + 1; candidates.Count < MostCandidates; number++)
        {
            var (had, of) = past.Share(CycleStage.Candidate(number));
            if (had * 2 < of || past.Expect(stage, passed, CycleStage.Candidate(number), summary.Reference) is not { } range)
                break;
            candidates.Add(new CandidateForecast((version.Release with { Candidate = number }).ToString(), range, had, of));
        }
        // The window closes in every cycle; after -rc1, the release is the only stage that has to come.
        var next = making.State == ReleaseState.WindowOpen ? CycleStage.Candidate(1) : CycleStage.Release;
        var release = ReleaseOf(past, making, stage, summary.Reference);
        var close = making.State == ReleaseState.WindowOpen ? past.Expect(stage, passed, next, summary.Reference) : null;
        return new Forecast(
            making.Version,
            making.State,
            stage.ToString(),
            summary.Reference,
            summary.IsLive,
            close,
            candidates,
            release,
            (making.State == ReleaseState.WindowOpen ? close : release) is null && past.Expect(stage, passed, next, passed) is not null);
    }

    /// <summary>From the newest stage of which enough past cycles tell something.</summary>
    private static ForecastRange? ReleaseOf(CycleHistory past, ReleaseFigures making, CycleStage newest, DateTimeOffset now)
    {
        for (var number = newest.Number; number >= 0; number--)
        {
            var stage = number == 0 ? CycleStage.Opening : CycleStage.Candidate(number);
            if (stage.Of(making) is { } passed && past.Expect(stage, passed, CycleStage.Release, now) is { } range)
                return range;
        }
        return null;
    }

    /// <summary>The forecast in a sentence; null when none can be made.</summary>
    public string? Sentence
    {
        get
        {
            var verb = IsLive ? "is" : "was";
            var close = WindowClose is { } window ? $"the {Version} merge window {verb} to close {Days(window)}" : null;
            var release = Release is { } range ? $"{(close is null ? Version : "the release")} {verb} to be expected {Days(range)}" : null;
            var late = !IsOverdue ? null
                : WindowClose is null && State == ReleaseState.WindowOpen ? $"The {Version} merge window has been open longer than in past cycles."
                : $"Since {Stage}, {Version} has taken longer than past cycles.";
            var expected = (close ?? release) is null ? null : $"{Lead} {string.Join(" and ", new[] { close, release }.OfType<string>())}.";
            return (late, expected) is (null, null) ? null : string.Join(' ', new[] { late, expected }.OfType<string>());
        }
    }

    private string Lead => IsLive
        ? "Going by past cycles,"
        : $"As of the last commit of this history ({ReportText.Day(DateOnly.FromDateTime(Reference.DateTime))}), going by past cycles,";

    /// <summary>A range of days in a sentence: "between 24 September and 3 October 2009".</summary>
    public static string Days(ForecastRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        var (from, to) = (range.Earliest, range.Latest);
        if (from == to)
            return $"on {ReportText.Day(from)}";
        var first = from.Year != to.Year ? ReportText.Day(from)
            : from.ToString(from.Month == to.Month ? "%d" : "d MMMM", CultureInfo.InvariantCulture);
        return $"between {first} and {ReportText.Day(to)}";
    }
}
