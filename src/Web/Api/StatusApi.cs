using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KernelTracker.Web.Api;

/// <summary>A tree as it was read last.</summary>
public sealed record TreeStatusDocument(
    string Name, TreeKind Kind, string? Url, string Branch, string? Tip, DateTimeOffset? TipDate,
    IReadOnlyDictionary<TagVerdict, int> Tags, IReadOnlyList<TagLine> UncountedTags);

/// <summary>What the tracker is doing and has done.</summary>
/// <param name="DataVersion">Rises with every change of what pages show; 0 while nothing is published.</param>
/// <param name="Published">When it last rose.</param>
/// <param name="Sample">The data is the bundled, invented history.</param>
/// <param name="Running">A run is at work.</param>
/// <param name="Changesets">Changesets published.</param>
/// <param name="UncountedChangesets">Those of them whose lines are not counted yet.</param>
/// <param name="NextRun">When the next scheduled run is due; null without a schedule.</param>
/// <param name="FailuresInARow">Failed runs since the last good one.</param>
/// <param name="Trees">The configured trees.</param>
/// <param name="Runs">The last runs, newest first.</param>
/// <param name="Events">The last happenings, newest first.</param>
public sealed record StatusDocument(
    long DataVersion, DateTimeOffset? Published, bool Sample, bool Running, int Changesets, int UncountedChangesets,
    DateTimeOffset? NextRun, int FailuresInARow,
    IReadOnlyList<TreeStatusDocument> Trees, IReadOnlyList<RunLine> Runs, IReadOnlyList<EventLine> Events);

/// <summary>The tracker's own state.</summary>
internal static class StatusApi
{
    public static void MapStatus(this RouteGroupBuilder api) =>
        api.MapGet("/status", StatusAsync).WithTags("Status").WithSummary("What the tracker is doing and has done")
            .WithDescription("Answered also while there is no data yet, with data version 0.");

    private static async Task<Ok<StatusDocument>> StatusAsync(StatusQueries queries, CancellationToken cancellation)
    {
        var status = await queries.ReadAsync(cancellation);
        return TypedResults.Ok(status is null
            ? new StatusDocument(0, null, false, false, 0, 0, null, 0, [], [], [])
            : new StatusDocument(
                status.DataVersion, status.PublishedAt, status.IsSample, status.IsRunning, status.Changesets, status.UncountedChangesets,
                status.NextRunAt, status.FailuresInARow,
                [.. status.Trees.Select(t => new TreeStatusDocument(t.Name, t.Kind, t.Url, t.Branch, t.Tip?.ToString(), t.TipTime, t.Tags, t.UncountedTags))],
                status.Runs, status.Events));
    }
}
