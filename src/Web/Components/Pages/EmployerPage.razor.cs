using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>An employer and what came from its people.</summary>
public sealed partial class EmployerPage(EmployerQueries queries, NavigationManager navigation)
{
    /// <summary>The employer's name in the address.</summary>
    [Parameter]
    public required string Slug { get; set; }

    private EmployerDetails? Employer { get; set; }

    private string Title => Employer?.Name ?? "Employer unknown";

    protected override async Task OnInitializedAsync()
    {
        Employer = await queries.GetAsync(Slug, CancellationToken.None);
        if (Employer is null)
            navigation.NotFound();
    }
}
