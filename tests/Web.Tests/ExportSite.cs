using System.Globalization;
using KernelTracker.Data.Model;
using KernelTracker.Tests.Support;
using KernelTracker.Web.Components;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace KernelTracker.Web.Tests;

/// <summary>The site on the sample history and a few vulnerability records: something of everything that the site can give.</summary>
public sealed class ExportSite : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WebApplicationFactory<Program> _factory;

    public ExportSite()
    {
        Database = SampleDatabase.Build(_folder.Path);
        SampleVulnerabilities.Add(Database);
        _factory = SiteFixture.Host(Database);
        Client = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var context = TrackerDataBuilder.Open(Database);
        var releases = context.Releases.OrderByDescending(r => r.Id).Select(r => r.Version).ToList();
        Newest = releases[0];
        var update = context.StableUpdates.OrderByDescending(u => u.SeriesId).ThenByDescending(u => u.Number).First();
        var series = context.StableSeries.Single(s => s.Id == update.SeriesId).Name;
        var pull = context.Pulls.OrderByDescending(p => p.Changesets).First();
        var developer = context.Identities.First().DeveloperId.ToString(CultureInfo.InvariantCulture);
        Values = new Dictionary<string, string[]>
        {
            ["version"] = [.. releases],
            ["pair"] = [$"{releases[^1]}...{releases[0]}-rc1"],
            ["pulls/{sha}"] = [Sha(pull.CommitId)],
            ["pulls/{Id}"] = [Sha(pull.CommitId)],
            ["changesets/{sha}"] = [Sha(context.Commits.First(c => !c.IsMerge && c.ReleaseId != null).Id)],
            ["changesets/{Id}"] = [Sha(context.Commits.First(c => !c.IsMerge && c.ReleaseId != null).Id), Sha(context.Commits.First(c => !c.IsMerge && c.ReleaseId == null).Id)],
            ["developers/{Id}"] = [developer],
            ["cve/{id}"] = [context.Vulnerabilities.First().Name],
            ["cve/{Name}"] = [context.Vulnerabilities.First().Name],
            ["employers/{Slug}"] = [EmployerSlug.Unknown, .. context.Employers.Take(1).AsEnumerable().Select(e => EmployerSlug.Of(e.Name))],
            ["subsystems/{Slug}"] = [context.Subsystems.First(s => context.Commits.Any(c => c.SubsystemId == s.Id)).Slug],
            ["trees/{*Name}"] = [TreeLinks.Path(context.SourceTrees.First(t => t.Id == pull.SourceTreeId).Name)],
            ["hardware/{key}"] = [Uri.EscapeDataString(context.HardwareAdditions.First().Key)],
            ["kconfig/{symbol}"] = [context.KconfigSymbols.First().Name],
            ["identifiers/{**name}"] = [context.InterfaceNames.First().Name.TrimStart('/')],
            ["identifiers/{*Name}"] = [context.InterfaceNames.First().Name.TrimStart('/')],
            ["stable/{version}"] = [update.Version],
            ["stable/{name}"] = [series, update.Version, .. context.ReviewRounds.Take(1).AsEnumerable().Select(r => $"v{context.StableSeries.Single(s => s.Id == r.SeriesId).Name}.{r.Number}")],
            ["series"] = [series],
        };
        Between = $"from={"v" + series}&to={update.Version}";

        string Sha(int id) => new ObjectId(context.Commits.Single(c => c.Id == id).Sha).ToString();
    }

    public string Database { get; }

    public HttpClient Client { get; }

    public string Newest { get; }

    /// <summary>Parameters of a range of a stable series.</summary>
    public string Between { get; }

    /// <summary>Values for the parameters of routes; those of "pulls/{sha}" come before those of "sha".</summary>
    public IReadOnlyDictionary<string, string[]> Values { get; }

    /// <summary>Every address pattern that the site answers but files that lie in a folder.</summary>
    public IReadOnlyList<string> Patterns =>
    [
        .. from endpoint in _factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
              && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") != false
           select "/" + endpoint.RoutePattern.RawText!.TrimStart('/') into pattern
           where !pattern.StartsWith("/_", StringComparison.Ordinal) && !pattern.StartsWith("/scalar", StringComparison.Ordinal) && !pattern.StartsWith("/{**", StringComparison.Ordinal)
           orderby pattern
           group pattern by pattern into one
           select one.Key,
    ];

    /// <summary>Addresses that fit a pattern; none where a parameter has no value.</summary>
    public IReadOnlyList<string> Addresses(string pattern)
    {
        var start = pattern.IndexOf('{', StringComparison.Ordinal);
        if (start < 0)
            return [pattern];
        var end = pattern.IndexOf('}', start);
        var whole = pattern[start..(end + 1)];
        var name = whole.Trim('{', '}', '*').Split(':')[0];
        var before = pattern[..start].TrimEnd('/');
        var parent = before[(before.LastIndexOf('/') + 1)..];
        var values = Find($"{parent}/{whole}") ?? Find($"{parent}/{{{name}}}") ?? Find(name) ?? [];
        return [.. values.SelectMany(v => Addresses(pattern[..start] + v + pattern[(end + 1)..]))];

        string[]? Find(string key) => Values.FirstOrDefault(v => v.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value;
    }

    public void Dispose()
    {
        Client.Dispose();
        _factory.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
