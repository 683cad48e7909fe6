using System.Globalization;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Web.Hosting;

namespace KernelTracker.Web.Api;

/// <summary>
/// The site's tables as CSV, whole: the address of a page and its filter, with ".csv" — "/releases/v3.18/changesets.csv?area=networking".
/// </summary>
internal static class CsvDownloads
{
    /// <summary>Maps the files.</summary>
    public static IEndpointRouteBuilder MapCsvDownloads(this IEndpointRouteBuilder routes)
    {
        MapStretches(routes);
        var files = routes.MapGroup("").ExcludeFromDescription().AddEndpointFilter(async (invocation, next) =>
            await invocation.HttpContext.RequestServices.GetRequiredService<SiteStateReader>().ReadAsync(invocation.HttpContext.RequestAborted) is null
                ? Stretch.NoData()
                : await next(invocation));
        MapReleases(files);
        MapLists(files);
        MapStable(files);
        return routes;
    }

    private static void MapStretches(IEndpointRouteBuilder routes)
    {
        Stretch.Map(routes, "changesets.csv", (
            Stretch stretch, string? area, string? part, string? subsystem, string? tree, string? origin, string? developer, string? role, string? employer,
            string? day, string? candidate, string? merges, HttpContext context, ChangesetListQueries changesets, CancellationToken cancellation) =>
        {
            var (filter, wrong) = ChangesetFilterReader.Read(area, part, subsystem, tree, developer, day, candidate, merges, role, employer, origin);
            return filter is null
                ? Stretch.Wrong(wrong!)
                : Answer(context, stretch, "changesets", CsvTables.Changesets, changesets.AllAsync(stretch.Range!, filter, cancellation));
        }, new SentAsRead());
        Stretch.Map(routes, "pulls.csv", async (Stretch stretch, string? tree, HttpContext context, PullListQueries pulls, CancellationToken cancellation) =>
            Answer(context, stretch, "pulls", CsvTables.Pulls, (await pulls.ListAsync(stretch.Range!, string.IsNullOrEmpty(tree) ? null : tree, 1, int.MaxValue, cancellation)).Items));
        Stretch.Map(routes, "areas.csv", async (Stretch stretch, HttpContext context, WindowQueries windows, CancellationToken cancellation) =>
            Answer(context, stretch, "areas", CsvTables.Areas, (await windows.ReportAsync(stretch.Range!, cancellation)).Areas.SelectMany(a =>
                a.Parts.Select(p => (a.Area, (string?)p.Name, p.Changesets)).Prepend((a.Area, null, a.Changesets)))));
        Stretch.Map(routes, "trees.csv", async (Stretch stretch, HttpContext context, WindowQueries windows, CancellationToken cancellation) =>
            Answer(context, stretch, "trees", CsvTables.TreesOfStretch, (await windows.ReportAsync(stretch.Range!, cancellation)).Trees));
        Stretch.Map(routes, "days.csv", async (Stretch stretch, HttpContext context, WindowQueries windows, CancellationToken cancellation) =>
            Answer(context, stretch, "days", CsvTables.Days, (await windows.ReportAsync(stretch.Range!, cancellation)).Days));
        Stretch.Map(routes, "flow.csv", async (Stretch stretch, HttpContext context, FlowQueries flows, CancellationToken cancellation) =>
            Answer(context, stretch, "flow", CsvTables.Flow, FlowDocument.Of(await flows.ReadAsync(stretch.Range!, cancellation)).Edges));
    }

    private static void MapReleases(RouteGroupBuilder files)
    {
        files.MapGet("/releases.csv", async (ReleaseQueries releases, CancellationToken cancellation) =>
            Answer("releases.csv", CsvTables.Releases, (await releases.ListAsync(cancellation)).Select(ReleaseSummary.Of)));
        files.MapGet("/releases/candidates.csv", async (ReleaseQueries releases, CancellationToken cancellation) =>
            Answer("candidates.csv", CsvTables.Candidates, (await releases.ListAsync(cancellation)).SelectMany(r => ReleaseSummary.Of(r).Candidates.Reverse())));
        files.MapGet("/releases/{version}/kconfig.csv", async (string version, string? kind, KconfigQueries kconfig, CancellationToken cancellation) =>
        {
            if (!KernelVersion.TryParse(version, out var release))
                return Stretch.Wrong($"“{version}” is not the version of a mainline release; they look like v2.6.30 or v3.18.", isMissing: true);
            KconfigEventKind? wanted = null;
            if (!string.IsNullOrEmpty(kind))
            {
                if (!KconfigNames.TryParse(kind, out var known))
                    return Stretch.Wrong($"kind: “{kind}” is none of {string.Join(", ", KconfigNames.Kinds.Select(k => k.Slug()))}.");
                wanted = known;
            }
            return await kconfig.ReleaseAsync(release, wanted, 1, int.MaxValue, cancellation) is { } answer
                ? Answer($"{release.Release}-kconfig.csv", CsvTables.Kconfig, answer.List.Items.Select(KconfigHappeningDocument.Of))
                : Stretch.Wrong($"There is no release {release.Release} in this history.", isMissing: true);
        });
    }

