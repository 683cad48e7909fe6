using KernelTracker.Data.Queries;
using KernelTracker.Web.Api;
using KernelTracker.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>Search over names that users and modules rely on, and what each release did to them.</summary>
public sealed partial class Identifiers(InterfaceQueries queries, SearchQueries search)
{
    private const int PageSize = 50;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    private string? KindText { get; set; }

    [SupplyParameterFromQuery(Name = "release")]
    private string? ReleaseText { get; set; }

    [SupplyParameterFromQuery(Name = "change")]
    private string? ChangeText { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    private string? Problem { get; set; }

    private InterfaceFilter Filter { get; set; } = new();

    private IReadOnlyList<string> Versions { get; set; } = [];

    private IReadOnlyList<InterfaceCount>? Counts { get; set; }

    private PageOf<InterfaceHit>? Hits { get; set; }

    private string Title => (Filter.Text, Filter.Release) switch
    {
        ({ } text, _) => $"{Plain.Subject(text)} · Identifiers",
        (null, { } release) => $"Identifiers in {release}",
        _ => "Identifiers",
    };

    protected override async Task OnInitializedAsync()
    {
        var (filter, problem) = IdentifierFilterReader.Read(Query, KindText, ReleaseText, ChangeText);
        if (filter is null)
        {
            Problem = problem;
            return;
        }
        Filter = filter;
        Versions = await search.VersionsAsync(CancellationToken.None);
        if (filter.Release is { } release)
            Counts = await queries.CountsAsync(release, CancellationToken.None);
        if (filter.Text is not null || filter.Release is not null)
            Hits = await queries.ListAsync(filter, Pager.Number(PageText), PageSize, CancellationToken.None);
    }

    private static string Words(InterfaceFate change) => change switch
    {
        InterfaceFate.Added => "came",
        InterfaceFate.Removed => "went",
        _ => "came and went",
    };
}
