using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Says what stable series make of a changeset. A dozen questions to the database, each over an index, whatever the answer.</summary>
public sealed class StableStandingQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>The standing of a commit; null when it is not held.</summary>
    public async Task<ChangesetStanding?> OfAsync(ObjectId sha, CancellationToken cancellation)
    {
        var bytes = sha.ToBytes();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await OfAsync(context, context.Commits.Where(c => c.Sha == bytes), cancellation);
    }

    internal static async Task<ChangesetStanding?> OfAsync(TrackerContext context, IQueryable<Commit> commits, CancellationToken cancellation)
    {
        if (await CommitLines.Rows(context, commits).FirstOrDefaultAsync(cancellation) is not { } row)
            return null;
        var all = await context.StableSeries.OrderByDescending(s => s.Id).ToListAsync(cancellation);
        var own = await (
            from changeset in context.StableChangesets
            where changeset.CommitId == row.Id
            join update in context.StableUpdates on new { changeset.SeriesId, changeset.Number } equals new { update.SeriesId, update.Number }
            orderby changeset.SeriesId
            select new { Changeset = changeset, update.Version, update.Time, update.TimeOffset }).FirstOrDefaultAsync(cancellation);
        var bump = own is null && row.Update is not null
            ? await context.StableUpdates.Where(u => u.CommitId == row.Id).OrderBy(u => u.SeriesId).FirstOrDefaultAsync(cancellation)
            : null;

        // A backport stands for its mainline commits; where those are not held, for whatever names the same ids.
        var upstreams = (await UpstreamLinks.OfStableAsync(context, [row.Id], cancellation))[row.Id].ToList();
        var itself = (await UpstreamLinks.OfMainlineAsync(context, [row.Id], cancellation))[row.Id];
        var mainline = itself.Release is not null ? [row.Id] : upstreams.Select(u => u.UpstreamId).OfType<int>().ToList();
        var identity = new HashSet<int>([row.Id, .. mainline]);
        identity.UnionWith(await NamingSameAsync(context, upstreams.Where(u => u.UpstreamId is null).Select(u => u.Link.Written), cancellation));

        var places = await StablePresence.ReadAsync(context, identity, cancellation);
        var repairs = await RepairedAsync(context, identity, cancellation);
        var targets = repairs.Select(r => r.Id).OfType<int>().ToHashSet();
        var targetPlaces = await StablePresence.ReadAsync(context, targets, cancellation);
        var targetReleases = await context.Commits.Where(c => targets.Contains(c.Id)).Select(c => new { c.Id, c.ReleaseId }).ToDictionaryAsync(c => c.Id, c => c.ReleaseId, cancellation);
        var backports = places.SelectMany(p => p).Select(p => p.CommitId).OfType<int>();
        var later = await StableRepairs.ReadAsync(context, [.. identity, .. backports], cancellation);
        var laterFacts = later.SelectMany(f => f).Where(f => !identity.Contains(f.CommitId)).ToList();

        var release = itself.Release ?? upstreams.Select(u => u.Link.Release).FirstOrDefault(r => r is not null);
        var releaseId = mainline.Count == 0 ? null
            : await context.Commits.Where(c => mainline.Contains(c.Id)).MaxAsync(c => c.ReleaseId, cancellation);
        var answers = all.ConvertAll(series => Answer(series));
        return new ChangesetStanding(
            row.ToLine(),
            own is not null ? Point(own.Version, own.Time, own.TimeOffset, row)
                : bump is not null ? Point(bump.Version, bump.Time, bump.TimeOffset, row) : null,
            bump is not null,
            own?.Changeset.Upstream,
            own?.Changeset.Reasons,
            [.. upstreams.Select(u => u.Link)],
            release,
            answers,
            [.. repairs.Select(r => new RepairedLink(r.Kind, r.Link)).DistinctBy(r => (r.Kind, r.Link.Sha?.ToString() ?? r.Link.Written))],
            RepairedBy(laterFacts),
            await VulnerabilitiesAsync(context, identity, isFixed: true, cancellation),
            await VulnerabilitiesAsync(context, identity, isFixed: false, cancellation));

        SeriesAnswer Answer(StableSeries series)
        {
            var here = identity.SelectMany(i => places[i]).Where(p => p.SeriesId == series.Id).OrderBy(p => p.Point is null).ThenBy(p => p.Number).FirstOrDefault();
            bool? hasTarget = repairs.Count == 0 || repairs.Exists(r => r.Id is null)
                ? null
                : targets.Any(t => (targetReleases.GetValueOrDefault(t) is { } first && first <= series.Id) || targetPlaces[t].Any(p => p.SeriesId == series.Id && p.Point is not null));
            var (standing, since) =
                releaseId is { } first && first <= series.Id ? (SeriesStanding.InRelease, "v" + series.Name)
                : here is { Point: { } point } ? (SeriesStanding.InUpdate, point.Version)
                : here is { Review: { } review } ? (SeriesStanding.InReview, review)
                : hasTarget == false ? (SeriesStanding.NotNeeded, null)
                : releaseId is null && own?.Changeset.Upstream != UpstreamStatement.NoUpstream && own?.Changeset.Upstream != UpstreamStatement.RevertsStable
                    ? (SeriesStanding.NotKnown, (string?)null)
                : (SeriesStanding.NotIn, null);
            return new SeriesAnswer(
                series.Name, series.State, standing, since, here?.Point, hasTarget,
                standing is SeriesStanding.InRelease or SeriesStanding.InUpdate ? StableRepairs.InSeries(series.Id, laterFacts) : []);
        }
    }

    private static StablePoint Point(string version, long time, int offset, CommitLines.Row row) =>
        new(StableVersion.TryParse(version, out var parsed) ? parsed.SeriesName : version, version, GitTime.At(time, offset), new ObjectId(row.Sha));

    /// <summary>Stable commits that name an id which begins as one of these, or the other way round.</summary>
    private static async Task<IReadOnlyList<int>> NamingSameAsync(TrackerContext context, IEnumerable<string> written, CancellationToken cancellation)
    {
        var found = new List<int>();
        foreach (var id in written)
            found.AddRange(await WrittenIds.Same(context.Backports, id).Select(b => b.CommitId).ToListAsync(cancellation));
        return found;
    }

    private static async Task<List<(int? Id, RepairKind Kind, UpstreamLink Link)>> RepairedAsync(
        TrackerContext context, HashSet<int> identity, CancellationToken cancellation)
    {
        var rows = await context.Repairs.Where(r => identity.Contains(r.CommitId)).OrderBy(r => r.CommitId).ThenBy(r => r.Ordinal).ToListAsync(cancellation);
        var found = await UpstreamLinks.OfMainlineAsync(context, [.. rows.Select(r => r.TargetCommitId).OfType<int>().Distinct()], cancellation);
        // A backport may name the same id in fewer digits than its upstream does; where one is found, so is the other.
        return [.. rows.Where(r => r.TargetCommitId is not { } t || !identity.Contains(t))
            .Select(r => (r.TargetCommitId, r.Kind, r.TargetCommitId is { } id && found.TryGetValue(id, out var link)
                ? link with { Written = r.Written }
                : new UpstreamLink(r.Written, r.State, null, null, null, null)))];
    }

    /// <summary>Each repair once: that of mainline with the updates that carry it, and those which only a series has.</summary>
    private static IReadOnlyList<RepairLine> RepairedBy(List<RepairFact> facts)
    {
        var carried = facts.Where(f => f.Release is not null).SelectMany(f => f.Places).Select(p => p.CommitId).OfType<int>().ToHashSet();
        return
        [
            .. from fact in facts.DistinctBy(f => f.CommitId)
               where fact.Release is not null || !carried.Contains(fact.CommitId)
               orderby fact.CommitId
               select new RepairLine(
                   fact.Kind, fact.Sha, fact.Subject, fact.Release,
                   [.. fact.Places.Select(p => p.Point).OfType<StablePoint>()],
                   [.. fact.Places.Select(p => p.Review).OfType<string>()]),
        ];
    }

    private static async Task<IReadOnlyList<VulnerabilityLine>> VulnerabilitiesAsync(
        TrackerContext context, HashSet<int> identity, bool isFixed, CancellationToken cancellation)
    {
        var shas = context.Commits.Where(c => identity.Contains(c.Id)).Select(c => c.Sha);
        var ranges = isFixed
            ? context.VulnerabilityRanges.Where(r => r.FixedSha != null && shas.Contains(r.FixedSha))
            : context.VulnerabilityRanges.Where(r => r.IntroducedSha != null && shas.Contains(r.IntroducedSha));
        return await context.Vulnerabilities.Where(v => ranges.Select(r => r.VulnerabilityId).Contains(v.Id)).OrderBy(v => v.Id)
            .Select(v => new VulnerabilityLine(v.Name, v.Title, v.Score, null)).ToListAsync(cancellation);
    }
}
