using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Components;
using KernelTracker.Web.Hosting;

namespace KernelTracker.Web.Feeds;

/// <summary>Pulls as they are merged.</summary>
internal static class PullFeed
{
    /// <summary>Answers /feeds/pulls.atom.</summary>
    /// <param name="tree">Only pulls from this tree, by its short name.</param>
    /// <param name="context">The request.</param>
    /// <param name="reader">The published state.</param>
    /// <param name="releases">Which releases there are.</param>
    /// <param name="ranges">The stretch of a release.</param>
    /// <param name="pulls">Where pulls come from.</param>
    public static Task<IResult> AnswerAsync(
        string? tree, HttpContext context, SiteStateReader reader, ReleaseQueries releases, RangeQueries ranges, PullListQueries pulls) =>
        FeedEndpoints.AnswerAsync(context, reader, async () =>
        {
            tree = string.IsNullOrWhiteSpace(tree) ? null : tree.Trim();
            var found = new List<(PullLine Pull, string Release)>();
            foreach (var release in await releases.ListAsync(context.RequestAborted))
            {
                if (found.Count >= FeedEndpoints.Length)
                    break;
                if (release.Pulls == 0 || !KernelVersion.TryParse(release.Version, out var version)
                    || (await ranges.WholeAsync(version, context.RequestAborted)).Range is not { } range)
                    continue;
                var page = await pulls.ListAsync(range, tree, 1, FeedEndpoints.Length - found.Count, context.RequestAborted);
                found.AddRange(page.Items.Select(p => (p, release.Version)));
            }
            return Content(tree, found);
        });

    internal static FeedContent Content(string? tree, IReadOnlyList<(PullLine Pull, string Release)> pulls) => new(
        tree is null ? "feeds/pulls" : "feeds/pulls?tree=" + tree,
        tree is null ? "Pulls into mainline" : $"Pulls into mainline from {tree}",
        tree is null ? "/" : "/trees/" + TreeLinks.Path(tree),
        [.. pulls.Select(p => new FeedEntry(
            "pulls/" + p.Pull.Sha,
            Plain.Subject(p.Pull.Title),
            $"{Say.Count(p.Pull.Changesets, "changeset")} from {p.Pull.Tree}, in {p.Release}." + (p.Pull.Text.Length == 0 ? "" : "\n\n" + p.Pull.Text),
            Links.Pull(p.Pull.Sha),
            p.Pull.Merged,
            [p.Pull.Area.Title()]))]);
}
