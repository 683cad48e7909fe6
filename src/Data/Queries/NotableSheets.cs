using KernelTracker.Data.Model;
using KernelTracker.Data.Notable;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Finds the sheet of a stretch that is still true.</summary>
internal static class NotableSheets
{
    /// <summary>The rules of ranking and wording: this very build of them.</summary>
    private static readonly string Rules = typeof(NotableRules).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>The lines kept for the stretch; null when there are none that follow from the commits and rules of today.</summary>
    public static async Task<IReadOnlyList<NotableChange>?> LinesAsync(TrackerContext context, ReleaseRange range, CancellationToken cancellation) =>
        await BasisAsync(context, range, cancellation) is { } basis
        && await Of(context, range).Where(s => s.Basis == basis).Select(s => s.Lines).FirstOrDefaultAsync(cancellation) is { } lines
            ? NotableLines.Unpack(lines)
            : null;

    /// <summary>Whether there is such.</summary>
    public static async Task<bool> IsThereAsync(TrackerContext context, ReleaseRange range, string basis, CancellationToken cancellation) =>
        await Of(context, range).AnyAsync(s => s.Basis == basis, cancellation);

    /// <summary>
    /// What lines about a stretch of one release follow from: the commits at both ends of the release, whose names stand for all
    /// that is in it, and the rules it was read by. Null where lines are not worth keeping: over several releases, or
    /// while the release is not read in its present state.
    /// </summary>
    public static async Task<string?> BasisAsync(TrackerContext context, ReleaseRange range, CancellationToken cancellation)
    {
        if (range.FirstReleaseId != range.ReleaseId)
            return null;
        var state = await (
            from release in context.Releases
            where release.Id == range.ReleaseId
            join tip in context.Commits on release.CommitId equals tip.Id
            join previous in context.Releases on release.PreviousId equals previous.Id
            join before in context.Commits on previous.CommitId equals before.Id
            join names in context.InterfaceReadings on release.Id equals names.ReleaseId
            join hardware in context.HardwareReadings on release.Id equals hardware.ReleaseId
            from tree in context.TrackedTrees
            where tree.Kind == TreeKind.Mainline
            where names.TipSha == tip.Sha && names.BaseSha == before.Sha && hardware.TipSha == tip.Sha && hardware.BaseSha == before.Sha
            select new { tip.Sha, Before = before.Sha, tree.RulesVersion, Names = names.RulesVersion, Hardware = hardware.RulesVersion })
            .FirstOrDefaultAsync(cancellation);
        return state is null
            ? null
            : string.Join(' ', new ObjectId(state.Before), new ObjectId(state.Sha), state.RulesVersion, state.Names, state.Hardware, Rules);
    }

    private static IQueryable<NotableSheet> Of(TrackerContext context, ReleaseRange range) =>
        context.NotableSheets.Where(s => s.ReleaseId == range.ReleaseId && s.After == range.After && s.UpTo == range.UpTo);
}
