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
    /// <param name="area">Only pulls about this area, by its name in URLs.</param>
    /// <param name="subsystem">Only pulls with a changeset of this subsystem, by its name in URLs.</param>
    /// <param name="release">Only pulls into this release.</param>
    /// <param name="context">The request.</param>
    /// <param name="reader">The published state.</param>
    /// <param name="pulls">Where pulls come from.</param>
    /// <param name="changesets">What a subsystem is called.</param>
    public static async Task<IResult> AnswerAsync(
        string? tree, string? area, string? subsystem, string? release,
        HttpContext context, SiteStateReader reader, PullListQueries pulls, ChangesetListQueries changesets)
    {
        if (await reader.ReadAsync(context.RequestAborted) is null)
            return FeedEndpoints.NoData();
        var filter = new PullFilter { Tree = Given(tree), Subsystem = Given(subsystem)?.ToLowerInvariant() };
        if (Given(area) is { } slug)
        {
            if (!AreaNames.TryParse(slug, out var known))
                return FeedEndpoints.Wrong($"There is no area “{slug}”. Areas are: {string.Join(", ", AreaNames.All.Select(a => a.Slug()))}.");
            filter = filter with { Area = known };
        }
        if (Given(release) is { } text)
        {
            if (!KernelVersion.TryParse(text, out var version))
                return FeedEndpoints.Wrong($"“{text}” is not the version of a mainline release; they look like v2.6.30 or v3.18.");
            filter = filter with { Release = version.Release };
        }
        var name = filter.Subsystem is null ? null
            : (await changesets.NamesAsync(new ChangesetFilter { Subsystem = filter.Subsystem }, context.RequestAborted)).Subsystem;
        return filter.Subsystem is not null && name is null
            ? FeedEndpoints.Wrong($"There is no subsystem “{filter.Subsystem}”.", isMissing: true)
            : await FeedEndpoints.AnswerAsync(context, reader, async () =>
                Content(filter, name, await pulls.NewestAsync(filter, FeedEndpoints.Length, context.RequestAborted)));
    }

    internal static FeedContent Content(PullFilter filter, string? subsystem, IReadOnlyList<PullLine> pulls) => new(
        Name(filter),
        "Pulls" + string.Concat(Words(filter, subsystem)),
        Page(filter),
        [.. pulls.Select(p => new FeedEntry(
            "pulls/" + p.Sha,
            Plain.Subject(p.Title),
            $"{Say.Count(p.Changesets, "changeset")} from {p.Tree}, in {p.Release}.",
            Links.Pull(p.Sha),
            p.Merged,
            [p.Area.Title()])
        { Details = p.Text.Length == 0 ? null : p.Text })]);

    /// <summary>What the feed is called for ever; its id follows from it. A tree stands unescaped, as it did first.</summary>
    private static string Name(PullFilter filter) =>
        filter == new PullFilter { Tree = filter.Tree }
            ? filter.Tree is { } tree ? "feeds/pulls?tree=" + tree : "feeds/pulls"
            : Links.PullFeed(filter)[1..];

    private static IEnumerable<string> Words(PullFilter filter, string? subsystem)
    {
        if (filter.Area is { } area)
            yield return $" about {area.Title()}";
        if (subsystem is not null)
            yield return $" with changesets of {subsystem}";
        yield return $" into {filter.Release?.ToString() ?? "mainline"}";
        if (filter.Tree is { } tree)
            yield return $" from {tree}";
    }

    private static string Page(PullFilter filter) => filter switch
    {
        { Subsystem: { } subsystem } => "/subsystems/" + Uri.EscapeDataString(subsystem),
        { Tree: { } tree } => "/trees/" + TreeLinks.Path(tree),
        { Release: { } release } => Links.Release(release.ToString()) + "#pulls",
        _ => "/",
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
