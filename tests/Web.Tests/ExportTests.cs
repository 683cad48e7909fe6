using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using KernelTracker.Data.Reports;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Web.Tests;

/// <summary>
/// Whatever the site gives is valid in its format. The list is that of the endpoints themselves: one that is new and has no
/// example here fails, and so does a link on a page to a file that is not valid.
/// </summary>
public sealed partial class ExportTests(ExportSite site) : IClassFixture<ExportSite>
{
    /// <summary>Patterns that need parameters to answer at all, and those that deserve more than one question.</summary>
    private static readonly Dictionary<string, string[]> Questions = new()
    {
        ["/api/v1/identifiers"] = ["q=a", "release={newest}"],
        ["/api/v1/kconfig"] = ["q=a"],
        ["/api/v1/stable/is-it-in"] = ["q={sha}"],
        ["/identifiers.csv"] = ["q=a", "release={newest}", "release={newest}&change=came-and-went"],
        ["/identifiers"] = ["", "q=a", "release={newest}"],
        ["/kconfig"] = ["", "q=a"],
        ["/stable/is-it-in"] = ["", "q={sha}"],
        ["/stable/{Series}/between"] = ["{between}"],
        ["/stable/{series}/between.txt"] = ["{between}"],
        ["/stable/{series}/between.csv"] = ["{between}"],
        ["/search"] = ["", "q=a", "q=usb", "q=%3Cscript%3E"],
        ["/hardware"] = ["", "q=usb", "q=8086", "category=networking"],
        ["/hardware.csv"] = ["", "q=usb", "category=networking"],
        ["/hardware/which-kernel"] = [""],
        ["/cve.csv"] = ["", "year=2024"],
        ["/releases/{Version}/window"] = ["", "asOf=2014-10-10"],
        ["/releases/{version}/window.html"] = ["", "asOf=2014-10-08T20:00:00Z"],
        ["/releases/{Version}/hardware"] = ["", "view=table"],
        ["/releases/{version}/people.csv"] = ["", "table=employers", "table=reviewers", "table=lines"],
        ["/releases/{version}/changesets.csv"] = ["", "merges=1", "area=networking"],
        ["/feeds/pulls.atom"] = ["", "area=networking", "release={newest}", "subsystem={subsystem}", "tree={tree}"],
        ["/feeds/releases.atom"] = ["", "candidates=0"],
        ["/feeds/hardware.atom"] = ["", "category=networking"],
        ["/feeds/stable.atom"] = ["", "series={series}"],
        ["/subsystems"] = ["", "by=name"],
        ["/releases"] = ["", "sort=changesets"],
        ["/api/v1/status"] = [""],
    };

    /// <summary>What is no export: health, the page of an error, the page of a page that is not there.</summary>
    private static readonly string[] Other = ["/healthz", "/readyz", "/error", "/not-found", "/openapi/{documentName}.json"];

