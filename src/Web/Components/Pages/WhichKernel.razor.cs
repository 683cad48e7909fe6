using KernelTracker.Data.Hardware;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>
/// For each device of a pasted list, the first release that supports it. The form changes nothing on the site and takes
/// no cookie, so it needs no token against forged requests; a token would also keep the page from being cached.
/// </summary>
public sealed partial class WhichKernel(KernelFinder finder)
{
    /// <summary>What was pasted.</summary>
    [SupplyParameterFromForm(FormName = "machine", Name = "machine")]
    private string? Machine { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private KernelAnswer? Answer { get; set; }

    /// <summary>Options of all devices that have one, each once.</summary>
    private IReadOnlyList<string> Symbols =>
        Answer is null ? [] : [.. Answer.Devices.Select(d => d.Symbol).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private async Task FindAsync()
    {
        Http!.Response.Headers.CacheControl = "no-store";
        Answer = await finder.FindAsync(PastedDevices.Parse(Machine), CancellationToken.None);
    }

    private static string Reason(DeviceSupport device) => device.Basis switch
    {
        SupportBasis.ExactId => $"Named by the driver: {Plain.Text(device.Why)}",
        SupportBasis.ClassDriver => $"By class: {Plain.Text(device.Why)}",
        SupportBasis.ByName => $"By name only: {Plain.Text(device.Why)}",
        _ => Plain.Text(char.ToUpperInvariant(device.Why[0]) + device.Why[1..]),
    };
}
