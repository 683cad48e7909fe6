using System.IO.Compression;
using System.Text.Json.Serialization;
using KernelTracker.Data;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Storage;
using KernelTracker.Web.Api;
using KernelTracker.Web.Charts;
using KernelTracker.Web.Components;
using KernelTracker.Web.Feeds;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Scalar.AspNetCore;

namespace KernelTracker.Web.Hosting;

/// <summary>Puts the site together: services, the order of the middleware, the endpoints.</summary>
public static class TrackerSite
{
    /// <summary>Configuration key of the database file; a relative one is relative to the content root.</summary>
    public const string DatabaseKey = "Tracker:Database";

    /// <summary>Adds what the site needs to read and show a database.</summary>
    public static WebApplicationBuilder AddTrackerSite(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // Outside of a publish folder the stylesheets lie in the project, in every environment.
        builder.WebHost.UseStaticWebAssets();
        services.AddDbContextFactory<TrackerContext>((provider, options) =>
        {
            TrackerDatabase.UseReader(options, DatabaseFile(
                provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IWebHostEnvironment>()));
            // Failures are thrown and handled; a database that is not there yet is no error.
            options.ConfigureWarnings(w => w.Log(
                (RelationalEventId.ConnectionError, LogLevel.Debug),
                (RelationalEventId.CommandError, LogLevel.Debug),
                (CoreEventId.QueryIterationFailed, LogLevel.Debug)));
        });
        services.AddTrackerQueries();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<DesignTokens>();
        services.AddScoped<SiteStateReader>();
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddProblemDetails();
        services.AddOpenApi("v1", ApiDescription.Describe);
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase));
            // Figures are numbers, and the OpenAPI document says so; else it offers strings too.
            o.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddResponseCompression(o =>
        {
            // Pages carry no secret and echo no cookie, so compressing them under TLS gives nothing away.
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json", "text/csv", "text/markdown", "application/atom+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.AddSingleton<DataVersionCachePolicy>();
        services.AddOutputCache(o => o.AddBasePolicy(b => b.AddPolicy<DataVersionCachePolicy>(), excludeDefaultPolicy: true));
        services.AddHealthChecks();
        return builder;
    }

    /// <summary>Adds middleware and endpoints.</summary>
    public static WebApplication UseTrackerSite(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });
        app.UseWhen(c => !IsApi(c), pages =>
        {
            pages.UseExceptionHandler("/error", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        });
        app.UseCanonicalVersion();
        app.UseCanonicalComparison();
        app.UseRouting();
        app.UseMiddleware<SchemaGate>();
        app.UseMiddleware<DataVersionCache>();
        app.UseOutputCache();
        app.UseAntiforgery();

        // Answers HEAD already.
        app.MapStaticAssets();
        var site = app.MapGroup("").AnswerHead();
        site.MapRazorComponents<App>();
        site.MapTrackerApi();
        site.MapCharts();
        site.MapFeeds();
        site.MapHardwareDownloads();
        site.MapNotableDownloads();
        site.MapPeopleDownloads();
        site.MapStableTexts();
        site.MapReportDownloads();
        site.MapCsvDownloads();
        site.MapReleasesJson();
        site.MapOpenApi();
        site.MapScalarApiReference("/scalar", o => o.WithTitle("Kernel Tracker API").DisableDefaultFonts());
        site.MapHealthChecks("/healthz");
        site.MapGet("/readyz", async (SiteStateReader reader, CancellationToken cancellation) =>
            await reader.ReadAsync(cancellation) is null
                ? Results.Text("no data yet", statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Text("ready")).ExcludeFromDescription();
        return app;
    }

    /// <summary>The database file that the configuration names.</summary>
    public static string DatabaseFile(IConfiguration configuration, IHostEnvironment environment) =>
        Path.GetFullPath(configuration[DatabaseKey] ?? "data/tracker.db", environment.ContentRootPath);

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");
}
