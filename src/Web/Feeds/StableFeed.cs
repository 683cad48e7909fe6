using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Web.Components;
using KernelTracker.Web.Hosting;

namespace KernelTracker.Web.Feeds;

/// <summary>Stable updates as they come out, and their reviews.</summary>
internal static class StableFeed
{
    /// <summary>Answers /feeds/stable.atom.</summary>
    /// <param name="series">Only those of this series.</param>
    /// <param name="context">The request.</param>
    /// <param name="reader">The published state.</param>
    /// <param name="stable">Where updates come from.</param>
    public static Task<IResult> AnswerAsync(string? series, HttpContext context, SiteStateReader reader, StableQueries stable)
    {
        KernelVersion? wanted = null;
        if (!string.IsNullOrWhiteSpace(series))
        {
            if (!SeriesName.TryParse(series.Trim(), out var version))
                return Task.FromResult(FeedEndpoints.Wrong($"“{series}” is not a stable series, such as 3.16."));
            wanted = version;
        }
        return FeedEndpoints.AnswerAsync(context, reader, async () => Content(
            wanted is { } only ? StableVersion.NameOf(only) : null,
            await stable.NewestAsync(wanted, FeedEndpoints.Length, context.RequestAborted),
            await stable.ListAsync(context.RequestAborted)));
    }

    internal static FeedContent Content(string? series, IReadOnlyList<StableUpdateFigures> updates, IReadOnlyList<StableSeriesSummary> all) => new(
        series is null ? "feeds/stable" : "feeds/stable?series=" + series,
        series is null ? "Stable updates" : $"Stable updates of {series}",
        series is null ? "/stable" : Links.Stable(series),
        [
            .. updates.Select(Released)
                .Concat(all.Where(s => series is null || s.Name == series).SelectMany(s => s.Reviews).Where(r => r.IsInReview).DistinctBy(r => r.Name).Select(InReview))
                .OrderByDescending(e => e.Updated).Take(FeedEndpoints.Length),
        ]);

    private static FeedEntry Released(StableUpdateFigures update) => new(
        "stable/" + update.Version,
        update.Version,
        update is { Changesets: { } changesets, Developers: { } developers }
            ? $"{update.Version} is released: {Say.Count(changesets, "changeset")} by {Say.Count(developers, "developer")} since {update.Previous}."
            : $"{update.Version} is released. {StableWords.NotCounted(update)}",
        Links.Stable(update.Version),
        update.Time,
        [update.Series]);

    private static FeedEntry InReview(ReviewFigures review) => new(
        "stable/review/" + review.Name,
        $"{review.Name} in review",
        $"{review.Name} is in review: {Say.Count(review.Patches, "patch", "patches")}.{(review.Due is { } due ? $" Responses are asked for until {Say.Moment(due)}." : "")}",
        Links.Stable(review.Version),
        review.Since,
        [review.Series]);
}
