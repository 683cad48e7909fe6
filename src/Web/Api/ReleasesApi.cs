using System.ComponentModel;
using KernelTracker.Data.Model;
using KernelTracker.Data.Notable;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KernelTracker.Web.Api;

/// <summary>Releases, their windows, pulls and changesets.</summary>
internal static class ReleasesApi
{
    private const string VersionText = "The release, with or without its leading v: v2.6.30, 3.18.";
    private const string AsOfText = "A moment: " + Moment.Forms + ".";

    public static void MapReleases(this RouteGroupBuilder api)
    {
        var releases = api.MapGroup("/releases").WithTags("Releases")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        releases.MapGet("", ListAsync).WithSummary("Every mainline release, newest first");
        releases.MapGet("/{version}", OneAsync).WithSummary("One release with its figures and areas");
        releases.MapGet("/{version}/window", WindowAsync).WithSummary("The merge window as of a moment, since another")
            .WithDescription("Without asOf: up to -rc1, or to the tip while the window is open. Without since: since the previous release.");
        releases.MapGet("/{version}/window/parts", PartsAsync).WithSummary("The merge window cut into parts")
            .WithDescription("Without cuts: by weeks. Each part counts only what is new in it.");
        releases.MapGet("/{version}/flow", FlowAsync).WithSummary("How the changesets of a release reached mainline, tree by tree");
        releases.MapGet("/{version}/pulls", PullsAsync).WithSummary("The pulls of a release, newest first");
        releases.MapGet("/{version}/changesets", ChangesetsAsync).WithSummary("The changesets of a release, newest first");
        releases.MapGet("/{version}/people", PeopleAsync).WithSummary("Who wrote, reviewed, tested, reported and passed on the changesets of a release")
            .WithDescription("Every developer with a changeset, everybody named in trailers of others' changesets, and every employer.");
        releases.MapGet("/{version}/hardware", HardwareAsync).WithSummary("The hardware that a release newly supports")
            .WithDescription("By heading and name; what came and went again is left out.");
        releases.MapGet("/{version}/changes", ChangesAsync).WithSummary("What users and kernel developers will notice of a release")
            .WithDescription("By audience, area and strength. Strong ones are those that reports show; give strong=true for them only.");
    }

    private static async Task<Results<Ok<PageOf<ReleaseSummary>>, ProblemHttpResult>> ListAsync(
        [Description("Number of the page, from 1.")] string? page,
        [Description("Releases a page, up to 200.")] string? pageSize,
        ReleaseQueries releases, CancellationToken cancellation)
    {
        if (!Paging.TryRead(page, pageSize, out var paging, out var problem))
            return Problems.Bad(problem);
        var all = await releases.ListAsync(cancellation);
        return TypedResults.Ok(new PageOf<ReleaseSummary>(
            [.. all.Skip((paging.Number - 1) * paging.Size).Take(paging.Size).Select(ReleaseSummary.Of)],
            paging.Number, paging.Size, all.Count));
    }

    private static async Task<Results<Ok<ReleaseDocument>, ProblemHttpResult>> OneAsync(
        [Description(VersionText)] string version,
        ReleaseQueries releases, RangeQueries ranges, WindowQueries windows, HardwareQueries hardware, CancellationToken cancellation)
    {
        if (!KernelVersion.TryParse(version, out var parsed))
            return Problems.NoVersion(version);
        var answer = await ranges.WholeAsync(parsed, cancellation);
        if (answer.Range is not { } range || await releases.FindAsync(parsed, cancellation) is not { } release)
            return Problems.Of(answer);
        var report = await windows.ReportAsync(range, cancellation);
        var additions = (await hardware.CountsAsync(cancellation)).FirstOrDefault(c => c.Version == release.Version)?.Additions;
        return TypedResults.Ok(new ReleaseDocument(ReleaseSummary.Of(release), AreaDocument.Of(report), additions));
    }

    private static async Task<Results<Ok<WindowDocument>, ProblemHttpResult>> WindowAsync(
        [Description(VersionText)] string version, [Description(AsOfText)] string? asOf, [Description(AsOfText)] string? since,
        RangeQueries ranges, WindowReader reports, CancellationToken cancellation)
    {
        var (range, problem) = await RangeAsync(version, asOf, since, ranges.WindowAsync, cancellation);
        if (range is null)
            return problem!;
        return TypedResults.Ok(WindowDocument.Of(await reports.ReadAsync(range, cancellation)));
    }

