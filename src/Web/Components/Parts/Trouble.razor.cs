using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Says why a page has nothing to show, and answers 404 or 400 to match.</summary>
public sealed partial class Trouble
{
    /// <summary>Where <see cref="HttpContext.Items"/> has the message of a page that answered 404.</summary>
    internal static readonly object MessageKey = new();

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
        // A page that answers 404 is replaced by the general one, which finds here what is missing.
        http.Items[MessageKey] = Message;
    }
}
