using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>How long cycles took from one stage to another: what every forecast stands on.</summary>
/// <param name="releases">Every release that counts as past, newest first.</param>
internal sealed class CycleHistory(IEnumerable<ReleaseFigures> releases)
{
    /// <summary>Older cycles say little about today's.</summary>
    public const int Cycles = 10;

    private readonly IReadOnlyList<ReleaseFigures> _past = [.. releases.Where(r => r.IsReleased)];

    /// <summary>When a stage is to be expected, counted from one that is past.</summary>
    /// <param name="from">The stage that the cycle has passed.</param>
    /// <param name="passed">When it did.</param>
    /// <param name="to">The stage that is to come.</param>
    /// <param name="now">A moment at which it had not come yet: cycles that took less time until then are no guide.</param>
    public ForecastRange? Expect(CycleStage from, DateTimeOffset passed, CycleStage to, DateTimeOffset now) =>
        ForecastRange.Of(passed, [.. Lengths(from, to).Where(l => l > now - passed)]);

    /// <summary>How many of the last cycles had a stage, and how many cycles that is.</summary>
    public (int Had, int Of) Share(CycleStage stage)
    {
        var last = _past.Take(Cycles).ToList();
        return (last.Count(r => stage.Of(r) is not null), last.Count);
    }

    private IEnumerable<TimeSpan> Lengths(CycleStage first, CycleStage last) => (
        from release in _past
        let start = first.Of(release)
        let end = last.Of(release)
        where start is not null && end > start
        select end.Value - start.Value).Take(Cycles);
}
