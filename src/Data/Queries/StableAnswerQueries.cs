using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>"Is it in?": finds the changeset that is meant, and says what each series has of it.</summary>
public sealed class StableAnswerQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>The longest question that is read.</summary>
    public const int MaxLength = 300;

    /// <summary>Changesets that name an id, and patches in preparation, are given up to this number; the page says when there may be more.</summary>
    public const int Shown = 50;

    /// <summary>Answers.</summary>
    /// <param name="question">An id of 7 to 40 digits, or a subject or a part of one.</param>
    /// <param name="page">Page of the matches, from 1.</param>
    /// <param name="size">Matches on a page.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<StableAnswer> AskAsync(string? question, int page, int size, CancellationToken cancellation)
    {
        var text = (question ?? "").Replace('\0', ' ').Replace('"', ' ').Trim();
        if (text.StartsWith("commit ", StringComparison.OrdinalIgnoreCase) && CommitIds.IsPrefix(text[7..].Trim()))
            text = text[7..].Trim();
        if (text.Length > MaxLength)
            text = text[..MaxLength];
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return CommitIds.IsPrefix(text)
            ? await ByIdAsync(context, text.ToLowerInvariant(), page, size, cancellation)
            : await BySubjectAsync(context, text, page, size, cancellation);
    }

    private static async Task<StableAnswer> ByIdAsync(TrackerContext context, string id, int page, int size, CancellationToken cancellation)
    {
        var found = CommitIds.StartingWith(context, id);
        var total = await found.CountAsync(cancellation);
        if (total == 1)
            return new StableAnswer(id, await StableStandingQueries.OfAsync(context, found, cancellation), Nothing(size), [], []);
        if (total > 1)
            return new StableAnswer(id, null, new PageOf<CommitLine>(await LinesAsync(context, found.OrderByDescending(c => c.Id).Skip((page - 1) * size).Take(size), cancellation), page, size, total), [], []);

        var named = await WrittenIds.Same(context.Backports, id).Select(b => b.CommitId).Distinct().OrderBy(c => c).Take(Shown).ToListAsync(cancellation);
        var repairing = await WrittenIds.Same(context.Repairs, id).OrderBy(r => r.CommitId).Select(r => new { r.CommitId, r.Kind }).Take(Shown).ToListAsync(cancellation);
        var ids = named.Concat(repairing.Select(r => r.CommitId)).Distinct().ToList();
        var lines = await CommitLines.Rows(context, context.Commits.Where(c => ids.Contains(c.Id))).ToDictionaryAsync(r => r.Id, cancellation);
        return new StableAnswer(
            id, null, Nothing(size),
            [
                .. named.Select(n => new MentionLine(lines[n].ToLine(), null)),
                .. repairing.Select(r => new MentionLine(lines[r.CommitId].ToLine(), r.Kind)),
            ],
            await PatchesAsync(context, context.ReviewPatches.Where(p => p.UpstreamCommitId == null && p.Written != null && p.Written.StartsWith(id)), cancellation));
    }

    private static async Task<StableAnswer> BySubjectAsync(TrackerContext context, string text, int page, int size, CancellationToken cancellation)
    {
        var tokens = SearchTokens.Of(text).Select(t => t.Text).ToList();
        if (tokens.Count == 0)
            return new StableAnswer(text, null, Nothing(size), [], []);
        var search = new CommitSearch(context);
        var isOpen = tokens[^1].Length >= SearchText.MinPrefix;
        var phrase = new SearchTerm(text.TrimEnd('*'), tokens, isOpen, IsExcluded: false, SearchColumn.Subject).Expression;
        var hits = await search.FindAsync(phrase, null, null, (page - 1) * size, size, cancellation);
        if (hits.Total == 0)
        {
            // Not in this order: then all the words, anywhere in the subject.
            var words = string.Join(" AND ", tokens.Select(t => new SearchTerm(t, [t], t.Length >= SearchText.MinPrefix, false, SearchColumn.Subject).Expression));
            hits = await search.FindAsync(words, null, null, (page - 1) * size, size, cancellation);
        }
        var lines = await CommitLines.Rows(context, context.Commits.Where(c => hits.CommitIds.Contains(c.Id))).ToDictionaryAsync(r => r.Id, cancellation);
        var rows = hits.CommitIds.Where(lines.ContainsKey).Select(i => lines[i]).ToList();
        var patches = await PatchesAsync(
            context, context.ReviewPatches.Where(p => p.UpstreamCommitId == null && EF.Functions.Like(p.Subject, "%" + Escaped(text) + "%", "\\")), cancellation);

        // One change has many commits: mainline's, and a backport in each series. If they all are the same, it is meant.
        var upstreams = await context.Backports.Where(b => hits.CommitIds.Contains(b.CommitId) && b.UpstreamCommitId != null)
            .Select(b => new { b.CommitId, Upstream = b.UpstreamCommitId!.Value }).ToListAsync(cancellation);
        var byCommit = upstreams.ToLookup(u => u.CommitId, u => u.Upstream);
        var meant = rows.GroupBy(r => byCommit[r.Id].Append(r.Id).First()).ToList();
        var exact = meant.Where(g => g.Any(r => string.Equals(r.Subject, text, StringComparison.OrdinalIgnoreCase))).ToList();
        var one = hits.Total > rows.Count && exact.Count != 1 ? null
            : meant.Count == 1 ? meant[0]
            : exact.Count == 1 ? exact[0]
            : null;
        var standing = one is null || page > 1 ? null : await StableStandingQueries.OfAsync(context, context.Commits.Where(c => c.Id == one.Key), cancellation);
        var others = standing is null ? rows : [.. rows.Where(r => !one!.Contains(r) && r.Id != one!.Key)];
        return new StableAnswer(
            text, standing,
            new PageOf<CommitLine>([.. others.Select(r => r.ToLine())], page, size, standing is null ? hits.Total : hits.Total - (rows.Count - others.Count)),
            [], patches);
    }

    private static PageOf<CommitLine> Nothing(int size) => new([], 1, size, 0);

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<CommitLine>> LinesAsync(TrackerContext context, IQueryable<Commit> commits, CancellationToken cancellation) =>
        [.. (await CommitLines.Rows(context, commits).ToListAsync(cancellation)).Select(r => r.ToLine())];

    private static async Task<IReadOnlyList<(ReviewFigures, string)>> PatchesAsync(TrackerContext context, IQueryable<ReviewPatch> patches, CancellationToken cancellation)
    {
        var rows = await patches.OrderBy(p => p.RoundId).ThenBy(p => p.Ordinal).Take(Shown).ToListAsync(cancellation);
        if (rows.Count == 0)
            return [];
        var ids = rows.Select(r => r.RoundId).ToHashSet();
        var rounds = (await StableQueries.RoundsAsync(context, context.ReviewRounds.Where(r => ids.Contains(r.Id)), cancellation))
            .Values.SelectMany(r => r).ToDictionary(r => r.RoundId);
        return [.. rows.Select(r => (rounds[r.RoundId], r.Subject))];
    }
}
