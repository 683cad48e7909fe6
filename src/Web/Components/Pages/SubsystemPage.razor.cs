using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>A section of MAINTAINERS and what came in for it.</summary>
public sealed partial class SubsystemPage(SubsystemQueries queries, NavigationManager navigation)
{
    /// <summary>More patterns than this are folded.</summary>
    private const int FoldPatterns = 8;

    /// <summary>Releases whose people are linked.</summary>
    private const int LatestReleases = 5;

    private const int TopEmployers = 10;

    /// <summary>The subsystem's name in the address.</summary>
    [Parameter]
    public required string Slug { get; set; }

    private SubsystemDetails? Subsystem { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Subsystem = await queries.GetAsync(Slug, CancellationToken.None);
        if (Subsystem is null)
            navigation.NotFound();
    }

    private static IEnumerable<(string Name, IReadOnlyList<string> Values)> Facts(SubsystemDetails subsystem)
    {
        if (subsystem.Status is { Length: > 0 } status)
            yield return ("Status", [status]);
        if (subsystem.Maintainers.Count > 0)
            yield return (subsystem.Maintainers.Count == 1 ? "Maintainer" : "Maintainers", [.. subsystem.Maintainers.Select(Addresses.Veiled)]);
        if (subsystem.Lists.Count > 0)
            yield return (subsystem.Lists.Count == 1 ? "Mailing list" : "Mailing lists", subsystem.Lists);
        if (subsystem.Trees.Count > 0)
            yield return (subsystem.Trees.Count == 1 ? "Tree" : "Trees", subsystem.Trees);
    }

    private static RenderFragment Patterns(SubsystemDetails subsystem) => builder =>
    {
        for (var i = 0; i < subsystem.Patterns.Count; i++)
        {
            if (i > 0)
                builder.AddMarkupContent(0, "<br />");
            builder.OpenElement(1, "code");
            builder.AddContent(2, Plain.Text(subsystem.Patterns[i]));
            builder.CloseElement();
        }
    };
}
