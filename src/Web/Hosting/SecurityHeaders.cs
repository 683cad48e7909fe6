namespace KernelTracker.Web.Hosting;

/// <summary>Headers that keep a page to itself: no script, nothing from elsewhere, no framing.</summary>
public static class SecurityHeaders
{
    private const string Pages =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The reference of the API is an interactive page of its own, with its own scripts; it gets nothing from elsewhere either.</summary>
    private const string Reference =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Charts are pictures that bring their own style, so that they follow light and dark.</summary>
    private const string Picture = "default-src 'none'; style-src 'unsafe-inline'";

    /// <summary>Sends the headers with every answer.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/scalar") ? Reference
                : context.Response.ContentType?.StartsWith("image/svg", StringComparison.Ordinal) == true ? Picture
                : Pages;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
