using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>All subsystems, by area or by name.</summary>
public sealed partial class Subsystems(SubsystemQueries queries)
{
    [SupplyParameterFromQuery(Name = "by")]
    private string? By { get; set; }

    private SubsystemList? List { get; set; }

    private bool ByName => By == "name";

    private IReadOnlyList<Group> Groups { get; set; } = [];

    protected override async Task OnInitializedAsync()
    {
        List = await queries.ListAsync(CancellationToken.None);
        Groups = ByName
            ? [.. List.Rows.GroupBy(r => Initial(r.Name)).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new Group(g.Key, g.Key == "0–9" ? "digits" : g.Key, [.. g]))]
            :
            [
                .. AreaNames.All
                    .Select(a => new Group(a.Title(), a.Slug(), [.. List.Rows.Where(r => r.Area == a).OrderByDescending(r => r.Latest.Sum()).ThenByDescending(r => r.Changesets)]))
                    .Append(new Group("Without a changeset", "none", [.. List.Rows.Where(r => r.Area is null)]))
                    .Where(g => g.Rows.Count > 0),
            ];
    }

    private static string Initial(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) ? name[..1].ToUpperInvariant() : "0–9";

    private sealed record Group(string Title, string Anchor, IReadOnlyList<SubsystemRow> Rows);
}
