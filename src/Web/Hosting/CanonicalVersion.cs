using KernelTracker.Data.Model;

namespace KernelTracker.Web.Hosting;

/// <summary>One address per release: "/releases/2.6.30" leads to "/releases/v2.6.30", a candidate to its release.</summary>
public static class CanonicalVersion
{
    /// <summary>Redirects pages (not the API, which accepts both forms).</summary>
    public static IApplicationBuilder UseCanonicalVersion(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (Redirect(context.Request.Path) is not { } target)
            return next(context);
        context.Response.Redirect(context.Request.PathBase + target + context.Request.QueryString, permanent: true, preserveMethod: true);
        return Task.CompletedTask;
    });

    /// <summary>Where a path should have gone; null when it is right as it is.</summary>
    internal static string? Redirect(PathString path)
    {
        if (path.Value?.Split('/') is not ["", "releases", { } text, .. var rest]
            || !KernelVersion.TryParse(text, out var version))
            return null;
        var canonical = version.Release.ToString();
        return canonical == text ? null : string.Join('/', ["/releases", canonical, .. rest]);
    }
}
