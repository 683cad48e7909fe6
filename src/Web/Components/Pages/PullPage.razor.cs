using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>One pull: who asked for what, and the changesets it brought.</summary>
public sealed partial class PullPage(PullQueries pulls, ChangesetQueries changesets, HardwareQueries hardware, NavigationManager navigation)
{
    private const int PageSize = 100;

    /// <summary>The merge commit's id; an abbreviated one leads to the whole.</summary>
    [Parameter]
    public required string Id { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    private PullDetails? Pull { get; set; }

    private PageOf<CommitLine> Changesets { get; set; } = new([], 1, PageSize, 0);

    private IReadOnlyList<HardwareItem> Hardware { get; set; } = [];

    /// <summary>Areas, largest first, with their parts in words.</summary>
    private IReadOnlyList<(Area Area, int Changesets, string Parts)> Areas => Pull is null ? [] :
    [
        .. Pull.Areas.GroupBy(a => a.Area)
            .Select(g => (
                g.Key,
                g.Sum(a => a.Changesets),
                string.Join(", ", g.Where(a => a.Part is not null).Select(a => g.Count() == 1 ? a.Part : $"{a.Part} {Say.Count(a.Changesets)}"))))
            .OrderByDescending(g => g.Item2),
    ];

    protected override async Task OnInitializedAsync()
    {
        if (!ObjectId.TryParse(Id, out var sha))
        {
            // The changeset's page knows abbreviated ids.
            if ((await changesets.StartingWithAsync(Id, 1, CancellationToken.None)).Count > 0)
                navigation.NavigateTo($"/changesets/{Id}");
            else
                navigation.NotFound();
            return;
        }
        Pull = await pulls.GetAsync(sha, CancellationToken.None);
        if (Pull is null)
        {
            if ((await changesets.StartingWithAsync(Id, 1, CancellationToken.None)).Count > 0)
                navigation.NavigateTo($"/changesets/{sha}");
            else
                navigation.NotFound();
            return;
        }
        Changesets = await pulls.ChangesetsAsync(sha, Pager.Number(PageText), PageSize, CancellationToken.None);
        Hardware = await hardware.OfPullAsync(sha, CancellationToken.None);
    }

    private static string RefWords(PullDetails pull) => pull switch
    {
        { RefName: null or "" } => "",
        { RefKind: PulledRef.Tag } => $", tag {Plain.Text(pull.RefName)}",
        { RefKind: PulledRef.Branch } => $", branch {Plain.Text(pull.RefName)}",
        { RefKind: PulledRef.Commit } => $", commit {Plain.Text(pull.RefName)}",
        _ => "",
    };
}
