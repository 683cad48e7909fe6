using System.Globalization;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Net.Http.Headers;

namespace KernelTracker.Web.Hosting;

/// <summary>
/// Answers a request from the published data only once: entity tags, 304 and the output cache all hang on the version
/// of the data, the build of the site and the day (pages say "day 3 of …").
/// </summary>
public sealed class DataVersionCache(RequestDelegate next, TimeProvider clock)
{
    private static readonly string Build = typeof(DataVersionCache).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    /// <summary>Answers that report work in progress, and are therefore never kept.</summary>
    private static readonly string[] Live = ["/status", "/api/v1/status", "/healthz", "/readyz", "/error", "/not-found"];

    /// <summary>Answers 304 where the reader has the current page already; else tags the answer.</summary>
    public async Task InvokeAsync(HttpContext context, SiteStateReader reader)
    {
        if (!IsCacheable(context) || await reader.ReadAsync(context.RequestAborted) is not { } state)
        {
            await next(context);
            return;
        }
        var tag = new EntityTagHeaderValue('"' + Key(state, clock.GetUtcNow()) + '"', isWeak: true);
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)))
        {
            SetHeaders(context, tag);
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status200OK)
                SetHeaders(context, tag);
            return Task.CompletedTask;
        });
        await next(context);
    }

    /// <summary>Whether the answer depends on nothing but the URL, the published data and the day.</summary>
    internal static bool IsCacheable(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.GetEndpoint() is { } endpoint
        && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        && !Live.Any(p => context.Request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));

    internal static string Key(SiteState state, DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Build}-{state.DataVersion}-{state.PublishedAt.ToUnixTimeSeconds():x}-{now.ToUnixTimeSeconds() / 86_400:x}");

    private static void SetHeaders(HttpContext context, EntityTagHeaderValue tag)
    {
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
    }
}

/// <summary>Marks an endpoint whose answers are sent as they are read, may be very long, and are therefore not kept.</summary>
public sealed class SentAsRead;

/// <summary>Keeps whole answers in memory under the data version and the full URL.</summary>
public sealed class DataVersionCachePolicy(TimeProvider clock) : IOutputCachePolicy
{
    /// <inheritdoc />
    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var reader = context.HttpContext.RequestServices.GetRequiredService<SiteStateReader>();
        var state = DataVersionCache.IsCacheable(context.HttpContext) ? await reader.ReadAsync(cancellation) : null;
        var use = state is not null;
        // Answers are kept by method, and one without a body would take the room of a whole one.
        var keep = use && HttpMethods.IsGet(context.HttpContext.Request.Method) && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<SentAsRead>() is null;
        context.EnableOutputCaching = use;
        context.AllowCacheLookup = keep;
        context.AllowCacheStorage = keep;
        context.AllowLocking = keep;
        context.ResponseExpirationTimeSpan = TimeSpan.FromHours(1);
        context.CacheVaryByRules.QueryKeys = "*";
        if (state is not null)
            context.CacheVaryByRules.VaryByValues["data"] = DataVersionCache.Key(state, clock.GetUtcNow());
    }

    /// <inheritdoc />
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc />
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage &= context.HttpContext.Response.StatusCode == StatusCodes.Status200OK;
        return ValueTask.CompletedTask;
    }
}
