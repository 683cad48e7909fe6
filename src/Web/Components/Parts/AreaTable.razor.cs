using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>How much of the parts of areas a table shows.</summary>
public enum PartsShown
{
    /// <summary>None.</summary>
    None,

    /// <summary>Those that hold at least a hundredth; the rest is summed up in a line and folded below.</summary>
    Main,

    /// <summary>All.</summary>
    All,
}

/// <summary>What changesets are about, each figure leading to them.</summary>
public sealed partial class AreaTable
{
    /// <summary>The areas, in the order shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<AreaFigures> Areas { get; set; }

    /// <summary>The stretch that was counted.</summary>
    [Parameter, EditorRequired]
    public required ReleaseRange Range { get; set; }

    /// <summary>All changesets, of which the shares are.</summary>
    [Parameter, EditorRequired]
    public required int Total { get; set; }

    /// <summary>Which parts of each area are shown.</summary>
    [Parameter]
    public PartsShown Parts { get; set; }

    private int Largest => Areas.Count == 0 ? 1 : Areas.Max(a => a.Changesets);

    /// <summary>All of them, or the largest that hold a hundredth of everything; a single small one is shown rather than summed up.</summary>
    private List<PartFigures> Shown(AreaFigures area)
    {
        var main = area.Parts.TakeWhile(p => Parts == PartsShown.All || p.Changesets * 100 >= Total).ToList();
        return main.Count + 1 == area.Parts.Count ? [.. area.Parts] : main;
    }
}
