using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>A CVE record.</summary>
public sealed partial class CvePage(VulnerabilityQueries queries, NavigationManager navigation)
{
    /// <summary>"CVE-2024-26637", from the address.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    private VulnerabilityDetails? Record { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Record = await queries.GetAsync(Name, CancellationToken.None);
        if (Record is null)
            navigation.NotFound();
    }
}
