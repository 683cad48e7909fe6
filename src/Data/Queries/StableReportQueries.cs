using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Counts stable updates and lists their changesets.</summary>
public sealed class StableReportQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>The range of a single update.</summary>
    public static StableRange RangeOf(StableUpdateFigures update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return new StableRange
        {
            SeriesId = StableVersion.TryParse(update.Version, out var version) ? version.Series.SortKey : 0,
            After = update.Number - 1,
            UpTo = update.Number,
            Series = update.Series,
            From = update.Previous,
            To = update.Version,
            Updates = [update],
        };
    }

    /// <summary>The range between two versions of a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="from">After this one: an update, or the mainline release (0).</param>
    /// <param name="to">Up to this one: an update, or one in preparation.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<StableRangeAnswer> BetweenAsync(KernelVersion series, int from, int to, CancellationToken cancellation)
    {
        var id = series.SortKey;
        var name = StableVersion.NameOf(series);
        if (from >= to)
            return new StableRangeAnswer(null, $"{StableQueries.Tag(name, from)} is not earlier than {StableQueries.Tag(name, to)}.", false);
        var queries = new StableQueries(contexts);
        if (await queries.SeriesAsync(series, cancellation) is not { } details)
            return new StableRangeAnswer(null, $"No tracked tree holds a stable series {name}.", true);
        if (from > 0 && details.Updates.All(u => u.Number != from))
            return new StableRangeAnswer(null, $"There is no {StableQueries.Tag(name, from)}; the series has {Known(details)}.", true);
        var review = details.Summary.Reviews.FirstOrDefault(r => r.Number == to);
        if (details.Updates.All(u => u.Number != to) && review is null)
            return new StableRangeAnswer(null, $"There is no {StableQueries.Tag(name, to)}; the series has {Known(details)}.", true);
        return new StableRangeAnswer(
            new StableRange
            {
                SeriesId = id,
                After = from,
                UpTo = to,
                Series = name,
                From = StableQueries.Tag(name, from),
                To = StableQueries.Tag(name, to),
                Updates = [.. details.Updates.Where(u => u.Number > from && u.Number <= to)],
                Review = details.Updates.Any(u => u.Number == to) ? null : review,
            },
            null, false);
    }

    /// <summary>Everything that is counted over the range.</summary>
    public async Task<StableReport> ReportAsync(StableRange range, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(range);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var facts = await (
            from changeset in In(context, range)
            join commit in context.Commits on changeset.CommitId equals commit.Id
            join author in context.Identities on commit.AuthorId equals author.Id
            select new
            {
                changeset.Upstream,
                changeset.Reasons,
                commit.Area,
                commit.AreaPartId,
                commit.SubsystemId,
                author.DeveloperId,
                commit.AddedLines,
                commit.RemovedLines,
            }).ToListAsync(cancellation);
        var parts = await context.AreaParts.ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var sections = facts.Where(f => f.SubsystemId is not null).Select(f => f.SubsystemId!.Value).ToHashSet();
        var subsystems = await context.Subsystems.Where(s => sections.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => new SubsystemLink(s.Name, s.Slug), cancellation);
        return new StableReport(
            range,
            facts.Count,
            facts.Select(f => f.DeveloperId).Distinct().Count(),
            facts.TrueForAll(f => f.AddedLines is not null) ? new LineFigures(facts.Sum(f => (long)f.AddedLines!), facts.Sum(f => (long)(f.RemovedLines ?? 0))) : null,
            [
                .. from fact in facts
                   group fact by fact.Area into area
                   orderby area.Count() descending, area.Key
                   select new AreaFigures(
                       area.Key, area.Count(),
                       [.. from fact in area
                           where fact.AreaPartId is not null
                           group fact by parts[fact.AreaPartId!.Value] into part
                           orderby part.Count() descending, part.Key
                           select new PartFigures(part.Key, part.Count())]),
            ],
            [
                .. from fact in facts
                   group fact by fact.SubsystemId into section
                   let link = section.Key is { } key ? subsystems.GetValueOrDefault(key) : null
                   orderby link is null, section.Count() descending, link?.Name
                   select new SubsystemFigures(link, section.Count()),
            ],
            facts.Count(f => f.Upstream == UpstreamStatement.Named),
            facts.Count(f => f.Upstream == UpstreamStatement.NoUpstream),
            facts.Count(f => f.Upstream == UpstreamStatement.RevertsStable),
            facts.Count(f => f.Reasons.HasFlag(StableReasons.CcStable)),
            facts.Count(f => f.Reasons.HasFlag(StableReasons.Fixes)),
            facts.Count(f => f.Reasons == StableReasons.None),
            facts.Count(f => f.Reasons == StableReasons.NotKnown),
            await DevicesAsync(context, range, cancellation),
            await VulnerabilitiesAsync(context, range, cancellation));
    }

    /// <summary>The changesets of the range by area (the largest first), part, and their order in it; one page.</summary>
    /// <param name="range">The range.</param>
    /// <param name="area">Only those of this area; null for all.</param>
    /// <param name="page">Number of the page, from 1.</param>
    /// <param name="size">Changesets on a page.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<PageOf<StableLine>> ChangesetsAsync(StableRange range, Area? area, int page, int size, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(range);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var keys = await (
            from changeset in In(context, range)
            join commit in context.Commits on changeset.CommitId equals commit.Id
            from part in context.AreaParts.Where(p => p.Id == commit.AreaPartId).DefaultIfEmpty()
            where area == null || commit.Area == area
            select new { changeset.CommitId, changeset.Number, changeset.Ordinal, commit.Area, Part = part == null ? null : part.Name }).ToListAsync(cancellation);
        var sizes = keys.CountBy(k => k.Area).ToDictionary();
        var partSizes = keys.CountBy(k => (k.Area, k.Part)).ToDictionary();
        var wanted = keys
            .OrderByDescending(k => sizes[k.Area]).ThenBy(k => k.Area)
            .ThenBy(k => k.Part is null).ThenByDescending(k => partSizes[(k.Area, k.Part)]).ThenBy(k => k.Part, StringComparer.Ordinal)
            .ThenBy(k => k.Number).ThenBy(k => k.Ordinal)
            .Skip((page - 1) * size).Take(size).Select(k => k.CommitId).ToList();
        return new PageOf<StableLine>(await LinesAsync(context, range.SeriesId, wanted, cancellation), page, size, keys.Count);
    }

    /// <summary>Neighbours of one area and part as groups.</summary>
    public static IReadOnlyList<StableGroup> Grouped(IEnumerable<StableLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var groups = new List<(Area Area, string? Part, List<StableLine> Lines)>();
        foreach (var line in lines)
        {
            if (groups.Count == 0 || (groups[^1].Area, groups[^1].Part) != (line.Commit.Area, line.Commit.AreaPart))
                groups.Add((line.Commit.Area, line.Commit.AreaPart, []));
            groups[^1].Lines.Add(line);
        }
        return [.. groups.Select(g => new StableGroup(g.Area, g.Part, g.Lines))];
    }

    private static string Known(StableSeriesDetails series) => series.Updates switch
    {
        [] => "no update yet",
        [var only] => only.Version,
        [var newest, .., var oldest] => $"{oldest.Version} to {newest.Version}",
    };

    private static IQueryable<StableChangeset> In(TrackerContext context, StableRange range) =>
        context.StableChangesets.Where(c => c.SeriesId == range.SeriesId && c.Number > range.After && c.Number <= range.UpTo);

    private static async Task<IReadOnlyList<StableLine>> LinesAsync(TrackerContext context, int series, List<int> commits, CancellationToken cancellation)
    {
        var lines = new List<StableLine>(commits.Count);
        foreach (var batch in commits.Chunk(UpstreamLinks.Batch))
        {
            var rows = await CommitLines.Rows(context, context.Commits.Where(c => batch.Contains(c.Id))).ToDictionaryAsync(r => r.Id, cancellation);
            var facts = await (
                from changeset in context.StableChangesets
                where changeset.SeriesId == series && batch.Contains(changeset.CommitId)
                join update in context.StableUpdates on new { changeset.SeriesId, changeset.Number } equals new { update.SeriesId, update.Number }
                join commit in context.Commits on changeset.CommitId equals commit.Id
                from subsystem in context.Subsystems.Where(s => s.Id == commit.SubsystemId).DefaultIfEmpty()
                select new { Changeset = changeset, update.Version, update.Time, update.TimeOffset, Subsystem = subsystem })
                .ToDictionaryAsync(f => f.Changeset.CommitId, cancellation);
            var upstreams = await UpstreamLinks.OfStableAsync(context, batch, cancellation);
            var targets = batch.Concat(upstreams.SelectMany(u => u).Select(u => u.UpstreamId).OfType<int>()).ToList();
            var repairs = await StableRepairs.ReadAsync(context, targets, cancellation);
            foreach (var id in batch)
            {
                var fact = facts[id];
                lines.Add(new StableLine(
                    fact.Version,
                    GitTime.At(fact.Time, fact.TimeOffset),
                    rows[id].ToLine(),
                    fact.Subsystem is null ? null : new SubsystemLink(fact.Subsystem.Name, fact.Subsystem.Slug),
                    fact.Changeset.Upstream,
                    [.. upstreams[id].Select(u => u.Link)],
                    fact.Changeset.Reasons,
                    StableRepairs.InSeries(series, upstreams[id].Select(u => u.UpstreamId).OfType<int>().Prepend(id).SelectMany(t => repairs[t]).Where(r => r.CommitId != id))));
            }
        }
        return lines;
    }

    private static async Task<IReadOnlyList<StableDeviceLine>> DevicesAsync(TrackerContext context, StableRange range, CancellationToken cancellation)
    {
        var rows = await (
            from device in context.StableDeviceIds
            where device.SeriesId == range.SeriesId && device.Number > range.After && device.Number <= range.UpTo
            join path in context.Paths on device.PathId equals path.Id
            from commit in context.Commits.Where(c => c.Id == device.CommitId).DefaultIfEmpty()
            orderby device.Number descending, device.Ordinal
            select new { device.Number, path.Name, device.Bus, device.Text, Sha = commit == null ? null : commit.Sha }).ToListAsync(cancellation);
        return [.. rows.Select(r => new StableDeviceLine(
            StableQueries.Tag(range.Series, r.Number), r.Name, r.Bus, r.Text, r.Sha is null ? null : new ObjectId(r.Sha)))];
    }

    private static async Task<IReadOnlyList<VulnerabilityLine>> VulnerabilitiesAsync(TrackerContext context, StableRange range, CancellationToken cancellation)
    {
        var rows = await (
            from meaning in context.SeriesVulnerabilities
            where meaning.SeriesId == range.SeriesId && meaning.FixedNumber > range.After && meaning.FixedNumber <= range.UpTo
            join record in context.Vulnerabilities on meaning.VulnerabilityId equals record.Id
            orderby record.Id
            select new { record.Name, record.Title, record.Score, meaning.FixedNumber }).ToListAsync(cancellation);
        return [.. rows.Select(r => new VulnerabilityLine(r.Name, r.Title, r.Score, StableQueries.Tag(range.Series, r.FixedNumber!.Value)))];
    }
}
