using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>One commit with everything known of it.</summary>
public sealed partial class ChangesetPage(
    ChangesetQueries changesets, PullQueries pulls, HardwareQueries hardware, StableStandingQueries standings, InterfaceQueries interfaces, NavigationManager navigation)
{
    private const int FilesOnPage = 500;

    /// <summary>Commits listed for an ambiguous id.</summary>
    private const int Shown = 50;

    /// <summary>The commit's id; an abbreviated one leads to the whole, or to a choice.</summary>
    [Parameter]
    public required string Id { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    private IReadOnlyList<CommitLine>? Candidates { get; set; }

    private ChangesetDetails? Changeset { get; set; }

    private PageOf<FileLine> Files { get; set; } = new([], 1, FilesOnPage, 0);

    private IReadOnlyList<HardwareItem> Hardware { get; set; } = [];

    private IReadOnlyList<InterfaceTouch> Interfaces { get; set; } = [];

    /// <summary>What stable series make of it; null for a merge.</summary>
    private ChangesetStanding? Standing { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (!ObjectId.TryParse(Id, out var sha))
        {
            await ChooseAsync();
            return;
        }
        if (await changesets.GetAsync(sha, CancellationToken.None) is not { } found)
        {
            navigation.NotFound();
            return;
        }
        if (found.IsMerge && await pulls.GetAsync(sha, CancellationToken.None) is not null)
        {
            navigation.NavigateTo($"/pulls/{sha}");
            return;
        }
        Changeset = found;
        Files = await changesets.FilesAsync(sha, Pager.Number(PageText), FilesOnPage, CancellationToken.None);
        Hardware = await hardware.OfChangesetAsync(sha, CancellationToken.None);
        Interfaces = await interfaces.OfChangesetAsync(sha, CancellationToken.None);
        Standing = found.IsMerge ? null : await standings.OfAsync(sha, CancellationToken.None);
    }

    private async Task ChooseAsync()
    {
        var found = await changesets.StartingWithAsync(Id, Shown, CancellationToken.None);
        if (found.Count == 0)
            navigation.NotFound();
        else if (found.Count == 1)
            navigation.NavigateTo($"/changesets/{found[0].Sha}");
        else
            Candidates = found;
    }

    private static string ArrivalWords(ChangesetDetails commit) => commit.Arrival switch
    {
        Arrival.Pull => "",
        Arrival.Direct => "Applied directly to mainline, not pulled.",
        Arrival.FastForward => "Mainline was moved forward to it without a merge commit.",
        _ => "Mainline does not hold it.",
    };

    private static string KindWord(FileLine file) => file.Kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Deleted => "deleted",
        ChangeKind.Renamed => "renamed",
        ChangeKind.TypeChanged => "type changed",
        _ => "modified",
    };

    private string FilesCaption(ChangesetDetails commit)
    {
        var all = Say.Count(Files.Total, "changed path");
        var shown = Files.LastPage > 1 ? $", page {Files.Page} of {Files.LastPage}" : "";
        return commit.Added is null ? $"{all}{shown}; lines are not counted yet." : $"{all}{shown}; renames are followed.";
    }

    /// <summary>The name in "Name &lt;address&gt;"; the whole value when it is written another way.</summary>
    private static string PersonName(string value)
    {
        var end = value.IndexOf('<', StringComparison.Ordinal);
        return Plain.Name(end > 0 ? value[..end].Trim().Trim('"') : value);
    }

    private static IEnumerable<(string Text, string? Target)> TrailerPieces(TrailerLine trailer, ChangesetDetails commit)
    {
        if (Uri.TryCreate(trailer.Value.Trim(), UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
            return [(Plain.Text(trailer.Value), address.AbsoluteUri)];
        // "Fixes: 0123456789ab ("subject")" needs no word "commit" before the id.
        var id = trailer.Value.Split(' ', 2)[0];
        return commit.Mentions.TryGetValue(id, out var mentioned)
            ? [(id, $"/changesets/{mentioned.Sha}"), (Plain.Text(trailer.Value[id.Length..]), null)]
            : MessageText.Split(trailer.Value, commit.Mentions);
    }
}
