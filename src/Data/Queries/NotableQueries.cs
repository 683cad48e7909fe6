using KernelTracker.Data.Notable;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Finds what users and kernel developers will notice of a stretch of a release.</summary>
public sealed class NotableQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>The notable changes of a stretch, strong and weak ones; none for the first release of the history.</summary>
    public async Task<NotableList> OfRangeAsync(ReleaseRange range, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(range);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var isRead = await context.InterfaceReadings.AnyAsync(r => r.ReleaseId == range.ReleaseId, cancellation);
        if (range.Previous is null)
            return new NotableList(range, isRead, []);
        return new NotableList(range, isRead, NotableRules.Of(await NotableReader.ReadAsync(context, range, cancellation)));
    }
}