    /// <summary>Files of JSON that the OpenAPI document does not describe, and the schema of it that they are.</summary>
    private static readonly (string Ending, string Schema)[] Files =
    [
        ("/window.json", "WindowDocument"), ("/parts.json", "PartsDocument"), ("/hardware.json", "HardwareDocument"), ("/people.json", "PeopleDocument"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_the_site_gives_is_valid()
    {
        var schema = new ApiSchema(await site.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Cancellation));
        var faults = new List<string>();
        var links = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var types = new HashSet<string>(StringComparer.Ordinal);

        foreach (var pattern in site.Patterns.Except(Other))
        {
            var addresses = site.Addresses(pattern);
            if (addresses.Count == 0)
                faults.Add($"{pattern}: there is no example of it; give its parameters a value in ExportSite");
            foreach (var address in addresses.SelectMany(a => Asked(pattern, a)))
                await CheckAsync(address, pattern);
        }
        // Files that pages link to are valid too, with the parameters that pages give them.
        foreach (var link in links.Where(l => File().IsMatch(l) && !l.StartsWith("/api/", StringComparison.Ordinal) && !l.StartsWith("/favicon", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList())
            await CheckAsync(link, null);

        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n" + string.Join('\n', faults.Take(100)));
        // So that nobody empties the list unnoticed.
        Assert.True(seen.Count > 400, $"Only {seen.Count} addresses were looked at.");
        Assert.Superset(
            new HashSet<string> { "text/html", "text/plain", "text/markdown", "text/csv", "application/json", "application/atom+xml", "image/svg+xml" }, types);

        async Task CheckAsync(string address, string? pattern)
        {
            if (!seen.Add(address))
                return;
            using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
            var body = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(await answer.Content.ReadAsByteArrayAsync(Cancellation));
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                faults.Add($"{address}: {(int)answer.StatusCode} {body.Split('\n')[0]}");
                return;
            }
            var type = answer.Content.Headers.ContentType!.MediaType!;
            types.Add(type);
            try
            {
                faults.AddRange(Faults(address, pattern, type, body).Take(5).Select(f => $"{address}: {f}"));
            }
            catch (Exception e) when (e is FormatException or System.Xml.XmlException or System.Text.Json.JsonException)
            {
                faults.Add($"{address}: {e.Message}");
            }
            if (type == "text/html")
                links.UnionWith(Link().Matches(body).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value).Split('#')[0]));
        }

        IReadOnlyList<string> Faults(string address, string? pattern, string type, string body) => type switch
        {
            "text/html" => address.Split('?')[0].EndsWith(".html", StringComparison.Ordinal) ? HtmlCheck.Fragment(body) : HtmlCheck.Page(body),
            "application/atom+xml" => AtomCheck.Feed(body, new Uri(site.Client.BaseAddress!, address)),
            "text/csv" => CsvCheck.Read(body).Count > 0 ? [] : ["no header"],
            "image/svg+xml" => XDocument.Parse(body).Root is { Name.LocalName: "svg" } svg && svg.Elements().Any(e => e.Name.LocalName == "title") ? [] : ["no svg with a title"],
            "application/json" when address.StartsWith("/api/", StringComparison.Ordinal) =>
                schema.OfPath(Described(pattern!), body),
            "application/json" => OfFile(address.Split('?')[0], body),
            "text/plain" or "text/markdown" => body.Any(c => char.IsControl(c) && c is not ('\n' or '\t')) ? ["a control character"] : [],
            _ => [$"{type} is no format that is known here"],
        };

        IReadOnlyList<string> OfFile(string path, string body)
        {
            if (path == "/releases.json" || path.EndsWith("/changes.json", StringComparison.Ordinal))
            {
                using var json = System.Text.Json.JsonDocument.Parse(body);
                var faultsOfChanges = new List<string>();
                if (json.RootElement.TryGetProperty("changes", out var changes))
                {
                    foreach (var change in changes.EnumerateArray())
                        faultsOfChanges.AddRange(schema.OfName("NotableChangeDocument", change.GetRawText()));
                }
                return faultsOfChanges;
            }
            var named = path.StartsWith("/compare/", StringComparison.Ordinal) && path.Split('/').Length == 3 ? "WindowDocument"
                : Files.FirstOrDefault(f => path.EndsWith(f.Ending, StringComparison.Ordinal)).Schema;
            return named is null ? ["no schema is known for this file"] : schema.OfName(named, body);
        }
    }

    [Fact]
    public async Task Head_answers_what_get_would()
    {
        var faults = new List<string>();
        foreach (var pattern in site.Patterns.Except(["/openapi/{documentName}.json"]).Append("/openapi/v1.json").Append("/css/site.css"))
        {
            foreach (var address in site.Addresses(pattern).Take(1).SelectMany(a => Asked(pattern, a)))
            {
                using var get = await site.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
                using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(address, UriKind.Relative));
                using var head = await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
                if (Seen(get) != Seen(head))
                    faults.Add($"{address}: {Seen(head)} instead of {Seen(get)}");
            }
        }
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n" + string.Join('\n', faults));

