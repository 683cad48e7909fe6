using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>The names that a changeset adds, removes and changes for others.</summary>
public sealed partial class InterfaceTouches
{
    private const int Shown = 30;

    /// <summary>What it does to names, at least one.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<InterfaceTouch> Touches { get; set; }

    private IEnumerable<(string Words, IReadOnlyList<InterfaceTouch> Touches)> Groups =>
        from touch in Touches
        group touch by (touch.Change, touch.Kind) into touches
        orderby touches.Key.Change, touches.Key.Kind
        select (Words(touches.Key.Change, touches.Key.Kind, touches.Count()), (IReadOnlyList<InterfaceTouch>)[.. touches]);

    private static string Words(InterfaceChangeKind change, InterfaceKind kind, int count)
    {
        var does = change switch
        {
            InterfaceChangeKind.Added => "Adds",
            InterfaceChangeKind.Removed => "Removes",
            _ => "Changes",
        };
        return $"{does} {Say.Count(count, kind.One(), kind.Many())}";
    }
}
