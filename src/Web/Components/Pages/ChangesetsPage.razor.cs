using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Api;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>The changesets behind a number: where every figure of a release leads.</summary>
public sealed partial class ChangesetsPage(RangeQueries ranges, CompareQueries compare, ChangesetListQueries changesets)
{
    private const int APage = 100;

    /// <summary>The release, from the address; null for a comparison.</summary>
    [Parameter]
    public string? Version { get; set; }

    /// <summary>The two moments of a comparison, from the address.</summary>
    [Parameter]
    public string? Pair { get; set; }

    [SupplyParameterFromQuery(Name = "area")]
    private string? Area { get; set; }

    [SupplyParameterFromQuery(Name = "part")]
    private string? Part { get; set; }

    [SupplyParameterFromQuery(Name = "subsystem")]
    private string? Subsystem { get; set; }

    [SupplyParameterFromQuery(Name = "tree")]
    private string? Tree { get; set; }

    [SupplyParameterFromQuery(Name = "origin")]
    private string? Origin { get; set; }

    [SupplyParameterFromQuery(Name = "developer")]
    private string? Developer { get; set; }

    [SupplyParameterFromQuery(Name = "role")]
    private string? Role { get; set; }

    [SupplyParameterFromQuery(Name = "employer")]
    private string? Employer { get; set; }

    [SupplyParameterFromQuery(Name = "day")]
    private string? Day { get; set; }

    [SupplyParameterFromQuery(Name = "candidate")]
    private string? Candidate { get; set; }

    [SupplyParameterFromQuery(Name = "merges")]
    private string? Merges { get; set; }

    [SupplyParameterFromQuery(Name = "asOf")]
    private string? AsOf { get; set; }

    [SupplyParameterFromQuery(Name = "since")]
    private string? Since { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    private string? Problem { get; set; }

    private bool IsMissing { get; set; }

    private ChangesetFilter Filter { get; set; } = new();

    private ReleaseRange? Range { get; set; }

    private PageOf<ChangesetLine>? List { get; set; }

    /// <summary>The filter in words, one condition each.</summary>
    private IReadOnlyList<string> Conditions { get; set; } = [];

    private string Heading => Range is { IsComparison: true } ? $"{Range.GitRange}: {(Filter.WithMerges ? "commits" : "changesets")}" : Range!.Version + (Filter.WithMerges ? ": commits" : ": changesets")
        + (Range.CutAt is { } asOf ? $" as of {Say.Moment(asOf)}" : "") + (Range.Since is { } since ? $", since {Say.Moment(since)}" : "");

    /// <summary>The feed for those who come back to this list: one subject of it, over all releases; null where there is none.</summary>
    private PullFilter? Feed => Filter switch
    {
        { Subsystem: { } subsystem } when Names?.Subsystem is not null => new() { Subsystem = subsystem },
        { Area: { } area } => new() { Area = area },
        { Tree: { } tree } => new() { Tree = tree },
        _ => null,
    };

    private string FeedTitle => Feed switch
    {
        { Subsystem: not null } => $"Pulls with changesets of {Plain.Text(Names!.Subsystem!)}",
        { Area: { } area } => $"Pulls about {area.Title()}",
        _ => $"Pulls from {Plain.Text(Filter.Tree!)}",
    };

    private FilterNames? Names { get; set; }

    /// <summary>The git command that gives the same number, where there is one.</summary>
    private string? Command => Filter switch
    {
        { Area: null, Part: null, Subsystem: null, Tree: null, Origin: null, Developer: null, Role: null, Employer: null, Day: null, Candidate: null } =>
            Filter.WithMerges ? Range!.CountCommand.Replace(" --no-merges", "", StringComparison.Ordinal) : Range!.CountCommand,
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        var (filter, wrong) = ChangesetFilterReader.Read(Area, Part, Subsystem, Tree, Developer, Day, Candidate, Merges, Role, Employer, Origin);
        Problem = wrong;
        if (filter is null)
            return;
        if (!Paging.TryRead(PageText, null, out var paging, out var notAPage))
        {
            Problem = notAPage;
            return;
        }
        (var range, Problem, IsMissing) = Pair is not null
            ? await RangeReader.ReadAsync(Pair, compare, CancellationToken.None)
            : await RangeReader.ReadAsync(Version!, AsOf, Since, ranges.FindAsync, CancellationToken.None);
        if (range is null)
            return;
        (Range, Filter) = (range, filter);
        List = await changesets.ListAsync(range, filter, paging.Number, APage, CancellationToken.None);
        Names = await changesets.NamesAsync(filter, CancellationToken.None);
        Conditions = FilterWords.Of(filter, Names, range.Version);
    }
}
