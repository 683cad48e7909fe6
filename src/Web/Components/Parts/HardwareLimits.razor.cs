using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>What a list of hardware is limited to, each limit with a link that lifts it.</summary>
public sealed partial class HardwareLimits
{
    /// <summary>What is listed.</summary>
    [Parameter, EditorRequired]
    public required HardwareFilter Filter { get; set; }

    private IReadOnlyList<(string Text, HardwareFilter Without)> Limits => [.. All()];

    private IEnumerable<(string Text, HardwareFilter Without)> All()
    {
        if (Filter.Category is { } category)
            yield return (category.Title(), Filter with { Category = null });
        if (Filter.Vendor is { } vendor)
            yield return (Plain.Text(vendor), Filter with { Vendor = null });
        if (Releases() is { } releases)
            yield return (releases, Filter with { From = null, To = null });
        if (Filter.Bus is { } bus)
            yield return ($"{bus.Title()} devices", Filter with { Bus = null });
        if (Filter.Driver is { } driver)
            yield return (Plain.Text(driver), Filter with { Driver = null });
    }

    private string? Releases() => (Filter.From, Filter.To) switch
    {
        (null, null) => null,
        ({ } from, { } to) when from == to => from.ToString(),
        ({ } from, null) => $"{from} and later",
        (null, { } to) => $"up to {to}",
        ({ } from, { } to) => $"{from} to {to}",
    };
}
