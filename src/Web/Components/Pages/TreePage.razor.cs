using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>What came through one tree.</summary>
public sealed partial class TreePage(TreeQueries queries, NavigationManager navigation)
{
    private const int PageSize = 50;

    /// <summary>The tree's name, with its slashes.</summary>
    [Parameter]
    public required string Name { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    private TreeDetails? Tree { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Tree = await queries.GetAsync(Name, Pager.Number(PageText), PageSize, CancellationToken.None);
        if (Tree is null)
            navigation.NotFound();
    }

    private static string KindWords(SourceKind kind) => kind switch
    {
        SourceKind.Repository => "A repository.",
        SourceKind.Unnamed => "Merges that name no repository.",
        SourceKind.Direct => "Changesets that mainline's own maintainer committed, many of them mailed as patches.",
        _ => "Work of another committer that mainline was moved forward to, without a merge commit.",
    };
}
