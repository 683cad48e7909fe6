using KernelTracker.Data.Queries;
using KernelTracker.Web.Components;
using KernelTracker.Web.Hosting;

namespace KernelTracker.Web.Feeds;

/// <summary>Releases and candidates as they come out.</summary>
internal static class ReleaseFeed
{
    /// <summary>Answers /feeds/releases.atom.</summary>
    /// <param name="candidates">"0" leaves the candidates out.</param>
    /// <param name="context">The request.</param>
    /// <param name="reader">The published state.</param>
    /// <param name="releases">Where releases come from.</param>
    public static Task<IResult> AnswerAsync(string? candidates, HttpContext context, SiteStateReader reader, ReleaseQueries releases) =>
        candidates is not (null or "" or "0" or "1")
            ? Task.FromResult(FeedEndpoints.Wrong("candidates is 0 or 1."))
            : FeedEndpoints.AnswerAsync(context, reader, async () =>
                Content(await releases.ListAsync(context.RequestAborted), withCandidates: candidates != "0"));

    internal static FeedContent Content(IReadOnlyList<ReleaseFigures> releases, bool withCandidates) => new(
        withCandidates ? "feeds/releases" : "feeds/releases?candidates=0",
        withCandidates ? "Kernel releases and candidates" : "Kernel releases",
        "/releases",
        [.. releases.SelectMany(r => Entries(r, withCandidates)).OrderByDescending(e => e.Updated).Take(FeedEndpoints.Length)]);

    private static IEnumerable<FeedEntry> Entries(ReleaseFigures release, bool withCandidates)
    {
        if (release.IsReleased)
        {
            yield return new FeedEntry(
                "releases/" + release.Version,
                release.Version,
                $"{release.Version} is released: {Say.Count(release.Changesets, "changeset")} by {Say.Count(release.Developers, "developer")} since {release.Previous ?? "the beginning of the history"}.",
                Links.Release(release.Version),
                release.Time,
                ["Release"]);
        }
        if (!withCandidates)
            yield break;
        foreach (var candidate in release.Candidates)
        {
            yield return new FeedEntry(
                "releases/" + candidate.Version,
                candidate.Version,
                $"{candidate.Version} has {Say.Count(candidate.Changesets, "changeset")} that are new in it.",
                Links.Release(release.Version),
                candidate.Time,
                ["Candidate"]);
        }
    }
}