        static string Seen(HttpResponseMessage answer) =>
            $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {answer.Headers.ETag} {answer.Headers.CacheControl} {string.Join(' ', answer.Headers.Vary)}";
    }

    [Fact]
    public async Task Head_is_not_kept_and_leaves_alone_what_is()
    {
        var page = new Uri("/releases?sort=developers", UriKind.Relative);
        Assert.Null(await AgeAsync(HttpMethod.Head));
        Assert.Null(await AgeAsync(HttpMethod.Head));
        Assert.Null(await AgeAsync(HttpMethod.Get));
        Assert.Null(await AgeAsync(HttpMethod.Head));
        Assert.NotNull(await AgeAsync(HttpMethod.Get));
        Assert.EndsWith("</html>", (await GetAsync(page.ToString())).TrimEnd(), StringComparison.Ordinal);

        // Set on what comes from the cache, and only there.
        async Task<TimeSpan?> AgeAsync(HttpMethod method)
        {
            using var request = new HttpRequestMessage(method, page);
            using var answer = await site.Client.SendAsync(request, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return answer.Headers.Age;
        }
    }

    [Fact]
    public async Task The_document_of_the_interface_describes_every_route_of_it()
    {
        var schema = new ApiSchema(await site.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Cancellation));

        Assert.Equal(
            site.Patterns.Where(p => p.StartsWith("/api/", StringComparison.Ordinal)).Select(Described).Order(StringComparer.Ordinal),
            schema.Paths.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Files_have_the_bytes_that_the_verb_writes()
    {
        var pair = site.Values["pair"][0];
        foreach (var format in ReportFormat.All)
        {
            await SameAsync($"/releases/{site.Newest}/window.{format.Ending}", site.Newest, "--format", format.Name);
            await SameAsync($"/compare/{pair}.{format.Ending}", pair, "--format", format.Name);
        }
        await SameAsync($"/releases/{site.Newest}/window.html?asOf=2014-10-10&since=2014-10-08", site.Newest, "--as-of", "2014-10-10", "--since", "2014-10-08", "--format", "html");
        await SameAsync($"/releases/{site.Newest}/window/parts.html", site.Newest, "--parts", "--format", "html");
        await SameAsync($"/releases/{site.Newest}/window/parts.md?cuts=2014-10-10", site.Newest, "--cut", "2014-10-10", "--format", "markdown");
    }

    [Theory]
    [InlineData("")]
    [InlineData("area=networking")]
    [InlineData("merges=1")]
    [InlineData("candidate=2")]
    public async Task A_list_of_changesets_is_whole(string filter)
    {
        using var json = System.Text.Json.JsonDocument.Parse(await GetAsync($"/api/v1/releases/{site.Newest}/changesets?pageSize=1&{(filter == "merges=1" ? "" : filter)}"));
        using var release = System.Text.Json.JsonDocument.Parse(await GetAsync($"/api/v1/releases/{site.Newest}"));

        var rows = CsvCheck.Read(await GetAsync($"/releases/{site.Newest}/changesets.csv?{filter}"));

        Assert.Equal((filter == "merges=1" ? release.RootElement.GetProperty("commits") : json.RootElement.GetProperty("total")).GetInt32(), rows.Count - 1);
        Assert.All(rows.Skip(1), r => Assert.Equal(site.Newest, r[6]));
        Assert.Equal(rows.Count - 1, rows.Skip(1).Select(r => r[0]).Distinct().Count());
    }

    [Fact]
    public async Task A_comparison_names_the_release_of_each_changeset()
    {
        var pair = site.Values["pair"][0];
        using var json = System.Text.Json.JsonDocument.Parse(await GetAsync($"/api/v1/compare/{pair}"));

        var rows = CsvCheck.Read(await GetAsync($"/compare/{pair}/changesets.csv"));

        Assert.Equal(json.RootElement.GetProperty("changesets").GetInt32(), rows.Count - 1);
        Assert.Equal(site.Values["version"].Reverse().Skip(1), rows.Skip(1).Select(r => r[6]).Reverse().Distinct());
        Assert.All(rows.Skip(1).Where(r => r[7].Length > 0), r => Assert.StartsWith(r[6] + "-rc", r[7], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_feed_of_a_subsystem_has_the_pulls_of_its_changesets()
    {
        var slug = site.Values["subsystems/{Slug}"][0];
        var pulls = new HashSet<string>();
        foreach (var version in site.Values["version"])
        {
            foreach (var sha in CsvCheck.Read(await GetAsync($"/releases/{version}/changesets.csv?subsystem={slug}")).Skip(1).Select(r => r[0]))
            {
                using var changeset = System.Text.Json.JsonDocument.Parse(await GetAsync($"/api/v1/changesets/{sha}"));
                if (changeset.RootElement.GetProperty("pull") is { ValueKind: System.Text.Json.JsonValueKind.Object } pull)
                    pulls.Add(pull.GetProperty("sha").GetString()!);
            }
        }

        var feed = XDocument.Parse(await GetAsync($"/feeds/pulls.atom?subsystem={slug}")).Root!;

        Assert.NotEmpty(pulls);
        Assert.Equal(
            pulls.Order(StringComparer.Ordinal),
            feed.Elements(feed.Name.Namespace + "entry").Select(e => ((string)e.Element(feed.Name.Namespace + "link")!.Attribute("href")!).Split('/')[^1]).Order(StringComparer.Ordinal));
    }

    private Task<string> GetAsync(string address) => site.Client.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation);

    private async Task SameAsync(string address, params string[] arguments)
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [typeof(Ingest.IngestServices).Assembly.Location, "report", .. arguments, "--database", site.Database])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.Latin1,
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        var written = Encoding.Latin1.GetBytes(await process.StandardOutput.ReadToEndAsync(Cancellation));
        await process.WaitForExitAsync(Cancellation);
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(written, await site.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative), Cancellation));
    }

    /// <summary>A pattern as the OpenAPI document writes it.</summary>
    private static string Described(string pattern) => pattern.Replace("{**", "{", StringComparison.Ordinal).TrimEnd('/');

    private IEnumerable<string> Asked(string pattern, string address) =>
        Questions.TryGetValue(pattern.Length > 1 ? pattern.TrimEnd('/') : pattern, out var questions)
            ? questions.Select(q => q.Length == 0 ? address : $"{address}?{Filled(q)}")
            : [address];

    private string Filled(string question) => question
        .Replace("{newest}", site.Newest, StringComparison.Ordinal)
        .Replace("{between}", site.Between, StringComparison.Ordinal)
        .Replace("{sha}", site.Values["changesets/{sha}"][0], StringComparison.Ordinal)
        .Replace("{subsystem}", site.Values["subsystems/{Slug}"][0], StringComparison.Ordinal)
        .Replace("{tree}", site.Values["trees/{*Name}"][0], StringComparison.Ordinal)
        .Replace("{series}", site.Values["series"][0], StringComparison.Ordinal);

    [GeneratedRegex(@"(?:href|src)=""(/[^""]*)""")]
    private static partial Regex Link();

    [GeneratedRegex(@"\.(atom|csv|txt|md|html|json|svg)(\?|$)")]
    private static partial Regex File();
}
