using System.Globalization;
using KernelTracker.Data.Model;
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

    /// <summary>The roles that the developer ever had: a column each.</summary>
    private IReadOnlyList<PersonRole> Roles => [.. PersonRoleNames.All.Where(r => Developer!.Releases.Any(x => x.Roles.ContainsKey(r)))];

    /// <summary>Employers with their releases, earliest first: "v2.6.12–v2.6.28".</summary>
    private List<(string Name, string Releases)> Employers =>
    [
        .. from release in Developer!.Releases
           from employer in release.Employers
           group release.Version by employer into versions
           select (versions.Key, versions.Count() == 1 ? versions.First() : $"{versions.First()}–{versions.Last()}"),
    ];

    protected override async Task OnInitializedAsync()
    {
        if (int.TryParse(Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            Developer = await queries.GetAsync(id, CancellationToken.None);
        if (Developer is null)
            navigation.NotFound();
    }

    private static string Heading(PersonRole role) => role switch
    {
        PersonRole.Reviewer => "Reviewed",
        PersonRole.Tester => "Tested",
        PersonRole.Reporter => "Reported",
        PersonRole.Acker => "Acked",
        _ => "Signed off",
    };
}
