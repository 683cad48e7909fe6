using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Hardware under one heading as a table.</summary>
public sealed partial class HardwareTable
{
    private const int IdsShown = 2;

    /// <summary>The heading.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The devices, in the order shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<HardwareEntry> Entries { get; set; }

    private static string Ids(HardwareItem item) => item.Ids.Count switch
    {
        0 => "–",
        <= IdsShown => string.Join(", ", item.Ids.Select(i => Plain.Text(i.Text))),
        _ => string.Join(", ", item.Ids.Take(IdsShown).Select(i => Plain.Text(i.Text))) + $" and {Say.Count(item.Ids.Count - IdsShown)} more",
    };
}
