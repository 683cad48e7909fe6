using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Says why a page has nothing to show, and answers 404 or 400 to match.</summary>
public sealed partial class Trouble
{
    /// <summary>What is wrong, in a sentence.</summary>
    [Parameter, EditorRequired]
    public required string Message { get; set; }

    /// <summary>What was asked for does not exist (404); else the question makes no sense (400).</summary>
    [Parameter]
    public bool IsMissing { get; set; }

    /// <summary>A way on.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    protected override void OnInitialized()
    {
        if (Http is not { Response.HasStarted: false } http)
            return;
        http.Response.StatusCode = IsMissing ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest;
        // This page says what is missing; the general one would say less.
        if (http.Features.Get<IStatusCodePagesFeature>() is { } general)
            general.Enabled = false;
    }
}
