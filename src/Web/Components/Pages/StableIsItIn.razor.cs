using KernelTracker.Data.Queries;
using KernelTracker.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>Which stable series have a changeset.</summary>
public sealed partial class StableIsItIn(StableAnswerQueries queries)
{
    private const int PageSize = 25;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Question { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    private StableAnswer? Answer { get; set; }

    protected override async Task OnInitializedAsync() =>
        Answer = await queries.AskAsync(Question, Pager.Number(PageText), PageSize, CancellationToken.None);
}
