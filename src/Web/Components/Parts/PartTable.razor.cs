using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>The parts of a merge window side by side, each leading to its own report.</summary>
public sealed partial class PartTable
{
    private const int AreasShown = 4;

    /// <summary>The parts.</summary>
    [Parameter, EditorRequired]
    public required PartReport Report { get; set; }

    private IEnumerable<Area> Columns => Report.Areas.Take(AreasShown);

    /// <summary>Days are short, for the width of a table; that their end is meant stands above it.</summary>
    private static string Brief(Moment moment) =>
        moment is { IsDay: true, Time: { } day } ? Say.ShortDay(DateOnly.FromDateTime(day.DateTime)) : Say.Moment(moment);

    /// <summary>The last part of a window ends by itself; that of a whole release has to be told its end.</summary>
    private Moment? End(StretchPart part) =>
        part.AsOf is null && Report.Whole is { IsWhole: true, State: ReleaseState.Released } && KernelVersion.TryParse(Report.Whole.Version, out var version)
            ? Moment.Of(version)
            : part.AsOf;
}
