using System.Data.Common;
using KernelTracker.Data;
using KernelTracker.Data.Storage;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Web.Hosting;

/// <summary>
/// Answers 503 while the database is one of an older version of the program, whose tables pages would not find: until the
/// ingest that has just started has brought it up to date, or for good where a snapshot is served that is older than the site.
/// </summary>
public sealed class SchemaGate(RequestDelegate next, IDbContextFactory<TrackerContext> contexts)
{
    private const string Said =
        "The database was written by an older version of Kernel Tracker. An ingest brings it up to date; where only a snapshot is served, take a new one.";

    private volatile bool _isOpen;

    /// <summary>Lets the request through, or says why not.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (_isOpen || IsFree(context) || (_isOpen = await IsCurrentAsync(context.RequestAborted)))
        {
            await next(context);
            return;
        }
        context.Response.Headers.RetryAfter = "30";
        var answer = context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? Results.Problem(Said, statusCode: StatusCodes.Status503ServiceUnavailable, title: "Database out of date")
            : Results.Text(Said + "\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        await answer.ExecuteAsync(context);
    }

    /// <summary>What does not read the database.</summary>
    private static bool IsFree(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/healthz", StringComparison.OrdinalIgnoreCase)
        || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private async Task<bool> IsCurrentAsync(CancellationToken cancellation)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var applied = (await context.Database.GetAppliedMigrationsAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
            // Without any there is no data yet, which pages say themselves.
            return applied.Count == 0 || context.Database.GetMigrations().All(applied.Contains);
        }
        catch (DbException e) when (MissingData.Says(e))
        {
            return true;
        }
    }
}
