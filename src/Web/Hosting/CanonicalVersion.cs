using KernelTracker.Data.Model;

namespace KernelTracker.Web.Hosting;

/// <summary>
/// One address per release and update: "/releases/2.6.30" leads to "/releases/v2.6.30", a candidate to its release;
/// "/stable/3.16.4" to "/stable/v3.16.4", "/stable/linux-3.16.y" to "/stable/3.16".
/// </summary>
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
        if (path.Value?.Split('/') is not ["", { } kind, { } text, .. var rest])
            return null;
        var canonical = kind switch
        {
            "releases" when KernelVersion.TryParse(text, out var version) => version.Release.ToString(),
            "stable" when StableVersion.TryParse(text, out var update) => update.Update.ToString(),
            "stable" when SeriesName.TryParse(text, out var series) => StableVersion.NameOf(series),
            _ => text,
        };
        return canonical == text ? null : string.Join('/', ["", kind, canonical, .. rest]);
    }
}
