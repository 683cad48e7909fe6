using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>Where the maintained stable series stand, in a sentence.</summary>
/// <param name="Newest">The newest update of each maintained series, newest series first.</param>
/// <param name="InReview">What is in review in them.</param>
/// <param name="Queued">What is being collected in them, not yet announced.</param>
public sealed record StableSummary(
    IReadOnlyList<StableUpdateFigures> Newest, IReadOnlyList<ReviewFigures> InReview, IReadOnlyList<ReviewFigures> Queued)
{
    /// <summary>Sums up the series; null when none is maintained.</summary>
    public static StableSummary? Of(IReadOnlyList<StableSeriesSummary> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var maintained = series.Where(s => s.State == SeriesState.Maintained).ToList();
        var summary = new StableSummary(
            [.. maintained.Select(s => s.Newest).OfType<StableUpdateFigures>()],
            [.. maintained.Select(s => s.Next).OfType<ReviewFigures>().Where(r => r.IsInReview)],
            [.. maintained.Select(s => s.Next).OfType<ReviewFigures>().Where(r => !r.IsInReview)]);
        return summary.Newest.Count + summary.InReview.Count + summary.Queued.Count == 0 ? null : summary;
    }

    /// <summary>The newest updates by the day they came out, the last day first.</summary>
    public IReadOnlyList<IGrouping<DateOnly, StableUpdateFigures>> Days =>
        [.. Newest.GroupBy(u => DateOnly.FromDateTime(u.Time.DateTime)).OrderByDescending(g => g.Key)];

    /// <summary>"Stable updates: 3.16.4, 3.14.20 and 3.10.56 (5 October 2014); 3.16.5, 3.14.21 and 3.10.57 are in review."</summary>
    public string Sentence
    {
        get
        {
            var released = Days.Select(g => $"{StableWords.List(g.Select(u => u.Version[1..]))} ({ReportText.Day(g.Key)})");
            var parts = new List<string>();
            if (Newest.Count > 0)
                parts.Add(string.Join(", ", released));
            if (InReview.Count > 0)
                parts.Add($"{StableWords.List(InReview.Select(r => r.Version[1..]))} {(InReview.Count == 1 ? "is" : "are")} in review");
            if (Queued.Count > 0)
                parts.Add($"{StableWords.List(Queued.Select(r => r.Version[1..]))} {(Queued.Count == 1 ? "is" : "are")} being collected");
            return $"Stable updates: {string.Join("; ", parts)}.";
        }
    }

    /// <summary>The first moment until which responses to a review are asked for, and which updates that concerns; null when none is stated.</summary>
    public (DateTimeOffset Due, IReadOnlyList<ReviewFigures> Updates)? Due =>
        InReview.Where(r => r.Due is not null).GroupBy(r => r.Due!.Value).OrderBy(g => g.Key).FirstOrDefault() is { } first ? (first.Key, [.. first]) : null;
}
