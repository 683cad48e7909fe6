using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;

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
            Stretch.Map(routes, "people." + ending, async (
                string? table, string? area, string? part, string? subsystem, string? tree, string? employer,
                Stretch stretch, HttpContext context, PeopleQueries people, CancellationToken cancellation) =>
            {
                var (filter, wrong) = ChangesetFilterReader.Read(area, part, subsystem, tree, employer: employer);
                var which = PeopleTable.Developers;
                if (wrong is null && !string.IsNullOrEmpty(table) && !PeopleTables.TryParse(table, out which))
                    wrong = NoTable(table);
                if (wrong is not null)
                    return Stretch.Wrong(wrong);
                Stretch.Name(context, stretch.Range!, $"{(ending == "csv" ? which.Slug() : "people")}.{ending}");
                return Results.Text(write(await people.ReportAsync(stretch.Range!, filter!, cancellation), which), type + "; charset=utf-8");
            });
        }
        return routes;
    }

    /// <summary>What a reader is told who asks for a table that does not exist.</summary>
    public static string NoTable(string text) => $"There is no table “{text}”. Tables are: {string.Join(", ", PeopleTables.All.Select(t => t.Slug()))}.";
}
