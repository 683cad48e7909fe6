using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

#pragma warning disable CA1862 // StringComparison does not translate to SQL; lower(x) does, on every provider.

/// <summary>Why a commit was found.</summary>
/// <param name="Column">What of it matched.</param>
/// <param name="Excerpt">The matching text.</param>
public sealed record SearchReason(SearchColumn Column, IReadOnlyList<ExcerptPart> Excerpt);

/// <summary>A commit that was found.</summary>
/// <param name="Line">The commit.</param>
/// <param name="IsPull">It is a pull of mainline.</param>
/// <param name="Subject">Its subject with matches marked; null when nothing in it matched.</param>
/// <param name="Reasons">Matches elsewhere.</param>
/// <param name="MorePaths">Further changed paths that match.</param>
public sealed record SearchResult(CommitLine Line, bool IsPull, IReadOnlyList<ExcerptPart>? Subject, IReadOnlyList<SearchReason> Reasons, int MorePaths);

/// <summary>What a search found.</summary>
/// <param name="Text">The query as it was understood.</param>
/// <param name="Release">The release of that name; null when the query names none.</param>
/// <param name="Candidate">Number of the -rc named with it; null when none was.</param>
/// <param name="Commits">Commits whose id begins with the query.</param>
/// <param name="Developers">Developers whose name or address holds the query.</param>
/// <param name="Subsystems">Subsystems whose name holds the query.</param>
/// <param name="Trees">Trees whose name holds the query.</param>
/// <param name="Results">Commits whose text matches.</param>
/// <param name="IsRanked">Best first; false: newest first, because there are too many to rank.</param>
public sealed record SearchAnswer(
    SearchText Text,
    string? Release,
    int? Candidate,
    IReadOnlyList<CommitLine> Commits,
    IReadOnlyList<DeveloperCount> Developers,
    IReadOnlyList<SubsystemLink> Subsystems,
    IReadOnlyList<TreeLink> Trees,
    PageOf<SearchResult> Results,
    bool IsRanked);

