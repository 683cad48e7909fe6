using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Releases with their figures, each leading to its evidence.</summary>
public sealed partial class FiguresTable
{
    private static readonly (string Key, string Text, string? Class)[] Columns =
    [
        ("version", "Release", null), ("date", "Date", null), ("days", "Days", "n narrow-hide"), ("changesets", "Changesets", "n"),
        ("window", "Merge window", "n"), ("after", "After it", "n narrow-hide"), ("pulls", "Pulls", "n narrow-hide"),
        ("developers", "Developers", "n narrow-hide"), ("added", "Added lines", "n narrow-hide"), ("removed", "Removed", "n narrow-hide"),
    ];

    /// <summary>The releases, in the order shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ReleaseFigures> Releases { get; set; }

    /// <summary>The order in force, when the table can be sorted; null when it cannot.</summary>
    [Parameter]
    public string? Sort { get; set; }

    /// <summary>Puts releases in an order: a column's key, "-" before it for descending; newest first for anything else.</summary>
    public static IReadOnlyList<ReleaseFigures> Sorted(IReadOnlyList<ReleaseFigures> newestFirst, string order)
    {
        ArgumentNullException.ThrowIfNull(newestFirst);
        ArgumentNullException.ThrowIfNull(order);
        Func<ReleaseFigures, IComparable?>? key = order.TrimStart('-') switch
        {
            "date" => r => r.Time,
            "days" => r => r.Days,
            "changesets" => r => r.Changesets,
            "window" => r => r.WindowChangesets,
            "after" => r => r.Changesets == 0 ? null : (double?)r.AfterWindow / r.Changesets,
            "pulls" => r => r.Pulls,
            "developers" => r => r.Developers,
            "added" => r => r.AddedLines,
            "removed" => r => r.RemovedLines,
            _ => null,
        };
        if (key is null)
            return order == "version" ? [.. newestFirst.Reverse()] : newestFirst;
        return order.StartsWith('-') ? [.. newestFirst.OrderByDescending(key)] : [.. newestFirst.OrderBy(key)];
    }
}
