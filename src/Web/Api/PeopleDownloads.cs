using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using KernelTracker.Web.Hosting;
using Microsoft.Net.Http.Headers;

namespace KernelTracker.Web.Api;

/// <summary>The people of a release as files: "/releases/v3.18/people.csv?table=reviewers".</summary>
internal static class PeopleDownloads
{
    /// <summary>Forms by their ending, with what they are called and sent as, and who writes them. Only CSV is one table at a time.</summary>
    public static readonly IReadOnlyList<(string Ending, string Name, string ContentType, Func<PeopleReport, PeopleTable, string> Write)> Forms =
    [
        ("txt", "text", "text/plain", (r, _) => PeopleText.ToText(r)),
        ("md", "Markdown", "text/markdown", (r, _) => PeopleText.ToMarkdown(r)),
        ("html", "HTML", "text/html", (r, _) => PeopleText.ToHtml(r)),
        ("csv", "CSV", "text/csv", PeopleText.ToCsv),
        ("json", "JSON", "application/json", (r, _) => PeopleText.ToJson(r)),
    ];

    /// <summary>Maps the files.</summary>
    public static IEndpointRouteBuilder MapPeopleDownloads(this IEndpointRouteBuilder routes)
    {
        foreach (var (ending, _, type, write) in Forms)
        {
            routes.MapGet("/releases/{version}/people." + ending, async (
                string version, string? table, string? area, string? part, string? subsystem, string? tree, string? employer, string? asOf, string? since,
                HttpContext context, SiteStateReader reader, RangeQueries ranges, PeopleQueries people, CancellationToken cancellation) =>
            {
                if (await reader.ReadAsync(cancellation) is null)
                    return Results.Text("There is no data yet.", statusCode: StatusCodes.Status503ServiceUnavailable);
                var (filter, wrong) = ChangesetFilterReader.Read(area, part, subsystem, tree, employer: employer);
                var which = PeopleTable.Developers;
                if (wrong is null && !string.IsNullOrEmpty(table) && !PeopleTables.TryParse(table, out which))
                    wrong = NoTable(table);
                if (wrong is not null)
                    return Results.Text(wrong, statusCode: StatusCodes.Status400BadRequest);
                var (range, problem, isMissing) = await RangeReader.ReadAsync(version, asOf, since, ranges.FindAsync, cancellation);
                if (range is null)
                    return Results.Text(problem, statusCode: isMissing ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
                context.Response.GetTypedHeaders().ContentDisposition =
                    new ContentDispositionHeaderValue("inline") { FileName = $"{range.Version}-{(ending == "csv" ? which.Slug() : "people")}.{ending}" };
                return Results.Text(write(await people.ReportAsync(range, filter!, cancellation), which), type + "; charset=utf-8");
            }).ExcludeFromDescription();
        }
        return routes;
    }

    /// <summary>What a reader is told who asks for a table that does not exist.</summary>
    public static string NoTable(string text) => $"There is no table “{text}”. Tables are: {string.Join(", ", PeopleTables.All.Select(t => t.Slug()))}.";
}