/// <summary>Searches subjects, messages, people, paths and ids.</summary>
public sealed class SearchQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>The most signposts of a kind.</summary>
    private const int Direct = 8;

    /// <summary>Matching paths shown of one commit.</summary>
    private const int PathsShown = 3;

    /// <summary>Matching people shown of one commit.</summary>
    private const int PeopleShown = 2;

    /// <summary>Fewer letters are part of nearly every name.</summary>
    private const int MinName = 3;

    /// <summary>The releases that a search can be limited to, newest first.</summary>
    public async Task<IReadOnlyList<string>> VersionsAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Releases.OrderByDescending(r => r.Id).Select(r => r.Version).ToListAsync(cancellation);
    }

    /// <summary>Searches.</summary>
    /// <param name="query">What the user typed.</param>
    /// <param name="release">Only commits of this release; null for all.</param>
    /// <param name="area">Only commits of this area; null for all.</param>
    /// <param name="page">Page of the commits found, from 1.</param>
    /// <param name="pageSize">Commits on a page.</param>
    /// <param name="cancellation">Stops the search.</param>
    public async Task<SearchAnswer> FindAsync(string? query, KernelVersion? release, Area? area, int page, int pageSize, CancellationToken cancellation)
    {
        var text = SearchText.Parse(query);
        await using var context = await contexts.CreateDbContextAsync(cancellation);

        var hits = text.Expression is { } expression
            ? await new CommitSearch(context).FindAsync(expression, release?.SortKey, area, (page - 1) * pageSize, pageSize, cancellation)
            : new SearchHits([], 0, IsRanked: true);
        var results = new PageOf<SearchResult>(
            await ExplainAsync(context, hits.CommitIds, text, cancellation), page, pageSize, hits.Total);

        // Signposts to other pages belong to the first page only, and not to a search within a release or area.
        if (page > 1 || release is not null || area is not null || text.Text.Length == 0)
            return new SearchAnswer(text, null, null, [], [], [], [], results, hits.IsRanked);

        var (version, candidate) = await ReleaseAsync(context, text.Text, cancellation);
        var commits = CommitIds.IsPrefix(text.Text)
            ? await CommitLines.Rows(context, CommitIds.StartingWith(context, text.Text)).Take(Direct).ToListAsync(cancellation)
            : [];
        var needle = text.Text.ToLowerInvariant();
        return new SearchAnswer(
            text, version, candidate, [.. commits.Select(c => c.ToLine())],
            await DevelopersAsync(context, needle, cancellation),
            needle.Length < MinName ? [] : await context.Subsystems.Where(s => s.Name.ToLower().Contains(needle)).OrderBy(s => s.Name)
                .Take(Direct).Select(s => new SubsystemLink(s.Name, s.Slug)).ToListAsync(cancellation),
            needle.Length < MinName ? [] : await context.SourceTrees.Where(t => t.Name.ToLower().Contains(needle)).OrderBy(t => t.Name)
                .Take(Direct).Select(t => new TreeLink(t.Name, t.Url, t.Kind)).ToListAsync(cancellation),
            results, hits.IsRanked);
    }

    private static async Task<(string? Version, int? Candidate)> ReleaseAsync(TrackerContext context, string text, CancellationToken cancellation)
    {
        if (!KernelVersion.TryParse(text, out var version))
            return (null, null);
        var id = version.SortKey;
        var found = await context.Releases.Where(r => r.Id == id).Select(r => r.Version).FirstOrDefaultAsync(cancellation);
        var candidate = version.Candidate is { } number && await context.Candidates.AnyAsync(c => c.ReleaseId == id && c.Number == number, cancellation)
            ? version.Candidate
            : null;
        return (found, candidate);
    }

    private static async Task<IReadOnlyList<DeveloperCount>> DevelopersAsync(TrackerContext context, string needle, CancellationToken cancellation)
    {
        if (needle.Length < MinName)
            return [];
        var developers = context.Identities
            .Where(i => i.Name.ToLower().Contains(needle) || i.Email.ToLower().Contains(needle))
            .Select(i => i.DeveloperId);
        var identities = context.Identities.Where(i => developers.Contains(i.DeveloperId)).Select(i => i.Id);
        return await ReleaseShares.TopDevelopersAsync(
            context, context.Commits.Where(c => !c.IsMerge && c.ReleaseId != null && identities.Contains(c.AuthorId)), Direct, cancellation);
    }

    /// <summary>Reads what the commits say and marks where they match, in the order given.</summary>
    private static async Task<IReadOnlyList<SearchResult>> ExplainAsync(
        TrackerContext context, IReadOnlyList<int> ids, SearchText text, CancellationToken cancellation)
    {
        if (ids.Count == 0)
            return [];
        var lines = await CommitLines.Rows(context, context.Commits.Where(c => ids.Contains(c.Id))).ToDictionaryAsync(r => r.Id, cancellation);
        var bodies = await context.CommitMessages.Where(m => ids.Contains(m.CommitId)).ToDictionaryAsync(m => m.CommitId, m => m.Body, cancellation);
        var pulls = await context.Pulls.Where(p => ids.Contains(p.CommitId)).Select(p => p.CommitId).ToListAsync(cancellation);
        var trailers = (await context.Trailers.Where(t => ids.Contains(t.CommitId)).OrderBy(t => t.CommitId).ThenBy(t => t.Ordinal)
            .Select(t => new { t.CommitId, Text = t.Key + ": " + t.Value }).ToListAsync(cancellation)).ToLookup(t => t.CommitId, t => t.Text);
        var authors = (await (
            from commit in context.Commits
            where ids.Contains(commit.Id)
            join author in context.Identities on commit.AuthorId equals author.Id
            join committer in context.Identities on commit.CommitterId equals committer.Id
            select new { commit.Id, Author = author.Name + " <" + author.Email + ">", Committer = committer.Name + " <" + committer.Email + ">" })
            .ToListAsync(cancellation)).ToDictionary(a => a.Id);
        var paths = (await (
            from change in context.FileChanges
            where ids.Contains(change.CommitId)
            join path in context.Paths on change.PathId equals path.Id
            join old in context.Paths on change.OldPathId equals old.Id into olds
            from old in olds.DefaultIfEmpty()
            orderby change.CommitId, change.Ordinal
            select new { change.CommitId, path.Name, Old = old!.Name }).ToListAsync(cancellation)).ToLookup(p => p.CommitId);

        var results = new List<SearchResult>(ids.Count);
        foreach (var id in ids)
        {
            if (!lines.TryGetValue(id, out var row))
                continue;
            var reasons = new List<SearchReason>();
            Add(reasons, SearchColumn.Body, bodies.GetValueOrDefault(id), text);
            if (authors.TryGetValue(id, out var people))
            {
                var byline = people.Author == people.Committer ? [$"Author: {people.Author}"] : new[] { $"Author: {people.Author}", $"Committer: {people.Committer}" };
                reasons.AddRange(byline.Concat(trailers[id]).Distinct()
                    .Select(p => SearchExcerpt.Of(p, text.Wanted, SearchColumn.People)).OfType<IReadOnlyList<ExcerptPart>>()
                    .Take(PeopleShown).Select(p => new SearchReason(SearchColumn.People, p)));
            }
            var found = paths[id].SelectMany(p => p.Old is null ? [p.Name] : new[] { p.Name, p.Old })
                .Select(p => SearchExcerpt.Of(p, text.Wanted, SearchColumn.Paths)).OfType<IReadOnlyList<ExcerptPart>>().ToList();
            reasons.AddRange(found.Take(PathsShown).Select(p => new SearchReason(SearchColumn.Paths, p)));
            results.Add(new SearchResult(
                row.ToLine(), pulls.Contains(id), SearchExcerpt.Of(row.Subject, text.Wanted, SearchColumn.Subject),
                reasons, Math.Max(0, found.Count - PathsShown)));
        }
        return results;
    }

    private static void Add(List<SearchReason> reasons, SearchColumn column, string? text, SearchText query)
    {
        if (!string.IsNullOrEmpty(text) && SearchExcerpt.Of(text, query.Wanted, column) is { } excerpt)
            reasons.Add(new SearchReason(column, excerpt));
    }
}
