using KernelTracker.Data.Queries;

namespace KernelTracker.Web.Components.Pages;

/// <summary>All trees that mainline is fed from.</summary>
public sealed partial class Trees(TreeQueries queries)
{
    private IReadOnlyList<TreeRow>? List { get; set; }

    protected override async Task OnInitializedAsync() => List = await queries.ListAsync(CancellationToken.None);
}
