using System.ComponentModel;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KernelTracker.Web.Api;

/// <summary>Stable series, updates, "is it in?", and CVE records.</summary>
internal static class StableApi
{
    public static void MapStable(this RouteGroupBuilder api)
    {
        var stable = api.MapGroup("/stable").WithTags("Stable")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        stable.MapGet("", ListAsync).WithSummary("Every stable series, newest first");
        stable.MapGet("/is-it-in", IsItInAsync).WithSummary("Which stable series have a changeset");
        stable.MapGet("/{name}", OneAsync).WithSummary("One series with its updates, or one update with a page of its changesets");
        api.MapGet("/cve/{id}", VulnerabilityAsync).WithTags("Stable").WithSummary("One CVE record and what it means for stable series")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<PageOf<SeriesDocument>>, ProblemHttpResult>> ListAsync(
        string? page, string? pageSize, StableQueries stable, CancellationToken cancellation)
    {
        if (!Paging.TryRead(page, pageSize, out var paging, out var problem))
            return Problems.Bad(problem);
        var all = await stable.ListAsync(cancellation);
        return TypedResults.Ok(new PageOf<SeriesDocument>(
            [.. all.Skip((paging.Number - 1) * paging.Size).Take(paging.Size).Select(SeriesDocument.Of)], paging.Number, paging.Size, all.Count));
    }

    private static async Task<Results<Ok<StableDocument>, ProblemHttpResult>> OneAsync(
        [Description("A series (3.16, v3.16, linux-3.16.y) or an update (v3.16.4, 3.16.4), released or in preparation.")] string name,
        [Description("Number of the page of changesets, from 1.")] string? page,
        [Description("Changesets a page, up to 200.")] string? pageSize,
        StableQueries stable, StableReportQueries reports, CancellationToken cancellation)
    {
        if (!Paging.TryRead(page, pageSize, out var paging, out var wrong))
            return Problems.Bad(wrong);
        if (SeriesName.TryParse(name, out var series))
        {
            return await stable.SeriesAsync(series, cancellation) is { } found
                ? TypedResults.Ok(new StableDocument(
                    SeriesDocument.Of(found.Summary), [.. found.Updates.Select(UpdateDocument.Of)], null, null, null, null, null, null,
                    [.. found.Summary.Reviews.Select(r => ReviewDocument.Of(r))]))
                : Problems.Missing($"No tracked tree holds a stable series {StableVersion.NameOf(series)}.");
        }
        if (!StableVersion.TryParse(name, out var version))
            return Problems.Missing($"“{name}” is neither a stable series, such as 3.16, nor a stable update, such as v3.16.4.");
        var update = await stable.FindAsync(version, cancellation);
        var rounds = new List<ReviewDocument>();
        foreach (var round in await stable.ReviewsAsync(version, cancellation))
            rounds.Add(ReviewDocument.Of(round, (await stable.PatchesAsync(round, 1, int.MaxValue, cancellation)).Items));
        if ((update is null && rounds.Count == 0) || await stable.SeriesAsync(version.Series, cancellation) is not { } details)
            return Problems.Missing($"There is no update {version.Update}, neither released nor in preparation.");
        var summary = SeriesDocument.Of(details.Summary);
        if (update is not { Changesets: not null })
            return TypedResults.Ok(new StableDocument(summary, null, update is null ? null : UpdateDocument.Of(update), null, null, null, null, null, rounds));
        var range = StableReportQueries.RangeOf(update);
        var report = await reports.ReportAsync(range, cancellation);
        var changesets = await reports.ChangesetsAsync(range, null, paging.Number, paging.Size, cancellation);
        return TypedResults.Ok(new StableDocument(
            summary, null, UpdateDocument.Of(update), StableWords.OneLine(report), AreaDocument.Of(report.Areas),
            new PageOf<StableChangesetDocument>([.. changesets.Items.Select(StableChangesetDocument.Of)], changesets.Page, changesets.PageSize, changesets.Total),
            [.. report.Devices.Select(d => new StableDeviceDocument(d.Bus, d.Text, d.Path, d.Sha?.ToString()))],
            [.. report.Vulnerabilities.Select(VulnerabilityReference.Of)],
            rounds));
    }

    private static async Task<Results<Ok<IsItInDocument>, ProblemHttpResult>> IsItInAsync(
        [Description("A commit's id (7 to 40 digits), a subject or a part of one.")] string? q,
        string? page, string? pageSize, StableAnswerQueries queries, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(q))
            return Problems.Bad("q is missing: a commit's id, or a subject.");
        return Paging.TryRead(page, pageSize, out var paging, out var wrong)
            ? TypedResults.Ok(IsItInDocument.Of(await queries.AskAsync(q, paging.Number, paging.Size, cancellation)))
            : Problems.Bad(wrong);
    }

    private static async Task<Results<Ok<VulnerabilityDocument>, ProblemHttpResult>> VulnerabilityAsync(
        [Description("CVE-2024-26637.")] string id, VulnerabilityQueries queries, CancellationToken cancellation) =>
        await queries.GetAsync(id, cancellation) is { } record
            ? TypedResults.Ok(VulnerabilityDocument.Of(record))
            : Problems.Missing($"No record “{id}” is tracked.");
}
