using KernelTracker.Data.Queries;

namespace KernelTracker.Web.Components.Pages;

/// <summary>All employers.</summary>
public sealed partial class Employers(EmployerQueries queries)
{
    private EmployerList? List { get; set; }

    protected override async Task OnInitializedAsync() => List = await queries.ListAsync(CancellationToken.None);
}
