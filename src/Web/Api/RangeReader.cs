using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Web.Api;

/// <summary>Reads "release, as of, since" as a page or a download gives them.</summary>
internal static class RangeReader
{
    /// <summary>The stretch, or what is wrong and whether the release is missing.</summary>
    public static async Task<(ReleaseRange? Range, string? Problem, bool IsMissing)> ReadAsync(
        string version, string? asOf, string? since,
        Func<KernelVersion, Moment?, Moment?, CancellationToken, Task<RangeAnswer>> find, CancellationToken cancellation)
    {
        if (!KernelVersion.TryParse(version, out var parsed))
            return (null, $"“{version}” is not the version of a mainline release; they look like v2.6.30 or v3.18.", true);
        Moment? upTo = null;
        Moment? after = null;
        if (!string.IsNullOrWhiteSpace(asOf) && !Moment.TryParse(asOf, out upTo))
            return (null, NoMoment(asOf), false);
        if (!string.IsNullOrWhiteSpace(since) && !Moment.TryParse(since, out after))
            return (null, NoMoment(since), false);
        var answer = await find(parsed, upTo, after, cancellation);
        return (answer.Range, answer.Problem, answer.IsMissing);
    }

    /// <summary>The stretch of a comparison, or what is wrong and whether a tag or commit is missing.</summary>
    /// <param name="pair">The two moments: "v2.6.28...v2.6.30".</param>
    /// <param name="compare">Where to look.</param>
    /// <param name="cancellation">Stops the query.</param>
    public static async Task<(ReleaseRange? Range, string? Problem, bool IsMissing)> ReadAsync(
        string pair, CompareQueries compare, CancellationToken cancellation)
    {
        if (!MomentPair.TryParse(pair, out var moments, out var problem))
            return (null, problem, false);
        var answer = await compare.RangeAsync(moments.From, moments.To, cancellation);
        return (answer.Range, answer.Problem, answer.IsMissing);
    }

    private static string NoMoment(string text) => $"“{text}” is no moment. Write {Moment.Forms}.";
}
