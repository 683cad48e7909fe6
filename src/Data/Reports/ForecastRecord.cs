using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>What the rule would have said about a past release, and what happened.</summary>
/// <param name="Version">The release.</param>
/// <param name="Range">What was to be expected then.</param>
/// <param name="Happened">The day on which it happened, by the committer's clock like every day of a tag.</param>
public sealed record ForecastTrial(string Version, ForecastRange Range, DateOnly Happened)
{
    /// <summary>It happened within the range.</summary>
    public bool IsHit => Range.Holds(Happened);

    /// <summary>Days before (negative) or after the range; 0 within it.</summary>
    public int DaysOff => Happened < Range.Earliest ? Happened.DayNumber - Range.Earliest.DayNumber
        : Happened > Range.Latest ? Happened.DayNumber - Range.Latest.DayNumber
        : 0;
}

/// <summary>Trials of one kind of forecast.</summary>
/// <param name="What">What was foretold: "close of the merge window".</param>
/// <param name="When">When the forecast would have been made: "at the opening of the window".</param>
/// <param name="Trials">A trial for each release, newest first.</param>
public sealed record ForecastTrials(string What, string When, IReadOnlyList<ForecastTrial> Trials)
{
    /// <summary>How often it held.</summary>
    public int Hits => Trials.Count(t => t.IsHit);

    /// <summary>"The close of the merge window, foretold at the opening of the window: held for 10 of the last 10 releases."</summary>
    public string Sentence => Trials.Count == 0
        ? $"The {What}, foretold {When}: no past release has enough cycles before it."
        : FormattableString.Invariant($"The {What}, foretold {When}: held for {Hits} of the last {Trials.Count} releases.");
}

/// <summary>How well <see cref="Forecast"/> would have done on past releases, each judged by what was known then.</summary>
public static class ForecastRecord
{
    /// <summary>As many past releases are tried.</summary>
    private const int Trials = 10;

    /// <summary>The trials: close of the window and release from its opening, release from -rc1.</summary>
    /// <param name="releases">Every release, newest first.</param>
    public static IReadOnlyList<ForecastTrials> Of(IReadOnlyList<ReleaseFigures> releases)
    {
        ArgumentNullException.ThrowIfNull(releases);
        var (opening, close, release) = (CycleStage.Opening, CycleStage.Candidate(1), CycleStage.Release);
        return
        [
            new ForecastTrials("close of the merge window", "at its opening", Try(releases, opening, close)),
            new ForecastTrials("release", "at the opening of its window", Try(releases, opening, release)),
            new ForecastTrials("release", "at -rc1", Try(releases, close, release)),
        ];
    }

    private static List<ForecastTrial> Try(IReadOnlyList<ReleaseFigures> releases, CycleStage from, CycleStage to) =>
    [
        .. releases.Select((release, index) =>
        {
            if (from.Of(release) is not { } start || to.Of(release) is not { } end)
                return null;
            // What was known then: the cycles before, all of them finished, and nothing of this one but its start.
            return new CycleHistory(releases.Skip(index + 1)).Expect(from, start, to, start) is { } range
                ? new ForecastTrial(release.Version, range, DateOnly.FromDateTime(end.DateTime))
                : null;
        }).OfType<ForecastTrial>().Take(Trials),
    ];
}