    private static void MapLists(RouteGroupBuilder files)
    {
        files.MapGet("/pulls/{sha}/changesets.csv", async (string sha, PullQueries pulls, CancellationToken cancellation) =>
            ObjectId.TryParse(sha, out var id) && await pulls.GetAsync(id, cancellation) is not null
                ? Answer($"{id.Abbreviated}-changesets.csv", CsvTables.Brought, (await pulls.ChangesetsAsync(id, 1, int.MaxValue, cancellation)).Items.Select(BroughtChangeset.Of))
                : Stretch.Wrong($"There is no pull {sha}.", isMissing: true));
        files.MapGet("/subsystems.csv", async (SubsystemQueries subsystems, CancellationToken cancellation) =>
        {
            var list = await subsystems.ListAsync(cancellation);
            return Answer("subsystems.csv", CsvTables.Subsystems(list.Latest), list.Rows);
        });
        files.MapGet("/subsystems/{slug}.csv", async (string slug, SubsystemQueries subsystems, CancellationToken cancellation) =>
            await subsystems.GetAsync(slug, cancellation) is { } subsystem
                ? Answer($"{subsystem.Slug}.csv", CsvTables.Shares, subsystem.Releases)
                : Stretch.Wrong($"There is no subsystem “{slug}”.", isMissing: true));
        files.MapGet("/employers/{slug}.csv", async (string slug, EmployerQueries employers, CancellationToken cancellation) =>
            await employers.GetAsync(slug, cancellation) is { } employer
                ? Answer($"{(employer.Name is { } name ? EmployerSlug.Of(name) : EmployerSlug.Unknown)}.csv", CsvTables.Shares, employer.Releases)
                : Stretch.Wrong($"There is no employer “{slug}”.", isMissing: true));
        files.MapGet("/developers/{id:int}.csv", async (int id, DeveloperQueries developers, CancellationToken cancellation) =>
            await developers.GetAsync(id, cancellation) is { } developer
                ? Answer($"developer-{developer.Id.ToString(CultureInfo.InvariantCulture)}.csv", CsvTables.OfDeveloper, developer.Releases)
                : Stretch.Wrong($"There is no developer {id.ToString(CultureInfo.InvariantCulture)}.", isMissing: true));
        files.MapGet("/employers.csv", async (EmployerQueries employers, CancellationToken cancellation) =>
        {
            var list = await employers.ListAsync(cancellation);
            return Answer("employers.csv", CsvTables.Employers(list.Latest), list.Rows);
        });
        files.MapGet("/trees.csv", async (TreeQueries trees, CancellationToken cancellation) =>
            Answer("trees.csv", CsvTables.Trees, await trees.ListAsync(cancellation)));
        files.MapGet("/identifiers.csv", async (string? q, string? kind, string? release, string? change, InterfaceQueries interfaces, CancellationToken cancellation) =>
        {
            var (filter, wrong) = IdentifierFilterReader.Read(q, kind, release, change);
            if (filter is null || filter is { Text: null, Release: null })
                return Stretch.Wrong(wrong ?? "q says what to look for, release what happened in it: give one of them, or both.");
            return Answer("identifiers.csv", CsvTables.Identifiers, (await interfaces.ListAsync(filter, 1, int.MaxValue, cancellation)).Items.Select(IdentifierHitDocument.Of));
        });
        files.MapGet("/hardware.csv", async (
            string? q, string? category, string? vendor, string? release, string? from, string? to, string? bus, string? driver,
            HttpContext context, HardwareQueries hardware, CancellationToken cancellation) =>
        {
            var (filter, wrong) = HardwareFilterReader.Read(q, category, vendor, release, from, to, bus, driver);
            if (filter is null)
                return Stretch.Wrong(wrong!);
            Stretch.Name(context, "hardware.csv");
            return Results.Text(
                HardwareText.ToCsv((await hardware.ListAsync(filter, 1, int.MaxValue, cancellation)).Hits.Items.Select(h => h.Item)), "text/csv; charset=utf-8; header=present");
        });
        files.MapGet("/cve.csv", async (string? year, string? series, string? state, VulnerabilityQueries queries, CancellationToken cancellation) =>
        {
            var (filter, wrong) = VulnerabilityFilterReader.Read(year, series, state);
            return filter is null
                ? Stretch.Wrong(wrong!)
                : Answer("cve.csv", CsvTables.Vulnerabilities, (await queries.ListAsync(filter, 1, int.MaxValue, cancellation)).Items.Select(v => (VulnerabilityReference.Of(v), v.FixedIn)));
        });
    }

