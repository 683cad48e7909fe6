using KernelTracker.Data.Model;
using KernelTracker.Data.Notable;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Api;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>All that users and developers will notice of a release, weak lines included, with the evidence.</summary>
public sealed partial class ReleaseChanges(RangeQueries ranges, NotableQueries notable)
{
    /// <summary>The release, from the address.</summary>
    [Parameter, EditorRequired]
    public required string Version { get; set; }

    /// <summary>Only this kind.</summary>
    [SupplyParameterFromQuery(Name = "kind")]
    private string? KindText { get; set; }

    /// <summary>Only this area.</summary>
    [SupplyParameterFromQuery(Name = "area")]
    private string? AreaText { get; set; }

    /// <summary>As of which moment.</summary>
    [SupplyParameterFromQuery(Name = "asOf")]
    private string? AsOf { get; set; }

    /// <summary>Since which moment.</summary>
    [SupplyParameterFromQuery(Name = "since")]
    private string? Since { get; set; }

    private string? Problem { get; set; }

    private bool IsMissing { get; set; }

    private NotableKind? Kind { get; set; }

    private Area? Area { get; set; }

    private NotableList? List { get; set; }

    /// <summary>Of a whole release there are more weak lines than a page can carry with all their evidence.</summary>
    private bool IsBrief => Kind is null && Area is null;

    private IEnumerable<NotableChange> Shown => List!.All.Where(c => (Kind is null || c.Kind == Kind) && (Area is null || c.Area == Area));

    private IEnumerable<(NotableKind Kind, int Count)> Kinds =>
        from kind in NotableKindNames.All
        let count = List!.All.Count(c => c.Kind == kind && (Area is null || c.Area == Area))
        where count > 0
        select (kind, count);

    private IEnumerable<(Area Area, int Count)> Areas =>
        from area in AreaNames.All
        let count = List!.All.Count(c => c.Area == area && (Kind is null || c.Kind == Kind))
        where count > 0
        select (area, count);

    protected override async Task OnInitializedAsync()
    {
        var (kind, area, wrong) = NotableFilterReader.Read(KindText, AreaText);
        if (wrong is not null)
        {
            Problem = wrong;
            return;
        }
        (Kind, Area) = (kind, area);
        var (range, problem, isMissing) = await RangeReader.ReadAsync(Version, AsOf, Since, ranges.FindAsync, CancellationToken.None);
        (Problem, IsMissing) = (problem, isMissing);
        if (range is not null)
            List = await notable.OfRangeAsync(range, CancellationToken.None);
    }

    private static IEnumerable<(Area Area, IEnumerable<NotableChange> Changes)> ByArea(IEnumerable<NotableChange> changes) =>
        changes.GroupBy(c => c.Area).Select(g => (g.Key, g.AsEnumerable()));

    private static string Heading(ReleaseRange range) =>
        $"Notable changes in {range.Version}" + (range.CutAt is { } asOf ? $", as of {Say.Moment(asOf)}" : "");

    private static string Lede(NotableList list)
    {
        var range = list.Range;
        if (range.Previous is null)
            return $"{range.Version} is the first release of this history: nothing of it counts as new.";
        var since = range.Since is { } moment ? Say.Moment(moment) : range.Previous;
        var users = list.Of(Audience.Users, isStrong: true).Count();
        var developers = list.Of(Audience.Developers, isStrong: true).Count();
        return $"{Say.Count(users, "line")} on what users will notice since {since}, {Say.Count(developers)} on what kernel developers will, found by comparing trees and by the words of changesets; {Say.Count(list.All.Count - users - developers, "weaker one")} folded.";
    }
}
