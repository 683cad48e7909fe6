using KernelTracker.Data.Notable;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>What will be noticed of a stretch, to be kept (<see cref="Model.NotableSheet"/>).</summary>
/// <param name="ReleaseId">The release.</param>
/// <param name="After">Positions on the mainline chain after this one.</param>
/// <param name="UpTo">Positions up to and with this one.</param>
/// <param name="Basis">What the lines follow from.</param>
/// <param name="Lines">The lines as kept.</param>
public sealed record MissingSheet(int ReleaseId, int After, int UpTo, string Basis, byte[] Lines);

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
        return new NotableList(range, isRead, await NotableSheets.LinesAsync(context, range, cancellation) ?? await FindAsync(context, range, cancellation));
    }

    /// <summary>
    /// The sheet to keep for a stretch, so that <see cref="OfRangeAsync"/> need not find its lines anew; null when it is kept
    /// already, and while the release is not read in its present state.
    /// </summary>
    public async Task<MissingSheet?> MissingSheetAsync(ReleaseRange range, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(range);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await NotableSheets.BasisAsync(context, range, cancellation) is not { } basis || await NotableSheets.IsThereAsync(context, range, basis, cancellation))
            return null;
        var lines = NotableLines.Pack(await FindAsync(context, range, cancellation));
        return new MissingSheet(range.ReleaseId, range.After, range.UpTo, basis, lines);
    }

    private static async Task<IReadOnlyList<NotableChange>> FindAsync(TrackerContext context, ReleaseRange range, CancellationToken cancellation) =>
        NotableRules.Of(await NotableReader.ReadAsync(context, range, cancellation));
}