    private static void MapStable(RouteGroupBuilder files)
    {
        files.MapGet("/stable.csv", async (StableQueries stable, CancellationToken cancellation) =>
            Answer("stable.csv", CsvTables.Series, (await stable.ListAsync(cancellation)).Select(SeriesDocument.Of)));
        files.MapGet("/stable/{name}.csv", async (string name, StableQueries stable, StableReportQueries reports, CancellationToken cancellation) =>
        {
            if (StableVersion.TryParse(name, out var version))
                return await UpdateAsync(version, stable, reports, cancellation);
            return SeriesName.TryParse(name, out var series) && await stable.SeriesAsync(series, cancellation) is { } details
                ? Answer($"{details.Summary.Name}-updates.csv", CsvTables.Updates, details.Updates.Select(UpdateDocument.Of))
                : Stretch.Wrong($"“{name}” is neither a stable series held here, such as 3.16, nor a stable update, such as v3.16.4.", isMissing: true);
        });
        files.MapGet("/stable/{series}/between.csv", async (string series, string? from, string? to, StableReportQueries reports, CancellationToken cancellation) =>
        {
            var answer = await StableRangeReader.ReadAsync(series, from, to, reports, cancellation);
            return answer.Range is { } range
                ? Answer("between.csv", CsvTables.StableChangesets, await AllAsync(range, reports, cancellation))
                : Stretch.Wrong(answer.Problem!, answer.IsMissing);
        });
    }

    /// <summary>The changesets of an update; of one in preparation, its patches.</summary>
    private static async Task<IResult> UpdateAsync(StableVersion version, StableQueries stable, StableReportQueries reports, CancellationToken cancellation)
    {
        if (await stable.FindAsync(version, cancellation) is { } update)
            return Answer($"{update.Version}-changesets.csv", CsvTables.StableChangesets, await AllAsync(StableReportQueries.RangeOf(update), reports, cancellation));
        var patches = new List<(string?, PatchDocument)>();
        foreach (var round in await stable.ReviewsAsync(version, cancellation))
            patches.AddRange(ReviewDocument.Of(round, (await stable.PatchesAsync(round, 1, int.MaxValue, cancellation)).Items).PatchList!.Select(p => ((string?)round.Name, p)));
        return patches.Count > 0
            ? Answer($"{version.Update}-patches.csv", CsvTables.Patches, patches)
            : Stretch.Wrong($"There is no update {version.Update}, neither released nor in preparation.", isMissing: true);
    }

    private static async Task<IEnumerable<(string, StableChangesetDocument)>> AllAsync(StableRange range, StableReportQueries reports, CancellationToken cancellation) =>
        (await reports.ChangesetsAsync(range, null, 1, int.MaxValue, cancellation)).Items.Select(l => (l.Version, StableChangesetDocument.Of(l)));

    private static CsvAnswer<T> Answer<T>(HttpContext context, Stretch stretch, string name, CsvTable<T> table, IEnumerable<T> rows) =>
        Answer(context, stretch, name, table, rows.ToAsyncEnumerable());

    private static CsvAnswer<T> Answer<T>(HttpContext context, Stretch stretch, string name, CsvTable<T> table, IAsyncEnumerable<T> rows)
    {
        Stretch.Name(context, stretch.Range!, name + ".csv");
        return new CsvAnswer<T>(null, table, rows);
    }

    private static CsvAnswer<T> Answer<T>(string file, CsvTable<T> table, IEnumerable<T> rows) => new CsvAnswer<T>(file, table, rows.ToAsyncEnumerable());
}
