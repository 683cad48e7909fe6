using KernelTracker.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>What every answer 404 shows: what is missing, where the page that was asked for has said it.</summary>
public sealed partial class NotFound
{
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private string? Missing => Http?.Items[Trouble.MessageKey] as string;
}
