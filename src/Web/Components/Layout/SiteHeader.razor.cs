using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Layout;

/// <summary>Name of the site, ways through it, search.</summary>
public sealed partial class SiteHeader(NavigationManager navigation)
{
    /// <summary>The newest release, whose window the navigation leads to; null without data.</summary>
    [Parameter, EditorRequired]
    public required string? Newest { get; set; }

    /// <summary>A stable series is tracked.</summary>
    [Parameter]
    public bool HasStable { get; set; }

    /// <summary>What was searched for, so that the field keeps it.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    private string? Query { get; set; }

    private string Path => navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0];

    private string? Current(string section, bool exceptWindow = false)
    {
        var inSection = Path == section || Path.StartsWith(section + '/', StringComparison.Ordinal);
        if (exceptWindow && Newest is not null && Path.StartsWith($"releases/{Newest}/window", StringComparison.Ordinal))
            return null;
        return inSection ? Path == section ? "page" : "true" : null;
    }
}
