using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Hosting;

namespace KernelTracker.Web.Api;

/// <summary>Reads "between" two versions of a stable series, for pages and text alike.</summary>
internal static class StableRangeReader
{
    /// <summary>The range, or what is wrong with the parameters.</summary>
    public static Task<StableRangeAnswer> ReadAsync(string series, string? from, string? to, StableReportQueries reports, CancellationToken cancellation)
    {
        if (!SeriesName.TryParse(series, out var wanted))
            return Wrong($"“{series}” is not a stable series, such as 3.16.", isMissing: true);
        if (Number(from, wanted) is not { } after)
            return Wrong(Problem("from", from, wanted));
        return Number(to, wanted) is { } upTo
            ? reports.BetweenAsync(wanted, after, upTo, cancellation)
            : Wrong(Problem("to", to, wanted));
    }

    /// <summary>Number of an update of the series; 0 for its mainline release.</summary>
    private static int? Number(string? text, KernelVersion series) =>
        StableVersion.TryParse(text?.Trim(), out var version) && version.Series == series ? version.Number
        : KernelVersion.TryParse(text?.Trim(), out var release) && release == series ? 0
        : null;

    private static string Problem(string parameter, string? text, KernelVersion series) =>
        $"{parameter}: “{text}” is no version of the series {StableVersion.NameOf(series)}. Write one such as {series}.2, or {series} for the mainline release.";

    private static Task<StableRangeAnswer> Wrong(string problem, bool isMissing = false) =>
        Task.FromResult(new StableRangeAnswer(null, problem, isMissing));
}