    private static async Task<Results<Ok<PartsDocument>, ProblemHttpResult>> PartsAsync(
        [Description(VersionText)] string version,
        [Description("Where to cut: moments, separated by commas.")] string? cuts,
        ReleaseQueries releases, PartQueries parts, CancellationToken cancellation)
    {
        if (!KernelVersion.TryParse(version, out var parsed))
            return Problems.NoVersion(version);
        if (!MomentList.TryParse(cuts, out var moments, out var wrong))
            return Problems.Bad(wrong);
        if (moments.Count == 0 && await releases.FindAsync(parsed, cancellation) is { } release)
            moments = WindowPart.Cuts(release);
        var answer = await parts.ReadAsync(parsed, moments, cancellation);
        return answer.Report is { } report ? TypedResults.Ok(PartsDocument.Of(report))
            : answer.IsMissing ? Problems.Missing(answer.Problem!)
            : Problems.Bad(answer.Problem!);
    }

    private static async Task<Results<Ok<FlowDocument>, ProblemHttpResult>> FlowAsync(
        [Description(VersionText)] string version, [Description(AsOfText)] string? asOf, [Description(AsOfText)] string? since,
        RangeQueries ranges, FlowQueries flows, CancellationToken cancellation)
    {
        var (range, problem) = await RangeAsync(version, asOf, since, ranges.FindAsync, cancellation);
        if (range is null)
            return problem!;
        return TypedResults.Ok(FlowDocument.Of(await flows.ReadAsync(range, cancellation)));
    }

    private static async Task<Results<Ok<PageOf<PullDocument>>, ProblemHttpResult>> PullsAsync(
        [Description(VersionText)] string version, [Description(AsOfText)] string? asOf, [Description(AsOfText)] string? since,
        [Description("Only those from this tree, by its short name.")] string? tree,
        string? page, string? pageSize,
        RangeQueries ranges, PullListQueries pulls, CancellationToken cancellation)
    {
        if (!Paging.TryRead(page, pageSize, out var paging, out var wrong))
            return Problems.Bad(wrong);
        var (range, problem) = await RangeAsync(version, asOf, since, ranges.FindAsync, cancellation);
        if (range is null)
            return problem!;
        var list = await pulls.ListAsync(range, string.IsNullOrEmpty(tree) ? null : tree, paging.Number, paging.Size, cancellation);
        return TypedResults.Ok(new PageOf<PullDocument>([.. list.Items.Select(PullDocument.Of)], list.Page, list.PageSize, list.Total));
    }

    private static async Task<Results<Ok<PageOf<ChangesetDocument>>, ProblemHttpResult>> ChangesetsAsync(
        [Description(VersionText)] string version,
        [Description("Only of this area, by its name in URLs.")] string? area,
        [Description("Only of this part of an area, by its name.")] string? part,
        [Description("Only of this MAINTAINERS section, by its name in URLs.")] string? subsystem,
        [Description("Only those through this tree, by its short name.")] string? tree,
        [Description("Only those that this tree brought first, through whichever mainline got them.")] string? origin,
        [Description("Only by this developer, by number; with a role, those of others that name this developer for it.")] string? developer,
        [Description("Only those that name somebody but their author for this role: reviewed-by, tested-by, reported-by, acked-by, signed-off-by.")] string? role,
        [Description("Only by people of this employer, by its name in URLs; unknown for those of whom it is not known.")] string? employer,
        [Description("Only those that came in on this day: 2009-06-10.")] string? day,
        [Description("Only those first in this candidate; 0 for the release itself.")] string? candidate,
        [Description(AsOfText)] string? asOf, [Description(AsOfText)] string? since,
        string? page, string? pageSize,
        RangeQueries ranges, ChangesetListQueries changesets, CancellationToken cancellation)
    {
        if (!Paging.TryRead(page, pageSize, out var paging, out var wrong))
            return Problems.Bad(wrong);
        var (filter, bad) = ChangesetFilterReader.Read(area, part, subsystem, tree, developer, day, candidate, null, role, employer, origin);
        if (filter is null)
            return Problems.Bad(bad!);
        var (range, problem) = await RangeAsync(version, asOf, since, ranges.FindAsync, cancellation);
        if (range is null)
            return problem!;
        var list = await changesets.ListAsync(range, filter, paging.Number, paging.Size, cancellation);
        return TypedResults.Ok(new PageOf<ChangesetDocument>(
            [.. list.Items.Select(c => ChangesetDocument.Of(c, range.Version))], list.Page, list.PageSize, list.Total));
    }

    private static async Task<Results<Ok<PeopleDocument>, ProblemHttpResult>> PeopleAsync(
        [Description(VersionText)] string version,
        [Description("Only changesets of this area, by its name in URLs.")] string? area,
        [Description("Only changesets of this part of an area, by its name.")] string? part,
        [Description("Only changesets of this MAINTAINERS section, by its name in URLs.")] string? subsystem,
        [Description("Only changesets through this tree, by its short name.")] string? tree,
        [Description("Only changesets by people of this employer, by its name in URLs.")] string? employer,
        [Description(AsOfText)] string? asOf, [Description(AsOfText)] string? since,
        RangeQueries ranges, PeopleQueries people, CancellationToken cancellation)
    {
        var (filter, bad) = ChangesetFilterReader.Read(area, part, subsystem, tree, employer: employer);
        if (filter is null)
            return Problems.Bad(bad!);
        var (range, problem) = await RangeAsync(version, asOf, since, ranges.FindAsync, cancellation);
        if (range is null)
            return problem!;
        return TypedResults.Ok(PeopleDocument.Of(await people.ReportAsync(range, filter, cancellation)));
    }

