using KernelTracker.Data.Model;

namespace KernelTracker.Data.Reports;

/// <summary>When something is to be expected.</summary>
public sealed record ForecastRangeDocument(DateOnly Earliest, DateOnly Likely, DateOnly Latest, int Cycles)
{
    internal static ForecastRangeDocument? Of(ForecastRange? range) =>
        range is null ? null : new ForecastRangeDocument(range.Earliest, range.Likely, range.Latest, range.Cycles);
}

/// <summary>A candidate to come: its tag, when it is expected, how many of the last cycles had one of that number.</summary>
public sealed record CandidateForecastDocument(string Version, ForecastRangeDocument Expected, int Had, int Of);

/// <summary>The release in the making as past cycles let it be expected.</summary>
/// <param name="Version">The release.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reference">The moment the forecast is made at.</param>
/// <param name="Live">The reference is the present; else the date of the newest commit.</param>
/// <param name="WindowClose">When -rc1 closes the window; null when it is out.</param>
/// <param name="Candidates">The next candidates.</param>
/// <param name="Release">When it is released; null when past cycles do not tell.</param>
/// <param name="Sentence">The forecast in a sentence; null when there is none.</param>
public sealed record ForecastDocument(
    string Version, ReleaseState State, DateTimeOffset Reference, bool Live,
    ForecastRangeDocument? WindowClose, IReadOnlyList<CandidateForecastDocument> Candidates, ForecastRangeDocument? Release, string? Sentence)
{
    /// <summary>The document of a forecast.</summary>
    public static ForecastDocument Of(Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        return new ForecastDocument(
            forecast.Version, forecast.State, forecast.Reference, forecast.IsLive,
            ForecastRangeDocument.Of(forecast.WindowClose),
            [.. forecast.Candidates.Select(c => new CandidateForecastDocument(c.Version, ForecastRangeDocument.Of(c.Range)!, c.Had, c.Of))],
            ForecastRangeDocument.Of(forecast.Release),
            forecast.Sentence);
    }
}

/// <summary>A trial of the rule on a past release.</summary>
public sealed record ForecastTrialDocument(string Version, ForecastRangeDocument Expected, DateOnly Happened, bool Held, int DaysOff);

/// <summary>Trials of one kind.</summary>
public sealed record ForecastTrialsDocument(string What, string When, int Held, IReadOnlyList<ForecastTrialDocument> Trials)
{
    /// <summary>The document of some trials.</summary>
    public static ForecastTrialsDocument Of(ForecastTrials trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        return new ForecastTrialsDocument(trials.What, trials.When, trials.Hits, [.. trials.Trials.Select(t => new ForecastTrialDocument(
            t.Version, ForecastRangeDocument.Of(t.Range)!, t.Happened, t.IsHit, t.DaysOff))]);
    }
}

/// <summary>The forecast with its rule and how well it did.</summary>
/// <param name="Rule">The rule in words.</param>
/// <param name="Forecast">The forecast; null when nothing is in the making.</param>
/// <param name="Record">How well the rule would have done on past releases.</param>
public sealed record ForecastAnswerDocument(string Rule, ForecastDocument? Forecast, IReadOnlyList<ForecastTrialsDocument> Record);
