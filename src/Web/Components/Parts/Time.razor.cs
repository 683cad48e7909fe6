using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>A moment as people write it, with its offset; machine-readable beneath.</summary>
public sealed partial class Time
{
    /// <summary>The moment, in the offset in which it is shown.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset Value { get; set; }

    /// <summary>Only the day.</summary>
    [Parameter]
    public bool DayOnly { get; set; }

    /// <summary>Show it in UTC, whatever its offset.</summary>
    [Parameter]
    public bool Utc { get; set; }

    /// <summary>With the month abbreviated, for tables and lists.</summary>
    [Parameter]
    public bool Brief { get; set; }

    private DateTimeOffset Shown => Utc ? Value.ToUniversalTime() : Value;

    private string Machine => Shown.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private string Human => DayOnly ? Brief ? Say.ShortDay(DateOnly.FromDateTime(Shown.DateTime)) : Say.Day(Shown) : Say.Moment(Shown);
}
