using KernelTracker.Data.Queries;
using KernelTracker.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Layout;

/// <summary>The frame of every page. Gives the page the published state as a cascading value.</summary>
public sealed partial class MainLayout(SiteStateReader reader, NavigationManager navigation)
{
    /// <summary>Pages that have something to say while there is no data.</summary>
    private static readonly string[] WithoutData = ["status", "how-we-count", "not-found"];

    private SiteState? State { get; set; }

    private string Path => navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0];

    private string Here => '/' + navigation.ToBaseRelativePath(navigation.Uri).Split('#')[0];

    private bool NeedsNoData => WithoutData.Contains(Path, StringComparer.OrdinalIgnoreCase);

    protected override async Task OnInitializedAsync() => State = await reader.ReadAsync(CancellationToken.None);
}
