using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Hardware records as a list, each leading to its page.</summary>
public sealed partial class HardwareItems
{
    private const int IdsShown = 3;

    /// <summary>The records, and why each was found.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<HardwareHit> Hits { get; set; }

    /// <summary>Say in which release each one came; off where all are in the same.</summary>
    [Parameter]
    public bool ShowRelease { get; set; } = true;

    /// <summary>Records that were not searched for.</summary>
    public static IReadOnlyList<HardwareHit> Unexplained(IEnumerable<HardwareItem> items) => [.. items.Select(i => new HardwareHit(i, []))];

    private static string Ids(HardwareItem item)
    {
        var shown = string.Join(", ", item.Ids.Take(IdsShown).Select(i => Plain.Text(i.Text)));
        return item.Ids.Count > IdsShown ? $"{shown} and {Say.Count(item.Ids.Count - IdsShown, "more id")}" : shown;
    }
}