    private static async Task<Results<Ok<PageOf<HardwareItemDocument>>, ProblemHttpResult>> HardwareAsync(
        [Description(VersionText)] string version,
        [Description("Only this heading, by its name in URLs.")] string? category,
        [Description(AsOfText)] string? asOf, [Description(AsOfText)] string? since,
        string? page, string? pageSize,
        RangeQueries ranges, HardwareQueries hardware, CancellationToken cancellation)
    {
        if (!Paging.TryRead(page, pageSize, out var paging, out var wrong))
            return Problems.Bad(wrong);
        var (heading, bad) = HardwareFilterReader.Category(category);
        if (bad is not null)
            return Problems.Bad(bad);
        var (range, problem) = await RangeAsync(version, asOf, since, ranges.FindAsync, cancellation);
        if (range is null)
            return problem!;
        var items = (await hardware.ReleaseListAsync(range, heading, cancellation)).Groups.SelectMany(g => g.Entries).Select(e => e.Item).ToList();
        return TypedResults.Ok(new PageOf<HardwareItemDocument>(
            [.. items.Skip((paging.Number - 1) * paging.Size).Take(paging.Size).Select(HardwareItemDocument.Of)],
            paging.Number, paging.Size, items.Count));
    }

    private static async Task<Results<Ok<PageOf<NotableChangeDocument>>, ProblemHttpResult>> ChangesAsync(
        [Description(VersionText)] string version,
        [Description("Only this kind, by its name in URLs: system-calls, options, exported-symbols, …")] string? kind,
        [Description("Only of this area, by its name in URLs.")] string? area,
        [Description("Only what users, or developers, will notice.")] string? audience,
        [Description("true: only strong ones; false: only weak ones.")] string? strong,
        [Description(AsOfText)] string? asOf, [Description(AsOfText)] string? since,
        string? page, string? pageSize,
        RangeQueries ranges, NotableQueries notable, CancellationToken cancellation)
    {
        if (!Paging.TryRead(page, pageSize, out var paging, out var wrong))
            return Problems.Bad(wrong);
        var (wantedKind, wantedArea, bad) = NotableFilterReader.Read(kind, area);
        if (bad is not null)
            return Problems.Bad(bad);
        Audience? wantedAudience = null;
        if (!string.IsNullOrEmpty(audience))
        {
            if (!Enum.TryParse<Audience>(audience, ignoreCase: true, out var known) || !Enum.IsDefined(known))
                return Problems.Bad($"audience: “{audience}” is neither users nor developers.");
            wantedAudience = known;
        }
        bool? wantedStrength = null;
        if (!string.IsNullOrEmpty(strong))
        {
            if (!bool.TryParse(strong, out var known))
                return Problems.Bad($"strong: “{strong}” is neither true nor false.");
            wantedStrength = known;
        }
        var (range, problem) = await RangeAsync(version, asOf, since, ranges.FindAsync, cancellation);
        if (range is null)
            return problem!;
        var changes = (await notable.OfRangeAsync(range, cancellation)).All.Where(c =>
            (wantedKind is null || c.Kind == wantedKind) && (wantedArea is null || c.Area == wantedArea)
            && (wantedAudience is null || c.Audience == wantedAudience) && (wantedStrength is null || c.IsStrong == wantedStrength)).ToList();
        return TypedResults.Ok(new PageOf<NotableChangeDocument>(
            [.. changes.Skip((paging.Number - 1) * paging.Size).Take(paging.Size).Select(NotableChangeDocument.Of)],
            paging.Number, paging.Size, changes.Count));
    }

    private static async Task<(ReleaseRange? Range, ProblemHttpResult? Problem)> RangeAsync(
        string version, string? asOf, string? since,
        Func<KernelVersion, Moment?, Moment?, CancellationToken, Task<RangeAnswer>> find, CancellationToken cancellation)
    {
        if (!KernelVersion.TryParse(version, out var parsed))
            return (null, Problems.NoVersion(version));
        Moment? upTo = null;
        Moment? after = null;
        if (!string.IsNullOrWhiteSpace(asOf) && !Moment.TryParse(asOf, out upTo))
            return (null, Problems.NoMoment("asOf", asOf));
        if (!string.IsNullOrWhiteSpace(since) && !Moment.TryParse(since, out after))
            return (null, Problems.NoMoment("since", since));
        var answer = await find(parsed, upTo, after, cancellation);
        return answer.Range is { } range ? (range, null) : (null, Problems.Of(answer));
    }
}
