using System.Diagnostics;

namespace KernelTracker.Web.Components.Pages;

/// <summary>Says that a page failed; needs no database.</summary>
public sealed partial class Error
{
    private static string? TraceId => Activity.Current?.TraceId.ToString();
}
