using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Storage;
using KernelTracker.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>Search over subjects, messages, people, paths and ids.</summary>
public sealed partial class Search(SearchQueries queries, StableQueries stable, VulnerabilityQueries vulnerabilities, NavigationManager navigation)
{
    private const int PageSize = 25;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "release")]
    private string? ReleaseText { get; set; }

    [SupplyParameterFromQuery(Name = "area")]
    private string? AreaText { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    private SearchAnswer? Answer { get; set; }

    private IReadOnlyList<string> Versions { get; set; } = [];

    private KernelVersion? Release { get; set; }

    /// <summary>The stable update that the query names, released or in preparation.</summary>
    private string? Update { get; set; }

    private Area? Area { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (await vulnerabilities.NameAsync(Query, CancellationToken.None) is { } record)
        {
            navigation.NavigateTo(Links.Cve(record));
            return;
        }
        if (StableVersion.TryParse(Query?.Trim(), out var update)
            && (await stable.FindAsync(update, CancellationToken.None) is not null || (await stable.ReviewsAsync(update, CancellationToken.None)).Count > 0))
            Update = update.Update.ToString();
        Release = KernelVersion.TryParse(ReleaseText, out var version) ? version.Release : null;
        Area = AreaNames.TryParse(AreaText, out var area) ? area : null;
        Versions = await queries.VersionsAsync(CancellationToken.None);
        Answer = await queries.FindAsync(Query, Release, Area, Pager.Number(PageText), PageSize, CancellationToken.None);
    }

    private bool HasSignposts(SearchAnswer answer) =>
        Update is not null || answer.Release is not null || answer.Commits.Count + answer.Developers.Count + answer.Subsystems.Count + answer.Trees.Count > 0;

    /// <summary>The same words as beginnings; null when that would change nothing.</summary>
    private string? Wider =>
        Answer is { } answer && answer.Text.Terms.Any(t => t is { IsPrefix: false, IsExcluded: false } && t.Tokens[^1].Length >= SearchText.MinPrefix)
            ? answer.Text.AsPrefixes()
            : null;

    private string Address(int page, bool everywhere = false)
    {
        var address = $"/search?q={Uri.EscapeDataString(Answer!.Text.Text)}";
        if (!everywhere && Release is { } release)
            address += $"&release={release}";
        if (!everywhere && Area is { } area)
            address += $"&area={area.Slug()}";
        return page > 1 ? $"{address}&page={page}" : address;
    }

    private static string ResultAddress(SearchResult result) =>
        (result.IsPull ? "/pulls/" : "/changesets/") + result.Line.Sha;

    private static string Where(SearchColumn column) => column switch
    {
        SearchColumn.Body => "Message:",
        SearchColumn.Paths => "Path:",
        SearchColumn.Subject => "Subject:",
        _ => "",
    };
}
