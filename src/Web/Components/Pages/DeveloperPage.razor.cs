using System.Globalization;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>A developer and what came from them.</summary>
public sealed partial class DeveloperPage(DeveloperQueries queries, NavigationManager navigation)
{
    /// <summary>Number of the developer.</summary>
    [Parameter]
    public required string Id { get; set; }

    private DeveloperDetails? Developer { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (int.TryParse(Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            Developer = await queries.GetAsync(id, CancellationToken.None);
        if (Developer is null)
            navigation.NotFound();
    }
}
